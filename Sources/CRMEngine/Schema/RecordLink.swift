/// One record of any kind, as one whole number: the frozen number of its kind times 2⁴⁰, and its
/// row id in the 40 bits below, which number a million million records.
///
/// The number sorts by kind, then by age, and an index on it finds what hangs on one record and
/// what hangs on any of a kind alike.
public struct RecordLink: Hashable, Sendable {
  /// The frozen number of the kind.
  public let kindNumber: Int64
  /// The row id.
  public let id: Int64

  /// How many bits the row id has.
  static let shift: Int64 = 40
  /// The bits of the row id.
  static let mask: Int64 = 1 << shift - 1

  public init(_ kind: Kind, _ id: Int64) {
    kindNumber = kind.number
    self.id = id
  }

  /// Makes a link of its storage form, nil for what is none.
  public init?(stored: Int64) {
    kindNumber = stored >> RecordLink.shift
    id = stored & RecordLink.mask
    guard kindNumber > 0, id > 0 else { return nil }
  }

  /// The storage form.
  public var stored: Int64 { kindNumber << RecordLink.shift | id }

  /// What is added to the row ids of a kind to make links of them.
  static func base(_ kind: Kind) -> Int64 { kind.number << shift }
}

extension Field {
  /// Returns what a field that names a record of some kind holds for it: the id, with the kind's
  /// number where it may be of any.
  package func key(of kind: Kind, _ id: Int64) -> Int64 {
    self.kind == .record ? RecordLink(kind, id).stored : id
  }

  /// Returns in SQL what a field holds for the record whose id an expression is.
  func keySQL(of kind: Kind, _ id: String) -> String {
    self.kind == .record ? "(\(id) + \(RecordLink.base(kind)))" : id
  }

  /// Whether the field may name a record of a kind.
  package func mayName(_ kind: Kind) -> Bool {
    target == kind || self.kind == .record && kind.isNoun
  }
}

extension Catalogue {
  /// Returns the one record that a value of a field names, nil where it names none: the way from
  /// a record to what it hangs on, be that of one kind or of any.
  package func record(namedBy field: Field, _ value: Value) -> (kind: Kind, id: Int64)? {
    guard let number = value.integer else { return nil }
    switch field.kind {
    case .reference(let kind): return (kind, number)
    case .record:
      return RecordLink(stored: number).flatMap { link in
        kind(number: link.kindNumber).map { ($0, link.id) }
      }
    default: return nil
    }
  }
}
