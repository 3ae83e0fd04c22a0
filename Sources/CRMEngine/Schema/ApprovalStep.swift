import CRMValues

/// Who is to decide at one step of an approval, as a setting of the kind names it (RULES 9.8).
public enum ApprovalStep: Hashable, Sendable {
  /// Who manages the unit of the record's owner, or the one above it.
  case manager
  /// Whoever has a role, by its name or code.
  case role(String)
  /// The members of a group of users, by its name or code.
  case group(String)
  /// One user, by login.
  case user(String)

  /// More steps than that are no order of business but a slip.
  static let most = 10

  /// Reads `manager`, `role:NAME`, `group:NAME` or `user:LOGIN`, or the same in Vietnamese; nil for
  /// anything else.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map { cleaned(String($0)) }
    switch (parts.first.map(folded), parts.count) {
    case ("manager", 1), ("quan ly", 1), ("nguoi quan ly", 1): self = .manager
    case ("role", 2), ("nhom quyen", 2): self = .role(parts[1])
    case ("group", 2), ("nhom", 2), ("nhom nguoi dung", 2): self = .group(parts[1])
    case ("user", 2), ("nhan vien", 2): self = .user(parts[1])
    default: return nil
    }
  }

  /// The step as it is typed.
  public var text: String {
    switch self {
    case .manager: return "manager"
    case .role(let name): return "role:" + name
    case .group(let name): return "group:" + name
    case .user(let login): return "user:" + login
    }
  }

  /// Whether a step can name a record of a kind.
  static func mayName(_ kind: Kind) -> Bool { [.role, .userGroup, .user].contains(kind) }

  /// Returns what the step calls the record of a kind that it names, nil where it names none of it.
  func names(_ kind: Kind) -> String? {
    switch (self, kind) {
    case (.role(let name), .role), (.group(let name), .userGroup), (.user(let name), .user): name
    default: nil
    }
  }

  /// Returns the step with another record of the same kind.
  func naming(_ name: String) -> ApprovalStep {
    switch self {
    case .manager: .manager
    case .role: .role(name)
    case .group: .group(name)
    case .user: .user(name)
    }
  }

  /// The step as it is typed in Vietnamese.
  var vietnamese: String {
    switch self {
    case .manager: return "quản lý"
    case .role(let name): return "nhóm quyền:" + name
    case .group(let name): return "nhóm:" + name
    case .user(let login): return "nhân viên:" + login
    }
  }

  /// Stored steps as Vietnamese people read and type them.
  static func vietnamese(_ stored: String) -> String {
    (list(stored) ?? []).map(\.vietnamese).joined(separator: ", ")
  }

  /// Reads steps joined by commas, the first to decide first; nil where one is not readable.
  static func list(_ text: String) -> [ApprovalStep]? {
    if ["", "none", "khong"].contains(folded(cleaned(text))) { return [] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let steps = parts.compactMap { ApprovalStep(cleaned(String($0))) }
    return steps.count == parts.count && steps.count <= most ? steps : nil
  }

  /// Steps as they are stored.
  static func text(of steps: [ApprovalStep]) -> String {
    steps.map(\.text).joined(separator: ",")
  }
}

extension Setting where Value == [ApprovalStep] {
  /// Who decides on submitted records of a kind, step by step; nil where it goes through no approval.
  init?(approvalOf entity: Entity) {
    guard entity.traits.contains(.approvable) else { return nil }
    declared = DeclaredSetting(
      key: "approval." + entity.kind.rawValue, type: .approvalSteps,
      label: Label(
        "Approval steps of \(entity.plural.en.lowercased())",
        vi: "Các bước duyệt \(entity.label.vi.lowercased())"),
      standard: "",
      help: Label(
        "Who decides on what is submitted, one after the other. Beside being named it takes the "
          + "right to approve. none: one step, of whoever has that right for the record.",
        vi: "Ai duyệt, lần lượt từng bước. Ngoài được nêu tên còn phải có quyền duyệt. không: một "
          + "bước, ai có quyền duyệt bản ghi đó."))
    read = ApprovalStep.list
    defaultValue = []
  }
}
