import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What the engine asks of the catalogue and of the tables of this business.
@Suite struct SoundCatalogueTests {
  @Test func hasNoProblems() { #expect(Catalogue.crm.problems() == []) }

  /// The frozen migrations make the tables that the engine has in every business.
  @Test func hasTheTablesOfTheEngine() throws {
    let sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
    let wanted = try DatabaseQueue().write { db in
      for statement in Schema.engineTables { try db.execute(sql: statement) }
      return try String.fetchSet(db, sql: sql)
    }
    let found = try TemporaryDatabase().rows(sql)
    #expect(wanted.subtracting(found) == [])
    #expect(wanted.count == Schema.engineTables.count)
  }
}
