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
    /// Kept by the program for itself, in a form of its own: no page shows it.
    case kept
  }

  /// A road by which a record is seen (RULES 11.2): each alone is enough.
  public enum Road: Hashable, Sendable {
    /// By the user it names, and by those whose reach covers that user; these may change it, too.
    case owner
    /// By those users it names, and by those whose reach covers them; these may change it, too.
    case performer
    /// By those users it names, who may not change it.
    case viewer
    /// By those who see the record it names.
    case holder
    /// By everybody, where the flag is set.
    case everybody
  }

  /// How the value of a field follows from other records.
  public enum Following: Hashable, Sendable {
    /// Events move it, and people may: the log keeps every event, so that taking an operation back
    /// works it out anew from those that stand.
    case events
    /// The rules of the kind work it out anew from the records as they are, whenever one of them
    /// changes.
    case records
    /// The sum of a field over the records of a kind that name the record by one of their fields:
    /// the live ones that count, and of parts those of live documents that count.
    case sum(of: Kind, String, by: String)
    /// What one field of the record exceeds another by.
    case difference(String, String)
  }

  /// The name in JSON, filters and the database (`tax_code`). On the command line its
  /// underscores are dashes (`--tax-code`); filters take both.
  public let name: String
  public let kind: FieldKind
  public let label: Label
  /// The heading of a column on a screen, where the label is long for one; nil for the label.
  public let short: Label?
  public let required: Bool
  /// Further headings under which an import finds the field; both labels and the name always do.
  public let headers: [String]
  /// Headings under which an import finds the field where no other column fills it: such as the
  /// second of the two addresses that an address book has.
  public let spareHeaders: [String]
  /// Whether it is the name of somebody, which may stand in two or three columns.
  public let namesPerson: Bool
  /// Whether the record belongs to the one the field names: it goes to the trash with that one, is
  /// listed and summed under it. It may belong to several.
  public let belongs: Bool
  /// Whether the field makes the record visible, and to whom.
  public let road: Road?
  /// Whether the value follows from other records; nil where it is the record's own.
  public let follows: Following?
  public let access: Access
  /// The stored value of a field that is not given on add: a choice key, a number, `today`.
  public let defaultValue: String?
  /// A field of the same record that takes the value when no record of that name is found.
  public let fallback: String?
  /// What an import fills in where a row has no name and the text of this field is taken for it:
  /// by field, the stored values; empty for a field that is never taken so.
  public let standsForName: [String: String]
  public let help: Label?
  /// Whether its values are looked up however people spell them, by an index: of a text with few
  /// values, such as a place. Codes and unique names always are.
  public let isSpelt: Bool
  /// Whether an entry of the list it names is made where somebody types one that is unlike all there
  /// are: of lists that grow with the work, such as projects.
  public let makesEntries: Bool
  /// The stored values that may be typed: those of the kind, unless the field has fewer.
  public let range: ClosedRange<Int64>?

  public init(
    _ name: String, _ kind: FieldKind, _ label: Label, short: Label? = nil,
    required: Bool = false, headers: [String] = [], spareHeaders: [String] = [],
    namesPerson: Bool = false, belongs: Bool = false, road: Road? = nil,
    follows: Following? = nil, access: Access = .editable, defaultValue: String? = nil,
    fallback: String? = nil, standsForName: [String: String] = [:], isSpelt: Bool = false,
    makesEntries: Bool = false, help: Label? = nil,
    range: ClosedRange<Int64>? = nil
  ) {
    self.name = name
    self.kind = kind
    self.label = label
    self.short = short
    self.required = required
    self.headers = headers
    self.spareHeaders = spareHeaders
    self.namesPerson = namesPerson
    self.belongs = belongs
    self.road = road ?? (belongs ? .holder : nil)
    self.follows = follows
    self.access = access
    self.defaultValue = defaultValue
    self.fallback = fallback
    self.standsForName = standsForName
    self.isSpelt = isSpelt
    self.makesEntries = makesEntries
    self.help = help
    self.range = range ?? kind.range
    isLinked = kind.storage == .link
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

  /// The points that a group or a type may have. A score is their sum, and more than 9 × 10⁹ of the
  /// greatest would have to come together to leave 64 bits: no database has so many records.
  public static let points: ClosedRange<Int64> = -1_000_000_000...1_000_000_000

  /// The long option of the field, without the dashes.
  public var option: String { String(name.map { $0 == "_" ? "-" : $0 }) }

  /// The kind a reference points to, or nil for any other field, and for one that names a record
  /// of any kind.
  public var target: Kind? {
    switch kind {
    case .reference(let kind), .references(let kind): return kind
    default: return nil
    }
  }

  /// Whether the value is a sum over other records, or follows from such a sum.
  public var isFigure: Bool {
    switch follows {
    case .sum, .difference: return true
    case .events, .records, nil: return false
    }
  }

  /// Whether the values stand in a link table instead of a column.
  public let isLinked: Bool

  /// Whether a key table holds the normalised values beside the text.
  public let isKeyed: Bool
}
