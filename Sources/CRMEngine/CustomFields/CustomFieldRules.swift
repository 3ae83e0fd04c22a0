import CRMValues

/// A custom field brings its column along, keeps its key and type, and is told from every other
/// column of its kind.
final class CustomFieldRules: Rules {
  static let kind = Kind.customField

  private unowned let writer: Writer
  init(_ writer: Writer) { self.writer = writer }

  func derive(_ values: inout [Value], _ old: Record?) throws { try complete(&values) }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    if let changed { try checkFixed(changed) }
    let name = try CustomFieldField.name.position
    if old?.isDeleted != true, changed?.contains(name) ?? true { try checkName(values) }
    if changed == nil { try checkKey(values, except: old?.id) }
    if old == nil { try checkCount(values) }
  }

  func checkDeleting(_ record: Record) throws {
    guard !record.isDeleted,
      let kind = try record.values.text(.kind).flatMap(writer.catalogue.kind(named:)),
      let uses = try CustomFieldUses(record.values, of: kind)?.records(writer), !uses.isEmpty
    else { return }
    throw CustomFieldErrors.inUse(try record.values.text(.name) ?? "", by: uses)
  }

  func follow(_ written: Written) throws {
    guard let values = written.new ?? written.old?.values else { return }
    try writer.settleCustomField(values, isGone: false)
  }

  func removed(_ record: Record) throws {
    try writer.settleCustomField(record.values, isGone: true)
  }

  func destroying(_ ids: String) throws { try writer.doomCustomColumns(of: ids) }

  /// Checks what a custom field says of itself, and fills its key where there is none.
  ///
  /// - Throws: ``CRMError`` for an unknown kind, a key that is taken or none, a choice without
  ///   words.
  private func complete(_ values: inout [Value]) throws {
    guard let noun = try values.text(.kind), let name = try values.text(.name) else { return }
    guard let kind = writer.catalogue.noun(noun), kind != .customField else {
      throw CustomFieldErrors.noKind(noun, writer.catalogue)
    }
    values[try CustomFieldField.kind.position] = .text(kind.rawValue)
    let typed = try values.text(.key)
    let key = typed ?? CustomFields.key(of: name)
    guard CustomFields.isKey(key) else { throw CustomFieldErrors.noKey(typed ?? name) }
    values[try CustomFieldField.key.position] = .text(key)
    if try values.text(.type) == "choice", try CustomFields.words(values.text(.choices)).isEmpty {
      throw CustomFieldErrors.noChoices(name)
    }
  }

  /// Refuses a second field of a kind with the same key, in the trash or not: its column is taken.
  private func checkKey(_ values: [Value], except id: Int64?) throws {
    guard let kind = try values.text(.kind), let key = try values.text(.key) else { return }
    let statement = try writer.cache.statement(
      "SELECT id, code FROM custom_field WHERE kind = ? AND \"key\" = ? AND id <> ?")
    statement.bind(1, kind)
    statement.bind(2, key)
    statement.bind(3, id ?? 0)
    guard try statement.step() else { return }
    let code = statement.text(1) ?? ""
    statement.reset()
    throw CustomFieldErrors.keyTaken(key, kind, code)
  }

  /// Custom fields that a kind may have, those in the trash included, whose columns stay. A table of
  /// SQLite takes 2,000 columns, and a question that shows them all with the names of what they refer
  /// to, two a field, as many.
  static let most = 500

  private func checkCount(_ values: [Value]) throws {
    guard let kind = try values.text(.kind) else { return }
    let count = try writer.cache.statement("SELECT count(*) FROM custom_field WHERE kind = ?")
    count.bind(1, kind)
    guard try count.firstInteger() ?? 0 >= CustomFieldRules.most else { return }
    throw CustomFieldErrors.tooMany(kind, CustomFieldRules.most)
  }

  /// Refuses a name that another field of the kind has in either language, or a field of its
  /// lines: files could not tell their columns apart.
  private func checkName(_ values: [Value]) throws {
    guard let kind = try values.text(.kind).flatMap(writer.catalogue.kind(named:)),
      let name = try values.text(.name), let key = try values.text(.key)
    else { return }
    let heading = Headings.key(name)
    let own = writer.entity(kind)
    let parts = own.parts.flatMap { part in
      writer.catalogue.entity(part).fields.filter { $0.target != kind }
    }
    for field in own.fields + parts where field.name != Field.customPrefix + key {
      let names = [field.name, field.label.en, field.label.vi]
      guard let taken = names.first(where: { Headings.key($0) == heading }) else { continue }
      throw CustomFieldErrors.nameTaken(taken, kind.rawValue)
    }
  }

  /// Refuses to change what the column of a custom field was made for.
  private func checkFixed(_ changed: [Int]) throws {
    for field in [CustomFieldField.kind, .key, .type] {
      let position = try field.position
      if changed.contains(position) {
        throw CustomFieldErrors.fixed(Entity.customField.fields[position])
      }
    }
  }
}

extension [Value] {
  /// Returns the text of a field of a custom field, whose values these are.
  func text(_ field: CustomFieldField) throws -> String? { self[try field.position].text }
}
