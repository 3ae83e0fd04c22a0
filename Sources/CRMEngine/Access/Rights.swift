import CRMValues

/// What one can be allowed to do with records of a kind (RULES 11.1).
public enum Action: String, CaseIterable, Sendable {
  case view, add, edit, delete, `import`, export
  /// To give records to another owner.
  case assign
  case share
  /// To approve and reject.
  case approve
  /// To see the figures of reports; as far as `view` where nothing is said of it.
  case report
  /// To send messages.
  case send
  /// To change settings and rights, undo what others did.
  case configure
  /// To empty the trash; as far as `configure` where nothing is said of it.
  case destroy
}

/// How far a right reaches.
public enum Reach: Int, CaseIterable, Comparable, Sendable {
  case none, own, unit, all

  public static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }

  /// The word for it in the database and on the command line.
  public var key: String { Entity.reaches[rawValue].key }

  public init?(key: String) {
    guard let index = Entity.reaches.firstIndex(where: { $0.key == key }) else { return nil }
    self.init(rawValue: index)
  }
}

/// What the acting user may do. The role of the user says it; a user without a role, and a login
/// that is no user, are not restricted: whoever can open the file is trusted.
public struct Rights: Hashable, Sendable {
  /// What is granted for a kind and an action. Nil stands for every other.
  struct Grant: Hashable {
    let kind: Kind?
    let action: Action?
  }

  /// Restricts nothing.
  public static let everything = Rights(user: nil, role: nil, grants: nil)

  let user: Int64?
  package let role: Int64?
  /// Nil where nothing is restricted.
  private let grants: [Grant: Reach]?

  init(user: Int64?, role: Int64?, grants: [Grant: Reach]?) {
    self.user = user
    self.role = role
    self.grants = grants
  }

  /// Whether nothing is restricted.
  public var isEverything: Bool { grants == nil }

  /// Whether everything is seen and can be configured, of which all other rights follow.
  func isWhole(_ catalogue: Catalogue) -> Bool {
    isEverything
      || reach(.configure, .setting) == .all
        && catalogue.kinds.allSatisfy { reach(.view, $0) == .all }
  }

  /// Returns how far an action reaches among records of a kind. The closest grant decides: for
  /// the kind and the action, for the kind, for the action, for everything.
  public func reach(_ action: Action, _ kind: Kind) -> Reach {
    guard let grants else { return .all }
    let closest = [
      Grant(kind: kind, action: action), Grant(kind: kind, action: nil),
      Grant(kind: nil, action: action), Grant(kind: nil, action: nil),
    ]
    if let reach = closest.lazy.compactMap({ grants[$0] }).first { return reach }
    // Roles that were made before these two were actions mean what they meant.
    switch action {
    case .report: return reach(.view, kind)
    case .destroy: return reach(.configure, .setting)
    case .view, .add, .edit, .delete, .import, .export, .assign, .share, .approve, .send,
      .configure:
      return .none
    }
  }

  /// Returns the rights under which records are seen only as far as another action reaches, too.
  func seeing(asFarAs action: Action, _ catalogue: Catalogue) -> Rights {
    guard var grants else { return self }
    for kind in catalogue.kinds {
      grants[Grant(kind: kind, action: .view)] = min(reach(.view, kind), reach(action, kind))
    }
    return Rights(user: user, role: role, grants: grants)
  }
}

extension Rights {
  /// Reads the rights of a user.
  package init(of user: Int64?, _ cache: StatementCache, _ catalogue: Catalogue) throws {
    try self.init(user, role: user.flatMap { try Rights.role(of: $0, cache) }, cache, catalogue)
  }

  /// Reads the rights of a role; nil restricts nothing.
  init(ofRole role: Int64?, _ cache: StatementCache, _ catalogue: Catalogue) throws {
    try self.init(nil, role: role, cache, catalogue)
  }

  private init(
    _ user: Int64?, role: Int64?, _ cache: StatementCache, _ catalogue: Catalogue
  ) throws {
    guard let role else {
      self = Rights(user: user, role: nil, grants: nil)
      return
    }
    let statement = try cache.statement(
      "SELECT record_kind, action, reach FROM role_right WHERE role = ?")
    statement.bind(1, role)
    var rows: [(grant: Grant, reach: Reach)] = []
    while try statement.step() {
      let words = (statement.text(0) ?? "", statement.text(1) ?? "", statement.text(2) ?? "")
      guard let grant = Grant(words.0, words.1, catalogue), let reach = Reach(key: words.2) else {
        continue
      }
      rows.append((grant, reach))
    }
    // The role of an administrator, whom nothing is looked up for.
    let isAll =
      rows.count == 1 && rows[0].grant.kind == nil && rows[0].grant.action == nil
      && rows[0].reach == .all
    self = Rights(user: user, role: role, grants: isAll ? nil : Rights.table(rows))
  }

  private static func table(_ rows: [(grant: Grant, reach: Reach)]) -> [Grant: Reach] {
    Dictionary(rows) { _, last in last }
  }

  private static func role(of user: Int64, _ cache: StatementCache) throws -> Int64? {
    let statement = try cache.statement("SELECT role FROM user WHERE id = ? AND role IS NOT NULL")
    statement.bind(1, user)
    return try statement.firstInteger()
  }
}

extension Rights.Grant {
  /// What stands for every other kind or action.
  static let every = "all"

  /// Makes a grant of the words of the database; nil for those this release does not know.
  init?(_ kind: String, _ action: String, _ catalogue: Catalogue) {
    self.kind = catalogue.kind(named: kind)
    self.action = Action(rawValue: action)
    if self.kind == nil, kind != Self.every { return nil }
    if self.action == nil, action != Self.every { return nil }
  }
}
