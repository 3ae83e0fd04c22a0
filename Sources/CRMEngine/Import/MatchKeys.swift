import CRMValues

/// How the rows of an import find the records they stand for: keys that are tried in order, each
/// of one field or of several that must agree together.
struct MatchKeys {
  private let entity: Entity
  private let keys: [[Int]]
  /// Whether a row was looked for by its code alone.
  let includesCode: Bool

  /// The positions of all fields of the keys.
  var positions: [Int] { keys.flatMap(\.self) }

  /// - Parameter names: fields as filters call them or as a column would be headed (`phone` is
  ///   `phones`), those of one key with a plus sign between.
  /// - Throws: ``CRMError`` of kind usage for what is no field, or holds several records.
  init(_ names: [String], _ known: Headings) throws {
    entity = known.entity
    let entity = known.entity
    keys = try names.map { key in
      try key.split(separator: "+").map { part in
        let name = cleaned(String(part))
        guard case .field(let position)? = known.target(name) else {
          throw MatchKeys.noField(name, entity)
        }
        guard !entity.fields[position].isLinked else {
          throw MatchKeys.severalRecords(entity.fields[position])
        }
        return position
      }
    }
    includesCode = keys.contains { $0.count == 1 && entity.fields[$0[0]].kind == .code }
  }

  /// Returns the record a row stands for, nil where there is none.
  ///
  /// - Parameter firstNewID: the first of those that the import adds.
  /// - Throws: ``CRMError`` where several answer to a key, or the one is in the trash.
  func find(
    _ values: [Value], _ writer: Writer, _ options: ImportOptions, before firstNewID: Int64
  ) throws -> (id: Int64, isDeleted: Bool)? {
    for key in keys {
      guard key.allSatisfy({ !values[$0].isBlank }) else { continue }
      if key.count == 1, entity.fields[key[0]].kind == .code {
        guard let found = try find(code: values[key[0]].text ?? "", writer, options) else {
          continue
        }
        return found
      }
      let ids = try writer.matches(entity, key.map { (entity.fields[$0], values[$0]) })
      if ids.count > 1 {
        throw RecordErrors.ambiguous(
          text(key, values), entity, try ids.map { try writer.label(entity.kind, $0) })
      }
      if let id = ids.first { return (id, false) }
    }
    if let found = try findByName(values, writer) { return found }
    guard let likeness = entity.likeness, likeness.isSame else { return nil }
    return try alike(likeness, values, writer, before: firstNewID).map { ($0, false) }
  }

  /// Returns a record of an earlier import that a row without a code may stand for, by what the kind
  /// says of that; of two alike rows in one file each is a record.
  func alike(
    _ likeness: RowLikeness, _ values: [Value], _ writer: Writer, before firstNewID: Int64
  ) throws -> Int64? {
    guard includesCode, let code = try entity.position(ifAny: .code), values[code].isNull else {
      return nil
    }
    let common = try likeness.fields.map { name in
      let position = try entity.handle(name)
      return (entity.fields[position], values[position].isBlank ? .null : values[position])
    }
    guard let first = common.first, !first.1.isNull else { return nil }
    let further = try likeness.one.map(entity.handle).filter { !values[$0].isBlank }
    guard !further.isEmpty else {
      return try writer.matches(entity, common, before: firstNewID).first
    }
    for position in further {
      let wanted = common + [(entity.fields[position], values[position])]
      if let id = try writer.matches(entity, wanted, before: firstNewID).first { return id }
    }
    return nil
  }

  /// A row without a code of a kind whose names are unique, such as a list, is the entry of that
  /// name.
  private func findByName(
    _ values: [Value], _ writer: Writer
  ) throws -> (id: Int64, isDeleted: Bool)? {
    guard includesCode, let code = try entity.position(ifAny: .code), values[code].isNull else {
      return nil
    }
    for name in entity.unique {
      let position = try entity.handle(name)
      guard let text = values[position].text else { continue }
      let field = entity.fields[position]
      let ids = try writer.spelt(entity, field, text)
      if let id = try ids.first ?? writer.otherwiseCalled(entity, field, text).first {
        return (id, false)
      }
    }
    return nil
  }

  private func find(
    code: String, _ writer: Writer, _ options: ImportOptions
  ) throws -> (id: Int64, isDeleted: Bool)? {
    if try writer.isBeyondAllCodes(entity.kind, code) { return nil }
    guard let found = try writer.find(entity.kind, code: code) else { return nil }
    // What the actor does not see is not there; only that its code is taken may be told.
    guard try writer.isVisible(entity.kind, found.id) else {
      if options.mode == .update { return nil }
      throw RecordErrors.codeTaken(code, of: entity, inTrash: false)
    }
    if found.isDeleted && !options.restoresTrashed {
      throw RecordErrors.codeTaken(code, of: entity, inTrash: true)
    }
    return found
  }

  /// Says that no record answers to a row.
  func notFound(_ values: [Value]) -> CRMError {
    let key = keys.first { $0.allSatisfy { !values[$0].isBlank } } ?? []
    return RecordErrors.notFound(text(key, values), entity)
  }

  private func text(_ key: [Int], _ values: [Value]) -> String {
    key.map { values[$0].text ?? values[$0].integer.map(String.init) ?? "" }
      .joined(separator: " + ")
  }

  private static func noField(_ name: String, _ entity: Entity) -> CRMError {
    CRMError(
      .usage, "--match: \(entity.plural.en.lowercased()) have no field “\(name)”",
      vi: "--match: \(entity.label.vi.lowercased()) không có trường “\(name)”")
  }

  private static func severalRecords(_ field: Field) -> CRMError {
    CRMError(
      .usage, "--match: \(field.label.en) holds several records and cannot find one",
      vi: "--match: \(field.label.vi) chứa nhiều bản ghi nên không dùng để tìm được")
  }
}
