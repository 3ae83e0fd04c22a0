import CRMValues

/// How the files of one source are imported, saved by name. Options of the command line win
/// over what is saved.
public struct ImportMapping: Hashable, Sendable {
  /// A name and what it stands for.
  public struct Pair: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    var text: String { "\(oneLine(name))=\(oneLine(value))" }
  }

  public var name: String
  public var kind: Kind?
  /// Headings to fields.
  public var map: [Pair] = []
  /// Fields to values.
  public var set: [Pair] = []
  public var onlyColumns: [String] = []
  public var match: [String] = []
  public var mode: ImportOptions.Mode?
  public var blank: ImportOptions.Blank?
  public var createsMissing = false

  public init(_ name: String) { self.name = name }

  init(_ record: Record, _ catalogue: Catalogue) throws {
    func value(_ field: ImportMappingField) throws -> Value { try record[field] }
    name = try value(.name).text ?? ""
    kind = try value(.kind).text.flatMap(catalogue.kind(named:))
    // A heading may hold the sign itself, a field never does; with what is set it is the other
    // way round.
    map = try ImportMapping.pairs(value(.map).text) { $0.lastIndex(of: "=") }
    set = try ImportMapping.pairs(value(.set).text) { $0.firstIndex(of: "=") }
    onlyColumns = try ImportMapping.list(value(.onlyColumns).text)
    match = try ImportMapping.list(value(.match).text)
    mode = try value(.mode).text.flatMap(ImportOptions.Mode.init(rawValue:))
    blank = try value(.blank).text.flatMap(ImportOptions.Blank.init(rawValue:))
    createsMissing = try value(.createMissing).integer == 1
  }

  /// The values of the record by field name.
  public var values: [String: Value] {
    func text(_ lines: [String], _ separator: String) -> Value {
      lines.isEmpty ? .null : .text(lines.joined(separator: separator))
    }
    return [
      "name": .text(name), "kind": kind.map { .text($0.rawValue) } ?? .null,
      "map": text(map.map(\.text), "\n"), "set": text(set.map(\.text), "\n"),
      "only_columns": text(onlyColumns, ","), "match": text(match, ","),
      "mode": mode.map { .text($0.rawValue) } ?? .null,
      "blank": blank.map { .text($0.rawValue) } ?? .null,
      "create_missing": .integer(createsMissing ? 1 : 0),
    ]
  }

  /// Refuses a field that the kind has not; without a kind one that no kind has.
  func check(_ entities: Entities) throws {
    let kinds = kind.map { [$0] } ?? entities.catalogue.nounKinds
    let known = kinds.map { Headings($0, entities) }
    let named =
      map.filter { !$0.value.isEmpty }.map { ("map", $0.value) } + set.map { ("set", $0.name) }
      + onlyColumns.map { ("only-columns", $0) }
    for (option, name) in named where !known.contains(where: { $0.target(named: name) != nil }) {
      guard let kind else { throw ColumnErrors.noKindHas(option, name) }
      throw ColumnErrors.noField(option, name, entities[kind])
    }
    guard let first = known.first else { return }
    if !known.contains(where: { (try? MatchKeys(match, $0)) != nil }) {
      _ = try MatchKeys(match, first)
    }
  }

  /// Puts what is saved under what the caller chose.
  public func apply(to options: inout ImportOptions) {
    let chosen = options
    options.kind = chosen.kind ?? kind
    options.map += map.filter { pair in
      !chosen.map.contains { Headings.key($0.heading) == Headings.key(pair.name) }
    }.map { ($0.name, $0.value) }
    options.set += set.filter { pair in
      !chosen.set.contains { Headings.key($0.field) == Headings.key(pair.name) }
    }.map { ($0.name, $0.value) }
    if chosen.onlyColumns.isEmpty { options.onlyColumns = onlyColumns }
    options.createsMissing = chosen.createsMissing || createsMissing
  }

  private static func pairs(
    _ text: String?, at sign: (Substring) -> Substring.Index?
  ) -> [Pair] {
    (text ?? "").split(separator: "\n").compactMap { line in
      guard let sign = sign(line) else { return nil }
      return Pair(String(line[..<sign]), String(line[line.index(after: sign)...]))
    }
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map(String.init)
  }
}
