import CRMValues

/// A related list of a record, shown below its fields (SPEC 2.6).
public struct Panel: Sendable {
  /// What stands in the list.
  public enum Content: Sendable {
    /// The records of a kind whose field names the record.
    case referring(Entity, by: Field)
    /// The records that a field of the record names.
    case named(by: Field)
  }

  /// The name by which it is chosen: `orders`, `referrals`.
  public let name: String
  public let label: Label
  public let content: Content
  /// Whether it is shown where nobody chose.
  public let isUsual: Bool
}

extension Catalogue {
  /// Returns the related lists of a kind, in the order they are shown where nobody chose.
  ///
  /// They follow from the references to the kind; a new kind brings its list along.
  public static func panels(of kind: Kind) -> [Panel] {
    let entity = entity(kind)
    guard entity.traits.contains(.owned) else { return [] }
    var panels: [Panel] = []
    for other in nouns where other != kind {
      let referring = Catalogue.entity(other)
      for field in referring.fields {
        guard case .reference(kind) = field.kind else { continue }
        let plural = plainName(referring.plural.en)
        let isFirst = !panels.contains { $0.name == plural }
        panels.append(
          Panel(
            name: isFirst ? plural : "\(plural)_\(field.name)",
            label: isFirst ? referring.plural : referring.plural.followed(by: field.label),
            content: .referring(referring, by: field), isUsual: true))
      }
    }
    return panels + entity.ownPanels
  }

  /// Returns a plural as filters and settings write it: `care_cards`.
  static func plainName(_ plural: String) -> String {
    String(plural.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}

extension Entity {
  /// The related lists that do not follow from other kinds.
  fileprivate var ownPanels: [Panel] {
    guard kind == .customer else { return [] }
    var panels: [Panel] = []
    if let field = field("referrer") {
      panels.append(
        Panel(
          name: "referrals", label: Label("Referrals", vi: "Khách hàng được giới thiệu"),
          content: .referring(self, by: field), isUsual: true))
    }
    if let field = field("employer") {
      panels.append(
        Panel(
          name: "employees", label: Label("Employees", vi: "Nhân viên của tổ chức"),
          content: .referring(self, by: field), isUsual: false))
    }
    if let field = field("viewers") {
      panels.append(
        Panel(name: "viewers", label: field.label, content: .named(by: field), isUsual: true))
    }
    return panels
  }
}

extension Label {
  fileprivate func followed(by other: Label) -> Label {
    Label("\(en): \(other.en.lowercased())", vi: "\(vi): \(other.vi.lowercased())")
  }
}
