import CRMValues

/// Declares a kind of record, once: everything that can follow from it does.
public final class Entity: Sendable {
  /// What every record of the kind can do beside being kept. Each trait brings its fields and
  /// its verbs.
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

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
    /// Decides what others see, or what runs for them: only who may configure adds, changes and
    /// deletes.
    public static let configures = Traits(rawValue: 32)
    /// Others may use it: only its author, and who may configure, changes and deletes it.
    public static let keptByAuthor = Traits(rawValue: 64)
    /// Has an owner, and a new one that of what it belongs to, where nobody else is named.
    public static let ownedAlong = Traits(rawValue: 129)
    /// Has an owner, and a new one whoever adds it, where nobody else is named.
    public static let ownedByAuthor = Traits(rawValue: 257)
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
  /// How a row of a file without a code is known to be a record that is there.
  public let likeness: RowLikeness?
  /// Headings of other programs' exports that say nothing of the kind: an import passes them over.
  public let passedHeaders: [String]
  /// Fields of the full-text index; empty where the kind has none.
  public let search: [String]
  /// The columns of a list nobody chose columns for.
  public let listed: [String]
  /// The columns that a list leaves out first where a screen is narrow, in that order; then those
  /// further back before those in front.
  public let yields: [String]
  /// What a form asks for, in that order, beside what is required: first what shows a duplicate.
  public let asked: [String]
  /// The kinds of this kind's parts, where it is a document; the first are its lines.
  public let parts: [Kind]
  /// From which other kinds records can be generated, and what they take over.
  public let generations: [Generation]
  /// Of a part: how it is written on the command line.
  public let form: PartForm?
  /// How a record is written in one text with the one it belongs to; nil where it never is.
  public let along: AlongForm?
  /// How its records stand in time; nil where they do not.
  public let schedule: Schedule?
  /// The field of when a record happened to what it belongs to, for a timeline of that; nil for what
  /// is no event.
  public let happens: String?
  /// Composite indexes that list queries and aggregates need beside the one a reference has.
  public let indexes: [[String]]

  /// Whether the kind is a noun of the command line.
  public var isNoun: Bool { kind.isNoun }
  /// Whether everybody sees every record: lists, what is sold, who works here.
  public let isCommon: Bool
  /// Whether what is found in the full text of a record finds the record it belongs to as well.
  public let lendsWords: Bool
  /// Whether records are found by the words of what they belong to as well.
  public let borrowsWords: Bool
  /// Whether electronic business cards (vCard) hold records of the kind; of several such kinds
  /// a card is of the first.
  public let isOnCards: Bool
  /// Related lists that do not follow from other kinds.
  let ownPanels: [OwnPanel]

  /// The kind of this kind's lines, where it is a document with lines.
  public var lines: Kind? { parts.first }

  /// The kind of the parts that JSON holds under a key: `lines`, and others under their kind's own
  /// name.
  public func part(keyed key: String) -> Kind? { parts.first { self.key(of: $0) == key } }

  /// The key under which JSON holds the parts of a kind.
  public func key(of part: Kind) -> String {
    part == lines ? "lines" : part.rawValue.replacing("-", with: "_")
  }

  /// What stands before the names of a part's fields in columns: `line.`, and for other parts the
  /// name of their kind.
  public func columnPrefix(of part: Kind) -> String {
    (part == lines ? "line" : key(of: part)) + "."
  }

  /// Whether the kind is a list of entries that are known by their names: groups, sources.
  public var isList: Bool { unique.contains("name") }

  /// Whether a reference to a record is a code that says little without the name.
  public var isNamedByCode: Bool { referenceField == "code" && nameField != "code" }

  /// The field by which other records' references to this kind are written: the name where it
  /// is unique, else the code.
  public var referenceField: String { isList ? "name" : "code" }

  private let positions: [String: Int]

