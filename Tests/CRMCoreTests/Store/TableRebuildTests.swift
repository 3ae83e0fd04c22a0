import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// A table gets a new definition and keeps what it holds, known or not.
@Suite struct TableRebuildTests {
  private let queue: DatabaseQueue

  init() throws {
    queue = try DatabaseQueue(configuration: .withoutForeignKeys)
    try queue.write {
      try $0.execute(
        sql: """
          CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
          CREATE TABLE person (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE, born TEXT,
            kind TEXT CHECK (kind = 'a' OR kind = 'b'), town INTEGER REFERENCES town(id),
            boss INTEGER REFERENCES person(id), old TEXT, deleted INTEGER
          ) STRICT;
          CREATE TABLE person_tags (
            record INTEGER NOT NULL REFERENCES person(id), target INTEGER NOT NULL,
            PRIMARY KEY (record, target)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE note (text TEXT) STRICT;
          CREATE UNIQUE INDEX person_by_code ON person(code);
          CREATE INDEX person_by_old ON person(old);
          CREATE INDEX person_by_deleted ON person(deleted) WHERE deleted IS NOT NULL;
          CREATE INDEX person_by_day ON person(substr(born, -5));
          CREATE TRIGGER person_noted AFTER DELETE ON person
            BEGIN INSERT INTO note VALUES (old.code); END;
          ALTER TABLE person ADD COLUMN "c_sở thích" TEXT;
          ALTER TABLE person ADD COLUMN c_size INTEGER NOT NULL DEFAULT 7;
          CREATE INDEX "person_by_c_sở thích" ON person("c_sở thích")
            WHERE "c_sở thích" IS NOT NULL;
          INSERT INTO town VALUES (1, 'Huế');
          INSERT INTO person VALUES (3, 'A', '1990-02-01', 'a', 1, NULL, 'x', NULL, 'Cà phê', 9),
            (8, 'B', NULL, NULL, NULL, 3, NULL, 5, NULL, 7);
          INSERT INTO person_tags VALUES (3, 1), (8, 1);
          """)
    }
  }

  private static let definition = """
    CREATE TABLE person (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE, born TEXT, kind TEXT,
      town INTEGER REFERENCES town(id), boss INTEGER REFERENCES person(id), old TEXT,
      added INTEGER NOT NULL DEFAULT 1, deleted INTEGER
    ) STRICT
    """

  private func rows(_ sql: String) throws -> [String] {
    try queue.read { db in
      try Row.fetchAll(db, sql: sql).map {
        $0.databaseValues.map(TemporaryDatabase.text).joined(separator: "|")
      }
    }
  }

  private func run(_ rebuild: TableRebuild) throws { try queue.write(rebuild.run) }

  @Test func keepsWhatItHolds() throws {
    let indexes = "SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') ORDER BY name"
    let before = try rows(indexes)
    try run(TableRebuild("person", as: Self.definition))
    #expect(
      try rows(
        "SELECT id, code, born, kind, town, boss, old, added, deleted, \"c_sở thích\", c_size "
          + "FROM person"
      ) == ["3|A|1990-02-01|a|1|∅|x|1|∅|Cà phê|9", "8|B|∅|∅|∅|3|∅|1|5|∅|7"])
    #expect(try rows(indexes) == before)
    #expect(try rows("PRAGMA foreign_key_check") == [])
    #expect(
      try rows("SELECT \"table\", \"from\" FROM pragma_foreign_key_list('person') ORDER BY 2")
        == ["person|boss", "town|town"])
    #expect(
      try rows("SELECT \"table\" FROM pragma_foreign_key_list('person_tags')") == ["person"])
    #expect(
      try rows("SELECT type, \"notnull\" FROM pragma_table_xinfo('person') WHERE name = 'c_size'")
        == ["INTEGER|1"])
    #expect(try rows("SELECT strict FROM pragma_table_list('person')") == ["1"])
    #expect(try rows("PRAGMA integrity_check") == ["ok"])
    #expect(try rows("SELECT name FROM sqlite_schema WHERE name LIKE '%rebuilt%'") == [])
    #expect(try rows("SELECT * FROM note") == [])
  }

  @Test func fillsAndDrops() throws {
    try run(
      TableRebuild(
        "person", as: Self.definition.replacing("old TEXT,", with: "name TEXT NOT NULL,"),
        values: ["name": "coalesce(old, code) || '!'", "added": "id * 2"],
        dropping: ["old", "c_size"]))
    #expect(
      try rows("SELECT id, name, added, \"c_sở thích\" FROM person")
        == ["3|x!|6|Cà phê", "8|B!|16|∅"])
    #expect(
      try rows("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").sorted()
        == ["person_by_code", "person_by_c_sở thích", "person_by_day", "person_by_deleted"]
        .sorted())
    #expect(try rows("SELECT name FROM pragma_table_xinfo('person') WHERE name = 'c_size'") == [])
  }

  @Test(
    arguments: [
      ("person", "CREATE TABLE persons (id INTEGER PRIMARY KEY) STRICT"),
      ("robot", "CREATE TABLE robot (id INTEGER PRIMARY KEY) STRICT"),
      ("person", "CREATE TABLE person (id INTEGER PRIMARY KEY, town TEXT NOT NULL) STRICT"),
    ])
  func refusesWhatDoesNotFit(table: String, definition: String) throws {
    #expect(throws: DatabaseError.self) { try run(TableRebuild(table, as: definition)) }
    #expect(try rows("SELECT count(*) FROM person") == ["2"])
  }

  /// With foreign keys on, dropping the old table would take along what refers to it.
  @Test func wantsForeignKeysOff() throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = ON") }
    #expect(throws: DatabaseError.self) {
      try run(TableRebuild("person", as: Self.definition))
    }
  }
}
