import CRMValues
import GRDB

/// What live records are found by: the words of the full-text index, the keys of phones and emails,
/// the name without marks.
struct FoundByCheck: Check {
  let name = Choice("search", Label("Search", vi: "Tìm kiếm"))
  let advice = Label(
    "It is made anew from the records once the file itself is whole: crm doctor --fix",
    vi: "Phần này được dựng lại từ bản ghi khi tệp đã lành: crm doctor --fix")
  let weight = 6.0

  /// What stands for the full-text index among the fields.
  private static let words = "words"
  private static let foldedName = "name_fold"

  func find(_ examination: Examination) throws {
    for entity in examination.entities
    where !entity.search.isEmpty || entity.fields.contains(where: \.isKeyed) {
      var records = try FoundRecords(entity, examination.reader)
      do { try find(entity, records, examination) } catch let damage as FoundRecords.DamagedWords {
        // In a file whose pages are damaged nothing is mended.
        try examination.note(
          Finding(
            entity, part: FoundByCheck.words,
            found: .words(
              Label(
                "the index is damaged: \(damage.reason)",
                vi: "chỉ mục tìm kiếm bị hỏng; SQLite báo: “\(damage.reason)”")),
            examination.isDamaged ? .left : .mendable))
        records.leaveWords()
        try find(entity, records, examination)
      }
    }
  }

  private func find(
    _ entity: Entity, _ records: FoundRecords, _ examination: Examination
  ) throws {
    try records.find { part, id, wanted in
      let text: Finding.Shown
      switch part {
      case .words: text = .words(Label("other words", vi: "từ khác"))
      case .keys: text = .words(Label("other keys", vi: "khóa khác"))
      case .name(let found): text = .value(found)
      }
      let field: String
      switch part {
      case .words: field = FoundByCheck.words
      case .keys(let position): field = entity.fields[position].name
      case .name: field = FoundByCheck.foldedName
      }
      try examination.note(
        Finding(
          entity, id, part: field, found: text,
          wanted: .words(Label(same: wanted)), .mendable))
    }
  }

  func mend(_ mending: Mending) throws {
    for place in try mending.places() {
      guard let kind = mending.writer.catalogue.kind(named: place.subject) else { continue }
      let entity = mending.writer.entity(kind)
      try mending.apart {
        switch place.field {
        case FoundByCheck.words:
          try mending.writer.rebuildSearch(of: entity)
        case FoundByCheck.foldedName:
          try mending.run(
            "UPDATE \(entity.table) SET name_fold = fold(name) WHERE name_fold IS NOT fold(name)")
        default:
          guard let position = place.field.flatMap(entity.position) else { return }
          try mending.writer.rebuildKeys(of: entity, position)
        }
      }
    }
  }
}

extension Writer {
  /// Fills the full-text index of a kind anew; one that cannot even be emptied is made anew.
  func rebuildSearch(of entity: Entity) throws {
    let table = "\(entity.table)_search"
    do {
      try cache.db.inSavepoint {
        try cache.db.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('delete-all')")
        return .commit
      }
    } catch let error as DatabaseError where Examination.isOfTheData(error) {
      try cache.db.execute(sql: "DROP TABLE IF EXISTS \(table)")
      try cache.db.execute(sql: Schema.search(entity))
    }
    let statements = try statements(entity.kind)
    guard let search = statements.search else { return }
    let columns = search.positions.map { Schema.quoted(entity.fields[$0].name) }
    let rows = try cache.prepared(
      "SELECT id, \(columns.joined(separator: ", ")) FROM \(entity.table) WHERE deleted IS NULL")
    var values = entity.values()
    while try rows.step() {
      for (place, position) in search.positions.enumerated() {
        values[position] = rows.value(Int32(place + 1))
      }
      try writeWords(statements, search.positions, rows.integer(0), values, isDelete: false)
    }
    try flushSearch(statements)
  }

  /// Fills the key table of a field of phones or emails anew.
  func rebuildKeys(of entity: Entity, _ position: Int) throws {
    let field = entity.fields[position]
    let table = "\(entity.table)_\(field.name)_key"
    try cache.statement("DELETE FROM \(table)").run()
    let insert = try cache.statement("INSERT OR IGNORE INTO \(table) (key, record) VALUES (?, ?)")
    let rows = try cache.prepared(
      "SELECT id, \(Schema.quoted(field.name)) FROM \(entity.table) WHERE deleted IS NULL "
        + "AND \(Schema.quoted(field.name)) IS NOT NULL")
    while try rows.step() {
      for key in keys.storedKeys(of: field, rows.text(1) ?? "") {
        insert.bind(1, key)
        insert.bind(2, rows.integer(0))
        try insert.run()
      }
    }
  }
}
