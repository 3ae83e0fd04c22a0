import CRMValues

/// What SQLite says of its own file: pages, order, indexes, and what columns may hold.
struct IntegrityCheck: Check {
  let name = Choice("file", Label("File", vi: "Tệp"))
  let advice = Advice.restore
  let weight = 12.0

  /// More than this is not worth the time to tell.
  private static let most = 1_000

  func find(_ examination: Examination) throws {
    let tables = try IntegrityCheck.tables(examination)
    try examination.rows("PRAGMA main.integrity_check(\(IntegrityCheck.most))") { row in
      for line in (row.text(0) ?? "").split(separator: "\n") where line != "ok" {
        if line.hasPrefix("*** in database") { continue }
        try note(String(line), tables, examination)
      }
    }
  }

  /// Returns of which table each index is.
  private static func tables(_ examination: Examination) throws -> [String: String] {
    var tables: [String: String] = [:]
    try examination.rows("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'") { row in
      if let name = row.text(0), let table = row.text(1) { tables[name] = table }
    }
    return tables
  }

  private func note(
    _ line: String, _ tables: [String: String], _ examination: Examination
  ) throws {
    let found = Finding.Shown.words(Damage.said(line))
    if let match = line.firstMatch(of: /(?:row (\d+).*|wrong #.*|non-unique.*) index (\S+)$/),
      let table = tables[String(match.2)]
    {
      let entity = examination.entities.first { $0.table == table }
      let id = match.1.flatMap { Int64($0) }
      var finding = Finding(table: table, part: String(match.2), found: found, .mendable)
      if let entity {
        finding = Finding(entity, id, part: String(match.2), found: found, .mendable)
      }
      return try examination.note(finding)
    }
    if let match = line.firstMatch(of: /\ (?:value|failed) in (\w+)(?:\.(\w+))?$/) {
      let entity = examination.entities.first { $0.table == match.1 }
      return try examination.note(
        Finding(
          table: entity?.kind.rawValue ?? String(match.1), part: match.2.map(String.init),
          found: found, .left))
    }
    examination.noteDamage()
    try examination.note(Finding(table: "file", found: found, .left))
  }

  func mend(_ mending: Mending) throws {
    for place in try mending.places() {
      guard let index = place.field else { continue }
      try mending.apart { try mending.run("REINDEX main.\(Schema.quoted(index))") }
    }
  }
}
