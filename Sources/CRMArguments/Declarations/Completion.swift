import CRMValues

/// Says what the shell may offer where a value or an operand stands.
public indirect enum Completion: Hashable, Sendable {
  case none
  /// A file that is put to this use; its name has one of these extensions, any when empty.
  case files(FileUse, [String])
  case directories
  case choices([Choice])
  /// The words of the command table, as `crm help` takes them.
  case topics
  /// Several values with commas between; each completes like the payload.
  case list(Completion)
  /// Codes of a kind of record.
  case codes(kind: String)
  /// Values that a field of a kind has.
  case values(kind: String, field: String)
  /// Names of the fields of a kind.
  case fields(kind: String)
  /// Saved views of a kind.
  case views(kind: String)
  /// Anything else the provider knows by name.
  case custom(String)

  /// One value out of a fixed set, with what it means.
  public struct Choice: Hashable, Sendable {
    public let value: String
    public let label: Label

    public init(_ value: String, _ label: Label) {
      self.value = value
      self.label = label
    }
  }
}
