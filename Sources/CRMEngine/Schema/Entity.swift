import CRMValues

/// Declares a kind of record, once: everything that can follow from it does.
public final class Entity: Sendable {
  /// What every record of the kind can do beside being kept. Each trait brings its fields and
  /// its verbs.
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Has an owner: `hand-over`, `share`.
    public static let owned = Traits(rawValue: 1)
    /// Carries tags: `tag`.
    public static let tagged = Traits(rawValue: 2)
    /// Goes through approval: `submit`, `approve`, `reject`.
    public static let approvable = Traits(rawValue: 4)
    /// Belongs to another record and is shown and changed with it: no noun, no code of its own.
    public static let part = Traits(rawValue: 8)
    /// Kept for the program: no noun.
    public static let `internal` = Traits(rawValue: 16)
  }

  public let kind: Kind
  public let label: Label
  public let plural: Label
  /// What is generated before the number of a new code, or nil where the code is typed.
  public let codePrefix: String?
  /// The table of the database.
  public let table: String
  /// All fields in the order they are shown: code, the kind's own, those of its traits, and the
  /// times the program keeps.
  public let fields: [Field]
  public let traits: Traits
  /// The field that names the record to people, used where a reference is shown or typed.
  public let nameField: String
  /// Fields of which no two live records may share a value.
  public let unique: [String]
  /// Fields that an import has to fill beside the required ones.
  public let requiredOnImport: [String]
  /// Fields of the full-text index; empty where the kind has none.
  public let search: [String]
  /// The columns of a list nobody chose columns for.
  public let listed: [String]
  /// The kind of this kind's lines, where it is a document with lines.
  public let lines: Kind?
  /// Composite indexes that list queries and aggregates need beside the one a reference has.
  public let indexes: [[String]]

  /// Whether the kind is a noun of the command line.
  public let isNoun: Bool

  /// Whether the kind is a list of entries that are known by their names: groups, sources.
  public var isList: Bool { unique.contains("name") }

  /// The field by which other records' references to this kind are written: the name where it
  /// is unique, else the code.
  public var referenceField: String { isList ? "name" : "code" }

  private let positions: [String: Int]

  public init(
    _ kind: Kind, _ label: Label, plural: Label, codePrefix: String?, table: String,
    codeLabel: Label = Label("Code", vi: "Mã"), codeHeaders: [String] = [],
    fields: [Field], traits: Traits = [], nameField: String = "name",
    unique: [String] = [], requiredOnImport: [String] = [], search: [String] = [],
    listed: [String], lines: Kind? = nil, indexes: [[String]] = []
  ) {
    self.kind = kind
    self.label = label
    self.plural = plural
    self.codePrefix = codePrefix
    self.table = table
    self.traits = traits
    self.nameField = nameField
    self.unique = unique
    self.requiredOnImport = requiredOnImport
    self.search = search
    self.listed = listed
    self.lines = lines
    self.indexes = indexes

    isNoun = !traits.contains(.part) && !traits.contains(.internal)

    var all: [Field] = []
    if isNoun {
      all.append(
        Field("code", .code, codeLabel, required: codePrefix == nil, headers: codeHeaders))
    }
    all += fields
    if traits.contains(.owned) && !fields.contains(where: { $0.name == "owner" }) {
      all.append(StandardFields.owner)
    }
    if traits.contains(.tagged) { all.append(StandardFields.tags) }
    if traits.contains(.approvable) { all += StandardFields.approval }
    if isNoun { all += StandardFields.times }
    self.fields = all
    var positions: [String: Int] = [:]
    for (index, field) in all.enumerated() { positions[field.name] = index }
    self.positions = positions
  }

  /// Returns a kind with further fields after those it declares, so that the positions of those
  /// stay what they are.
  ///
  /// - Parameter custom: fields named `c_…`; they are found without that, too, where no declared
  ///   field has the name.
  init(_ declared: Entity, adding custom: [Field]) {
    kind = declared.kind
    label = declared.label
    plural = declared.plural
    codePrefix = declared.codePrefix
    table = declared.table
    traits = declared.traits
    nameField = declared.nameField
    unique = declared.unique
    requiredOnImport = declared.requiredOnImport
    search = declared.search
    listed = declared.listed
    lines = declared.lines
    indexes = declared.indexes
    isNoun = declared.isNoun
    fields = declared.fields + custom
    var positions = declared.positions
    for (index, field) in custom.enumerated() {
      positions[field.name] = declared.fields.count + index
      let short = String(field.name.dropFirst(Field.customPrefix.count))
      if positions[short] == nil { positions[short] = declared.fields.count + index }
    }
    self.positions = positions
  }

  /// Returns the position of the field with the given name, dashes or underscores alike.
  public func position(of name: String) -> Int? {
    if let found = positions[name] { return found }
    guard name.contains("-") else { return nil }
    return positions[String(name.map { $0 == "-" ? "_" : $0 })]
  }

  /// Returns the field with the given name, dashes or underscores alike.
  public func field(_ name: String) -> Field? {
    position(of: name).map { fields[$0] }
  }

  /// One record of the kind in an English sentence: `a customer`, `an order`.
  public var indefinite: String {
    let noun = label.en.lowercased()
    return "aeio".contains(noun.prefix(1)) ? "an \(noun)" : "a \(noun)"
  }

  /// The field that names the record this one belongs to: it goes to the trash with that one, and
  /// who sees that one sees it.
  public var holder: Field? { fields.first { $0.onDelete == .withParent } }

  /// Whether a folded copy of the name stands beside it, for search without marks.
  public var hasFoldedName: Bool { search.contains("name") }

  /// Whether records go to the trash; parts live and die with their document.
  public var hasTrash: Bool { isNoun }

  /// What stands in an import's cell, and in an export's, to say that a record has none of
  /// what every row has to speak of.
  public static let dash = "-"

  /// Whether a field must be filled on import, while a record can do without.
  public func takesDash(_ field: Field) -> Bool {
    requiredOnImport.contains(field.name) && !field.required && field.kind != .code
  }
}
