import CRMValues

/// Declares one field of a kind of record. Options, prompts, columns, filters, import headings,
/// export headings and completions all follow from this.
///
/// There is one object a declared field, and two fields are equal when they are the same one.
public final class Field: Hashable, Sendable {
  /// Who may set the field.
  public enum Access: Hashable, Sendable {
    /// Set on add, import and edit.
    case editable
    /// Kept by the program; shown, filtered and exported, never typed.
    case computed
  }

  /// What happens to this record when the record it refers to goes to the trash.
  public enum OnDelete: Hashable, Sendable {
    /// Nothing; the trash cannot be emptied of the other while this one refers to it.
    case keep
    /// It goes along.
    case withParent
  }

  /// The name in JSON, filters and the database (`tax_code`). On the command line its
  /// underscores are dashes (`--tax-code`); filters take both.
  public let name: String
  public let kind: FieldKind
  public let label: Label
  public let required: Bool
  /// Further headings under which an import finds the field; both labels and the name always do.
  public let headers: [String]
  public let onDelete: OnDelete
  public let access: Access
  /// The stored value of a field that is not given on add: a choice key, a number, `today`.
  public let defaultValue: String?
  /// A field of the same record that takes the value when no record of that name is found.
  public let fallback: String?
  public let help: Label?

  public init(
    _ name: String, _ kind: FieldKind, _ label: Label, required: Bool = false,
    headers: [String] = [], onDelete: OnDelete = .keep, access: Access = .editable,
    defaultValue: String? = nil, fallback: String? = nil, help: Label? = nil
  ) {
    self.name = name
    self.kind = kind
    self.label = label
    self.required = required
    self.headers = headers
    self.onDelete = onDelete
    self.access = access
    self.defaultValue = defaultValue
    self.fallback = fallback
    self.help = help
    if case .references = kind { isLinked = true } else { isLinked = false }
    switch kind {
    case .phones, .emails: isKeyed = true
    default: isKeyed = false
    }
  }

  public static func == (left: Field, right: Field) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// What the names of custom fields begin with, so that no field of a later release is called
  /// like one of them.
  public static let customPrefix = "c_"

  /// The long option of the field, without the dashes.
  public var option: String { String(name.map { $0 == "_" ? "-" : $0 }) }

  /// The kind a reference points to, or nil for any other field.
  public var target: Kind? {
    switch kind {
    case .reference(let kind), .references(let kind): return kind
    case .code, .text, .longText, .choice, .flag, .integer, .decimal, .percent, .money, .day,
      .yearlyDay, .instant, .phones, .emails, .taxCode, .location:
      return nil
    }
  }

  /// Whether the values stand in a link table instead of a column.
  public let isLinked: Bool

  /// Whether a key table holds the normalised values beside the text.
  public let isKeyed: Bool
}