  public init(
    _ kind: Kind, _ label: Label, plural: Label, codePrefix: String?,
    codeLabel: Label = Label("Code", vi: "Mã"), codeHeaders: [String] = [],
    fields: [Field], traits: Traits = [], nameField: String = "name",
    unique: [String] = [], requiredOnImport: [String] = [], likeness: RowLikeness? = nil,
    passedHeaders: [String] = [], search: [String] = [],
    listed: [String], yields: [String] = [], asked: [String] = [], parts: [Kind] = [],
    form: PartForm? = nil, along: AlongForm? = nil,
    generations: [Generation] = [], schedule: Schedule? = nil,
    happens: String? = nil,
    indexes: [[String]] = [], isCommon: Bool = false,
    lendsWords: Bool = false, borrowsWords: Bool = false, isOnCards: Bool = false,
    panels: [OwnPanel] = []
  ) {
    self.kind = kind
    self.label = label
    self.plural = plural
    self.codePrefix = codePrefix
    table = kind.table
    self.traits = traits
    self.nameField = nameField
    self.unique = unique
    self.requiredOnImport = requiredOnImport
    self.likeness = likeness
    self.passedHeaders = passedHeaders
    self.search = search
    self.listed = listed
    self.yields = yields
    self.asked = asked
    self.parts = parts
    self.form = form
    self.along = along
    self.generations = generations
    self.schedule = schedule
    self.happens = happens
    self.indexes = indexes

    self.isCommon = isCommon || unique.contains("name") || traits.contains(.internal)
    self.lendsWords = lendsWords
    self.borrowsWords = borrowsWords
    self.isOnCards = isOnCards
    ownPanels = panels
    let isNoun = kind.isNoun

    var all: [Field] = []
    if isNoun {
      all.append(
        Field(
          "code", .code, codeLabel, short: codePrefix == nil ? nil : Label("Code", vi: "Mã"),
          required: codePrefix == nil, headers: codeHeaders))
    }
    all += fields
    if traits.contains(.owned) && !fields.contains(where: { $0.name == "owner" }) {
      all.append(StandardFields.owner)
    }
    if traits.contains(.tagged) { all.append(StandardFields.tags) }
    if traits.contains(.approvable) { all += StandardFields.approval }
    if isNoun { all += StandardFields.times }
    self.fields = all
    hasEvents = all.contains { $0.follows == .events }
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
    likeness = declared.likeness
    passedHeaders = declared.passedHeaders
    search = declared.search
    listed = declared.listed
    yields = declared.yields
    asked = declared.asked
    parts = declared.parts
    form = declared.form
    along = declared.along
    generations = declared.generations
    schedule = declared.schedule
    happens = declared.happens
    indexes = declared.indexes
    isCommon = declared.isCommon
    lendsWords = declared.lendsWords
    borrowsWords = declared.borrowsWords
    isOnCards = declared.isOnCards
    ownPanels = declared.ownPanels
    fields = declared.fields + custom
    hasEvents = declared.hasEvents
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

  /// Returns the position of a field that the kind must have: a name it has not is a fault of the
  /// program.
  public func place(of name: String) -> Int {
    guard let position = positions[name] else {
      preconditionFailure("\(kind) has no field \(name)")
    }
    return position
  }

  /// Returns the position of a field that the program or another part of the declaration names.
  ///
  /// - Throws: ``CRMError`` of kind bug where there is none.
  package func handle(_ name: String) throws -> Int {
    if let position = positions[name] { return position }
    throw CRMError(
      .bug, "\(kind) has no field \(name)", vi: "\(kind) không có trường \(name)")
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

  /// Whether events move one of its fields.
  public let hasEvents: Bool

  /// The first field that names a record this one belongs to.
  public var holder: Field? { fields.first { $0.belongs } }

  /// The fields that make records of the kind visible.
  public var roads: [Field] { fields.filter { $0.road != nil } }

  /// The field whose user a record is of, which is one user.
  public var ownerPosition: Int? { fields.firstIndex { $0.road == .owner && !$0.isLinked } }

  /// The fields of the users who are responsible for a record: owners and performers.
  public var responsiblePositions: [Int] {
    fields.indices.filter { fields[$0].road == .owner || fields[$0].road == .performer }
  }

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
