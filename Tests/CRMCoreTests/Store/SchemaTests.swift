import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Migrations are what released databases hold; the catalogue is what this program reads.
@Suite struct SchemaTests {
  @Test func migratesToWhatTheCatalogueWants() throws {
    let database = try TemporaryDatabase()
    let wanted = try DatabaseQueue()
    try wanted.write { db in
      for statement in Schema1.system + Schema.statements() {
        try db.execute(sql: statement)
      }
    }
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    let expected = try wanted.read { db in
      try Row.fetchAll(db, sql: sql).map {
        $0.databaseValues.map(TemporaryDatabase.text).joined(separator: "|")
      }
    }
    let found = try database.rows(sql)
    #expect(Set(found).subtracting(expected) == [])
    #expect(Set(expected).subtracting(found) == [])
    #expect(found.count > 100)
  }

  @Test(
    arguments: [
      ("application_id", "1668443441"), ("user_version", "\(Migrations.current)"),
      ("journal_mode", "wal"), ("integrity_check", "ok"),
    ])
  func isMarkedAsOurs(pragma: String, value: String) throws {
    #expect(try TemporaryDatabase().rows("PRAGMA \(pragma)") == [value])
  }

  @Test func keepsTablesStrict() throws {
    let loose = try TemporaryDatabase().rows(
      """
      SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
      AND strict = 0 AND name NOT LIKE 'sqlite_%'
      """)
    #expect(loose == [])
  }

  /// A foreign key without an index makes every deletion of its target a scan. The one of
  /// `created_by` is left without on purpose; partial indexes serve where null is left out.
  @Test func indexesEveryForeignKey() throws {
    let database = try TemporaryDatabase()
    for kind in Catalogue.order {
      let entity = Catalogue.entity(kind)
      for field in entity.fields where field.name != "created_by" {
        guard let target = field.target else { continue }
        let sql =
          field.isLinked
          ? "SELECT record FROM \(entity.table)_\(field.name) WHERE target = 1"
          : "SELECT id FROM \(entity.table) WHERE \(Schema.quoted(field.name)) = 1"
        let plan = try database.rows("EXPLAIN QUERY PLAN " + sql).joined(separator: " ")
        #expect(plan.contains("SEARCH"), "\(kind).\(field.name) → \(target): \(plan)")
      }
    }
  }

  @Test(
    arguments: [
      "INSERT INTO customer (id, code, name, kind) VALUES (900, 'X', 'X', 'robot')",
      "INSERT INTO customer (id, code, name, supplier) VALUES (900, 'X', 'X', 2)",
      "INSERT INTO customer (id, code, name, score) VALUES (900, 'X', 'X', 'many')",
      "INSERT INTO customer (id, code) VALUES (900, 'X')",
      "INSERT INTO customer (id, code, name, owner) VALUES (900, 'X', 'X', 12345)",
      "INSERT INTO source (id, code, name) VALUES (900, 'ng000001', 'X')",
      "INSERT INTO source (id, code, name) VALUES (900, 'X', 'Zalo')",
      "INSERT INTO customer_groups (record, target) VALUES (12345, 1)",
    ])
  func refusesWhatNoDoorWouldWrite(sql: String) throws {
    let database = try TemporaryDatabase()
    #expect(throws: DatabaseError.self) { try database.raw.write { try $0.execute(sql: sql) } }
  }

  @Test func startsWithTheListsOfASmallCompany() throws {
    let database = try TemporaryDatabase()
    #expect(
      try database.rows("SELECT code FROM role ORDER BY id")
        == ["admin", "manager", "sales", "care", "viewer"])
    #expect(
      try database.rows("SELECT u.code, r.code FROM user u JOIN role r ON r.id = u.role")
        == ["admin|admin"])
    #expect(
      try database.rows("SELECT name FROM customer_group ORDER BY id")
        == ["Miền Bắc", "Miền Trung", "Miền Nam"])
    #expect(try database.rows("SELECT id, command FROM operation") == ["1|crm init"])
    #expect(
      try TemporaryDatabase(language: .en).rows("SELECT name FROM customer_group ORDER BY id")
        == ["North", "Central", "South"])
  }
}
