import CRMValues

/// A related list of a record, shown below its fields (RULES 6.1).
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

/// A related list that a kind declares itself, because it does not follow from other kinds:
/// records of the kind that name the record, or the records that the record names.
public struct OwnPanel: Sendable {
  let name: String
  let label: Label
  /// The field of the kind that names them.
  let field: String
  let isUsual: Bool

  public init(_ name: String, _ label: Label, by field: String, isUsual: Bool = true) {
    self.name = name
    self.label = label
    self.field = field
    self.isUsual = isUsual
  }
}

extension Catalogue {
  /// Returns the related lists of a kind, in the order they are shown where nobody chose.
  ///
  /// They follow from the references to the kind; a new kind brings its list along.
  public func panels(of kind: Kind) -> [Panel] {
    let entity = entity(kind)
    guard entity.traits.contains(.owned) else { return [] }
    var panels: [Panel] = []
    for other in nounKinds where other != kind {
      let referring = self.entity(other)
      let isNamed = referring.fields.contains { $0.kind == .reference(kind) }
      for field in referring.fields {
        // What may hang on any record is listed under it, unless it names the kind besides.
        guard field.kind == .reference(kind) || field.kind == .record && field.belongs && !isNamed
        else { continue }
        let plural = Catalogue.plainName(referring.plural.en)
        let isFirst = !panels.contains { $0.name == plural }
        panels.append(
          Panel(
            name: isFirst ? plural : "\(plural)_\(field.name)",
            label: isFirst ? referring.plural : referring.plural.followed(by: field.label),
            content: .referring(referring, by: field), isUsual: true))
      }
    }
    return panels
      + entity.ownPanels.compactMap { own in
        entity.field(own.field).map { field in
          Panel(
            name: own.name, label: own.label,
            content: field.target == kind ? .referring(entity, by: field) : .named(by: field),
            isUsual: own.isUsual)
        }
      }
  }

  /// Returns a plural as filters and settings write it: `care_cards`.
  package static func plainName(_ plural: String) -> String {
    String(plural.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}

extension Label {
  fileprivate func followed(by other: Label) -> Label {
    Label("\(en): \(other.en.lowercased())", vi: "\(vi): \(other.vi.lowercased())")
  }
}
