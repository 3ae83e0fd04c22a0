import CRMTestSupport
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What a database holds is what the catalogue declares: a new one is made of it, an older one
/// becomes it.
@Suite struct SchemaTests {
  /// The shape of a new database.
  private func wanted() throws -> SchemaShape {
    try TemporaryDatabase().shape()
  }

  @Test func upgradesNothingToWhatTheCatalogueWants() throws {
    let queue = try DatabaseQueue(configuration: .withoutForeignKeys)
    try queue.write { try Migrations.crm.upgrade($0, from: 0, to: Migrations.crm.current) }
    let found = try queue.read { try SchemaShape($0) }
    #expect(found.differences(from: try wanted()) == [])
    #expect(found.tables.count > 40)
  }

  @Test(arguments: Released.all)
  func upgradesWhatWasReleasedToWhatTheCatalogueWants(released: Released) throws {
    let found = try ReleasedDatabase(released).shape()
    #expect(found.differences(from: try wanted()) == [])
    #expect(found.tables["customer"]?.contains("column c_so_thich TEXT 0 - 0 0") == true)
    #expect(
      found.tables["customer"]?.contains { $0.hasPrefix("index customer_by_c_so_thich") } == true)
  }

  /// The frozen steps up to a released format make what that release made.
  @Test(arguments: Released.all)
  func knowsWhatWasReleased(released: Released) throws {
    let queue = try DatabaseQueue(configuration: .withoutForeignKeys)
    try queue.write { try Migrations.crm.upgrade($0, from: 0, to: released.format) }
    let made = try queue.read { try SchemaShape($0) }
    let folder = try TemporaryFolder()
    try released.write(to: folder.file("old.sqlite"))
    let old = try DatabaseQueue(path: folder.file("old.sqlite"))
    #expect(try old.read { try SchemaShape($0) }.differences(from: made) == [])
  }

  /// What contracts show of their payments is worked out of those that count.
  @Test func upgradesWhatWasPaidOfContracts() throws {
    let queue = try DatabaseQueue(configuration: .withoutForeignKeys)
    try queue.write { db in
      try Migrations.crm.upgrade(db, from: 0, to: 3)
      try db.execute(
        sql: """
          INSERT INTO customer (id, code, name) VALUES (1, 'K', 'K');
          INSERT INTO contract (id, code, customer, name, value) VALUES (1, 'A', 1, 'A', 900), (2, 'B', 1, 'B', NULL);
          INSERT INTO payment (id, code, customer, amount, status, deleted) VALUES
            (1, 'P1', 1, 500, 'confirmed', NULL), (2, 'P2', 1, 500, 'pending', NULL), (3, 'P3', 1, 500, 'confirmed', 7);
          INSERT INTO payment_contract (payment, contract, allocated) VALUES (1, 1, 300), (2, 1, 200), (3, 1, 100);
          """)
      try Migrations.crm.upgrade(db, from: 3, to: 4)
    }
    let rows = try queue.read {
      try Row.fetchAll($0, sql: "SELECT paid, \"left\" FROM contract ORDER BY id")
    }
    #expect(rows.map { $0["paid"] as Int64? } == [300, 0])
    #expect(rows.map { $0["left"] as Int64? } == [600, nil])
  }

  /// What waited for approval waits at the first step, with who submitted it by the log.
  @Test func upgradesWhatWaitedForApproval() throws {
    let queue = try DatabaseQueue(configuration: .withoutForeignKeys)
    try queue.write { db in
      try Migrations.crm.upgrade(db, from: 0, to: 4)
      try db.execute(
        sql: """
          INSERT INTO user (id, code, name) VALUES (3, 'lan', 'Lan');
          INSERT INTO unit (id, code, name) VALUES (1, 'DV1', 'A');
          INSERT INTO customer (id, code, name) VALUES (1, 'K', 'K');
          INSERT INTO contract (id, code, customer, name, approval) VALUES
            (1, 'A', 1, 'A', 'submitted'), (2, 'B', 1, 'B', 'submitted'), (3, 'C', 1, 'C', 'approved');
          INSERT INTO operation (id, time, actor, command, first_change, last_change) VALUES
            (1, 100, 'lan', '', 1, 1), (2, 200, 'lan', '', 2, 2), (3, 300, 'root', '', 3, 4);
          INSERT INTO change (id, operation, kind, record, action, fields) VALUES
            (1, 1, 26, 1, 2, '{"approval":["none","submitted"]}'),
            (2, 2, 26, 1, 2, '{"approval":["rejected","submitted"]}'),
            (3, 3, 26, 1, 2, '{"note":[null,"x"]}'),
            (4, 3, 26, 2, 2, '{"approval":["none","submitted"]}');
          """)
      try Migrations.crm.upgrade(db, from: 4, to: 5)
    }
    let rows = try queue.read {
      try Row.fetchAll(
        $0, sql: "SELECT approval_step, submitted, submitted_by FROM contract ORDER BY id")
    }
    #expect(rows.map { $0["approval_step"] as Int64? } == [1, 1, nil])
    #expect(rows.map { $0["submitted"] as Int64? } == [200, 300, nil])
    #expect(rows.map { $0["submitted_by"] as Int64? } == [3, nil, nil])
    let kept = try queue.read { try Row.fetchOne($0, sql: "SELECT code, manager FROM unit") }
    #expect(kept.map { $0["code"] as String? } == "DV1")
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM notification") } == 0)
  }

  /// The comparison is worth something: it sees each of these.
  @Test(
    arguments: [
      "ALTER TABLE customer ADD COLUMN nickname TEXT",
      "ALTER TABLE customer DROP COLUMN fax",
      "ALTER TABLE customer ADD COLUMN other INTEGER REFERENCES customer(id)",
      "DROP INDEX customer_by_code",
      "DROP INDEX customer_by_code; CREATE UNIQUE INDEX customer_by_code ON customer(name)",
      "DROP INDEX customer_by_deleted; CREATE INDEX customer_by_deleted ON customer(deleted)",
      "DROP TABLE customer_groups",
      "CREATE TABLE another (id INTEGER PRIMARY KEY) STRICT",
      "ALTER TABLE customer DROP COLUMN fax; ALTER TABLE customer ADD COLUMN fax INTEGER",
      """
      ALTER TABLE customer DROP COLUMN fax;
      ALTER TABLE customer ADD COLUMN fax TEXT NOT NULL DEFAULT ''
      """,
    ])
  func seesWhatDiffers(change: String) throws {
    let database = try TemporaryDatabase()
    try database.raw.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: change)
    }
    #expect(try database.shape().differences(from: try wanted()) != [], "\(change)")
  }

  @Test(
    arguments: [
      ("application_id", "1668443441"), ("user_version", "\(Migrations.crm.current)"),
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
    let upgraded = try ReleasedDatabase(Released.all[0])
    #expect(throws: DatabaseError.self) { try upgraded.execute(sql) }
  }

  @Test func startsWithTheListsOfASmallCompany() throws {
    let database = try TemporaryDatabase()
    #expect(
      try database.rows("SELECT code FROM role ORDER BY id")
        == ["admin", "manager", "sales", "care", "viewer", "accountant"])
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
