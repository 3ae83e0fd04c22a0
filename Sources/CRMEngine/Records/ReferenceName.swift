import CRMValues

/// The column that says the name beside a code: of a field that refers to records by their codes.
/// Workbooks have it for people; an import knows it and passes over it.
public struct ReferenceName: Sendable {
  /// The path of the column: `customer.name`.
  public let path: String
  /// Its heading: “Customer: name”.
  public let label: Label

  /// Returns nil for a field that refers to no one record, or calls it by its name anyway, and for one
  /// that nobody types, such as who created a record.
  public init?(of field: Field, _ entities: Entities) {
    guard case .reference(let kind) = field.kind, field.access == .editable else { return nil }
    guard let name = entities[kind].nameBesideCode else { return nil }
    path = "\(field.name).\(name.name)"
    label = Label(
      "\(field.label.en): \(name.label.en.lowercased())",
      vi: "\(field.label.vi): \(name.label.vi.lowercased())")
  }
}

extension Entity {
  /// The field that says beside a record's code which one it is; nil where records are called by
  /// their names anyway, or have none.
  public var nameBesideCode: Field? {
    isNamedByCode ? fields.first { $0.name == nameField && $0.kind == .text } : nil
  }
}
