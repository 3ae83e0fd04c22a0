import CRMValues

extension Writer {
  /// Checks what a custom field says of itself, and fills its key where there is none.
  ///
  /// - Throws: ``CRMError`` for an unknown kind, a key that is taken or none, a choice without
  ///   words.
  func deriveCustomField(_ values: inout [Value], _ entity: Entity) throws {
    func text(_ name: String) -> String? {
      entity.position(of: name).flatMap { values[$0].text }
    }
    guard let position = entity.position(of: "key"), let noun = text("kind"),
      let name = text("name")
    else { return }
    guard let kind = Catalogue.noun(noun), kind != .customField else {
      throw CustomFieldErrors.noKind(noun)
    }
    if let place = entity.position(of: "kind") { values[place] = .text(kind.rawValue) }
    let key = text("key") ?? CustomFields.key(of: name)
    guard CustomFields.isKey(key) else { throw CustomFieldErrors.noKey(text("key") ?? name) }
    values[position] = .text(key)
    if text("type") == "choice", CustomFields.words(text("choices")).isEmpty {
      throw CustomFieldErrors.noChoices(name)
    }
  }

  /// Refuses a second field of a kind with the same key, in the trash or not: its column is taken.
  func checkCustomKey(_ values: [Value], _ entity: Entity, except id: Int64?) throws {
    guard let kind = entity.position(of: "kind").flatMap({ values[$0].text }),
      let key = entity.position(of: "key").flatMap({ values[$0].text })
    else { return }
    let statement = try cache.statement(
      "SELECT id, code FROM custom_field WHERE kind = ? AND \"key\" = ? AND id <> ?")
    statement.bind(1, kind)
    statement.bind(2, key)
    statement.bind(3, id ?? 0)
    guard try statement.step() else { return }
    let code = statement.text(1) ?? ""
    statement.reset()
    throw CustomFieldErrors.keyTaken(key, kind, code)
  }

  /// Refuses a name that another field of the kind has in either language, or a field of its
  /// lines: files could not tell their columns apart.
  func checkCustomName(_ values: [Value], _ entity: Entity) throws {
    func text(_ name: String) -> String? {
      entity.position(of: name).flatMap { values[$0].text }
    }
    guard let kind = text("kind").flatMap(Kind.init(rawValue:)), let name = text("name"),
      let key = text("key")
    else { return }
    let heading = Headings.key(name)
    let own = self.entity(kind)
    let lines = own.lines.map(Catalogue.entity)?.fields.filter { $0.target != kind } ?? []
    for field in own.fields + lines where field.name != Field.customPrefix + key {
      let names = [field.name, field.label.en, field.label.vi]
      guard let taken = names.first(where: { Headings.key($0) == heading }) else { continue }
      throw CustomFieldErrors.nameTaken(taken, kind.rawValue)
    }
  }

  /// Refuses to change what the column of a custom field was made for.
  func checkCustomChange(_ entity: Entity, changed: [Int]) throws {
    for name in ["kind", "key", "type"] {
      guard let position = entity.position(of: name), changed.contains(position) else { continue }
      throw CustomFieldErrors.fixed(entity.fields[position])
    }
  }

  /// Makes the column of a custom field that is new or back, and takes up what its kind now is.
  ///
  /// - Parameters:
  ///   - values: the field's values; of one that is gone, those it had.
  ///   - isGone: whether its record is taken away for good. The column goes along where nothing
  ///     stands in it; else it stays, hidden, for what brings the field back.
  func settleCustomField(_ values: [Value], _ entity: Entity, isGone: Bool) throws {
    guard let noun = entity.position(of: "kind").flatMap({ values[$0].text }),
      let kind = Kind(rawValue: noun),
      let key = entity.position(of: "key").flatMap({ values[$0].text }),
      let type = entity.position(of: "type").flatMap({ values[$0].text })
    else { return }
    let column = CustomColumn(table: Catalogue.entity(kind).table, key: key, type: type)
    if isGone {
      doomedColumns.append(DoomedColumn(kind: kind, key: key, column: column, evenIfUsed: false))
    } else if try !column.exists(cache) {
      try column.make(cache)
    }
    try customFieldsChanged(of: kind)
  }

  /// Notes the columns of custom fields that are destroyed, with everything in them.
  ///
  /// - Parameter ids: a query of their ids, in parentheses.
  func doomCustomColumns(of ids: String) throws {
    let statement = try cache.statement(
      "SELECT kind, \"key\", type FROM custom_field WHERE id IN \(ids)")
    while try statement.step() {
      guard let kind = statement.text(0).flatMap(Kind.init(rawValue:)),
        let key = statement.text(1), let type = statement.text(2)
      else { continue }
      let table = Catalogue.entity(kind).table
      let column = CustomColumn(table: table, key: key, type: type)
      doomedColumns.append(DoomedColumn(kind: kind, key: key, column: column, evenIfUsed: true))
    }
  }

  /// Drops the noted columns, now that no statement runs any more, which SQLite wants. One whose
  /// field has come back stays.
  func dropDoomedColumns() throws {
    let field = try cache.statement(
      "SELECT 1 FROM custom_field WHERE kind = ? AND \"key\" = ?")
    for doomed in doomedColumns {
      field.bind(1, doomed.kind.rawValue)
      field.bind(2, doomed.key)
      guard try field.firstInteger() == nil else { continue }
      guard try doomed.evenIfUsed || !doomed.column.isUsed(cache) else { continue }
      try customFieldsChanged(of: doomed.kind)
      try doomed.column.drop(cache)
    }
    doomedColumns = []
  }
}
