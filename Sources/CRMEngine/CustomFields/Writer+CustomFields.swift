import CRMValues

extension Writer {
  /// Makes the column of a custom field that is new or back, and takes up what its kind now is.
  ///
  /// - Parameters:
  ///   - values: the field's values; of one that is gone, those it had.
  ///   - isGone: whether its record is taken away for good. The column goes along where nothing
  ///     stands in it; else it stays, hidden, for what brings the field back.
  func settleCustomField(_ values: [Value], isGone: Bool) throws {
    guard let kind = try values.text(.kind).flatMap(catalogue.kind(named:)),
      let key = try values.text(.key), let type = try values.text(.type)
    else { return }
    let column = CustomColumn(table: catalogue.entity(kind).table, key: key, type: type)
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
      guard let kind = statement.text(0).flatMap(catalogue.kind(named:)),
        let key = statement.text(1), let type = statement.text(2)
      else { continue }
      let table = catalogue.entity(kind).table
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
