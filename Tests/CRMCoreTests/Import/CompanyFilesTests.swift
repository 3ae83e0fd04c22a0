import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// One company's real mess, imported as its admin would.
@Suite(.enabled(if: CompanyFiles.exist)) struct CompanyFilesTests {
  @Test func landsAsCounted() throws {
    let expected = try CompanyFiles.expected()
    let database = try TemporaryDatabase()
    let missing = ImportOptions.with { $0.createsMissing = true }
    let empty = try Dump(database)
    #expect(
      try database.importFile(CompanyFiles.path("nhan-vien.csv"), missing).counts == "12+0+0+0")
    #expect(
      try database.importFile(CompanyFiles.path("san-pham.csv"), missing).counts == "12+0+0+0")
    let customers = try database.importFile(CompanyFiles.path("khach-hang.csv"), missing)
    try expectCustomers(customers, expected, database)
    let contacts = try database.importFile(CompanyFiles.path("lien-he.csv"))
    #expect(contacts.counts == "\(expected.contacts)+0+0+0")
    let orders = try database.importFile(CompanyFiles.path("don-hang.csv"), missing)
    #expect(orders.counts == "\(expected.orders)+0+0+0")
    #expect(orders.report.rows == expected.orderLines)
    #expect(
      try database.rows("SELECT count(*) FROM order_line") == ["\(expected.orderLines)"])
    let cards = try database.importFile(CompanyFiles.path("the-cham-soc.csv"))
    #expect(cards.counts == "\(expected.careCards)+0+0+0")
    try expectFilters(expected, database)
    for _ in 0..<6 { try database.undo() }
    #expect(try Dump(database).differences(from: empty) == [])
  }

  private func expectCustomers(
    _ imported: Imported, _ expected: CompanyFiles.Expected, _ database: TemporaryDatabase
  ) throws {
    #expect(imported.report.rows == expected.rows)
    #expect(imported.report.read == expected.rows)
    #expect(imported.report.added == expected.valid)
    #expect(imported.report.rejected == expected.rows - expected.valid)
    var invalid: [String: String] = [:]
    var duplicates: [String: String] = [:]
    for row in imported.rejected {
      let code = row.row.cells[0].text
      if let field = row.reasons.first?.field {
        #expect(row.reasons.count == 1, "\(code)")
        invalid[code] = field == "emails" ? "email" : field
      } else {
        let words = row.reasons[0].text.en.split(separator: " ")
        duplicates[code] = words.first { $0.hasPrefix("KH") }.map(String.init)
      }
    }
    #expect(invalid == expected.invalid)
    #expect(duplicates == expected.duplicates)
  }

  private func expectFilters(
    _ expected: CompanyFiles.Expected, _ database: TemporaryDatabase
  ) throws {
    func count(_ filter: String) throws -> Int {
      try database.read { reader in
        var query = Query(.customer)
        query.conditions = [try Expression(parsing: filter)]
        return try reader.count(query)
      }
    }
    for (name, size) in expected.groups {
      #expect(try count("groups = \"\(name)\"") == size, "\(name)")
    }
    let filters = [
      "--and Miền Bắc 15-25": "groups = \"Miền Bắc\" and groups = 15-25",
      "--or Miền Bắc 15-25": "groups = \"Miền Bắc\" or groups = 15-25",
      "--not Miền Bắc 15-25": "not (groups = \"Miền Bắc\" and groups = 15-25)",
      "--not Miền Bắc --not 15-25": "not groups = \"Miền Bắc\" and not groups = 15-25",
      "--and VIP --not Miền Nam": "groups = VIP and not groups = \"Miền Nam\"",
    ]
    #expect(Set(filters.keys) == Set(expected.filter.keys))
    for (clause, filter) in filters {
      #expect(try count(filter) == expected.filter[clause], "\(clause)")
    }
    #expect(try count("orders.count = 0") == expected.customersWithoutOrders)
  }
}
