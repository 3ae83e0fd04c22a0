import CRMTables
import CRMValues

/// Which column of a file fills which field; worked out once from the headings.
struct ColumnPlan {
  struct Column {
    let index: Int
    let target: Headings.Target
    let field: Field
    /// The further columns of a field that holds several values.
    var further: [Int] = []
    /// The columns of a person's name, where it stands in several.
    var name: NameParts?
    /// Whether the column only finds the record, as `--only-columns` leaves its field out.
    var findsOnly = false
    /// Whether a dash says that the record has none.
    var takesDash = false

    /// All columns of the file that fill the field.
    var places: [Int] { name?.places ?? [index] + further }
  }

  /// A field with one value for every row that gives none itself.
  struct Setting {
    let target: Headings.Target
    let field: Field
    let text: String
  }

  let entity: Entity
  let parts: [Entity]
  var columns: [Column] = []
  private(set) var settings: [Setting] = []
  /// The columns that nothing is taken from, and what is known of each.
  var left: [LeftColumn] = []
  /// The fields that headings nothing is called by may have meant.
  var meant: [String: Field] = [:]
  var computed: [String] = []
  /// The columns of records that are written with those they belong to.
  var along: [(place: Int, along: Along)] = []
  /// Required fields that neither a column nor a setting fills.
  private(set) var missing: [Field] = []
  let headings: [String]

  /// The columns of the record itself.
  var own: [Column] { columns.filter { $0.target.isOwn } }

  /// The columns of each kind of a document's parts, in their order.
  var partColumns: [[Column]] {
    parts.indices.map { part in columns.filter { $0.target.part == part } }
  }

  /// - Throws: ``CRMError`` for a field named twice, an option that names an unknown field, no
  ///   known column, or a missing required one.
  init(
    _ headings: [String], file: String, options: ImportOptions, entities: Entities
  ) throws {
    self.headings = headings
    let named = headings + options.set.map(\.field)
    let kind =
      try options.kind
      ?? ColumnPlan.kind(
        of: named, file: file, onlyUpdates: options.mode == .update, options.entities)
    entity = entities[kind]
    let known = Headings(kind, entities)
    parts = known.parts
    let mapped = try mappedPlaces(known, file: file, options)
    let targets = try take(known, mapped, file: file)
    guard !columns.isEmpty || options.mayLackColumns else {
      throw ColumnErrors.nothingToTake(file, headings, entity)
    }
    try set(known, targets, mapped, options)
    try keepOnly(known, file: file, options)
    if options.mode != .update {
      missing = requiredColumns
      guard missing.isEmpty || options.mayLackColumns else {
        throw ColumnErrors.missing(file, missing, entity, meant)
      }
    }
  }

  private mutating func set(
    _ known: Headings, _ targets: [Headings.Target: Int], _ mapped: [Int: String],
    _ options: ImportOptions
  ) throws {
    for (name, text) in options.set {
      guard let target = known.target(named: name), let field = known.field(target) else {
        throw ColumnErrors.noField("set", name, entity)
      }
      if field.access != .editable { throw ColumnErrors.setComputed(field) }
      if settings.contains(where: { $0.target == target }) { throw ColumnErrors.setTwice(field) }
      if let place = targets[target], mapped[place] != nil {
        throw ColumnErrors.setAndMapped(field, headings[place])
      }
      settings.append(Setting(target: target, field: field, text: text))
    }
  }

  /// Leaves out what `--only-columns` does not name; the fields by which rows find their records
  /// are still read.
  private mutating func keepOnly(
    _ known: Headings, file: String, _ options: ImportOptions
  ) throws {
    guard !options.onlyColumns.isEmpty else { return }
    let wanted = try options.onlyColumns.map { name in
      guard let target = known.target(named: name) else {
        throw ColumnErrors.noField("only-columns", name, entity)
      }
      guard columns.contains(where: { $0.target == target }) else {
        throw ColumnErrors.noColumn(file, name, headings)
      }
      return target
    }
    let keys = try MatchKeys(options.match, known).positions.map(Headings.Target.field)
    columns = columns.compactMap { column in
      if wanted.contains(column.target) { return column }
      guard keys.contains(column.target) else { return nil }
      var column = column
      column.findsOnly = true
      return column
    }
  }

  private static func kind(
    of headings: [String], file: String, onlyUpdates: Bool, _ entities: Entities
  ) throws -> Kind {
    let kinds = Headings.kinds(of: headings, onlyUpdates: onlyUpdates, entities)
    if let kind = kinds.first, kinds.count == 1 { return kind }
    throw kinds.isEmpty
      ? ColumnErrors.notRecognised(file, headings)
      : ColumnErrors.severalKinds(file, headings, kinds)
  }

  private var requiredColumns: [Field] {
    entity.fields.enumerated().filter { position, field in
      guard field.required || entity.requiredOnImport.contains(field.name) else { return false }
      let target = Headings.Target.field(position)
      return !columns.contains { $0.target == target } && !settings.contains { $0.target == target }
    }.map(\.element)
  }
}
