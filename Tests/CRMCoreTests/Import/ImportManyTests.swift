import CRMTables
import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Many customers into few are written many at a time, with an index down and keys filtered, and
/// nothing of it shows.
@Suite struct ImportManyTests {
  static let headings =
    "Mã KH,Tên khách hàng,Ngày sinh,Điện thoại,Email,Nhóm khách hàng,referrer"
  static let count = 6_000

  private func row(_ number: Int, code: String = "", referrer: String = "") -> String {
    let day = "\(number % 28 + 1)/\(number % 12 + 1)/\(1950 + number % 50)"
    return "\(code),Khách \(number),\(day),09\(10_000_000 + number),k\(number)@example.vn,"
      + "\(number.isMultiple(of: 3) ? "A; B" : "A"),\(referrer)"
  }

  private func bring(
    _ text: String, into database: TemporaryDatabase, watch: (Writer) throws -> Void
  ) throws -> (report: ImportReport, reasons: [String]) {
    let path = try database.file("many.csv", text)
    var reasons: [String] = []
    let report = try database.write { writer in
      // Small chunks, so that the file says early how much of it is to come.
      var options = ReadOptions()
      options.chunkSize = 8 << 10
      let source = try openTable(path, options: options)
      let rows = try source.rows(ofSheet: 0)
      let headings = try rows.next()?.cells.map(\.text) ?? []
      let importer = try Importer(
        writer, headings: headings, file: "many.csv",
        options: .with { $0.createsMissing = true },
        reject: { reasons += ["\($0.row.line): \($0.reasons.first?.text.en ?? "")"] })
      return try importer.run(rows) { _ in try watch(writer) }
    }
    return (report, reasons)
  }

  /// Those in error stand near the row they clash with, far from it, and before it was all begun.
  @Test func landsChecksAndUndoes() throws {
    let database = try TemporaryDatabase()
    try database.add(.customer, ["name": .text("Cũ"), "phones": .text("0977777777")])
    let before = try Dump(database)
    var lines = (1...Self.count).map { row($0, code: "X\($0 + 1_000_000)") }
    lines[2_000] = "X2,Trùng,,0910001999,,,"
    lines[2_001] = "X3,Trùng,,,k2000@EXAMPLE.VN,,"
    lines[4_000] = "X4,Trùng,,0910000001,,,"
    lines[4_500] = "X5,Trùng,,0977777777,,,"
    lines[4_501] = "X6,Được giới thiệu,,,,,X1004450"
    lines[4_502] = "X6,Đổi tên,,,,,X1004400"
    lines[4_503] = ",Không mã,,,,A,Khách 4400"
    let text = Self.headings + "\n" + lines.joined(separator: "\n") + "\n"
    var indexes: Set<Int64> = []
    let (report, reasons) = try bring(text, into: database) { writer in
      let count = try writer.cache.statement(
        "SELECT count(*) FROM sqlite_schema WHERE name = 'customer_birthday_day'")
      if let count = try count.firstInteger() { indexes.insert(count) }
    }
    #expect(indexes == [0, 1])
    #expect(report.added == Self.count - 5)
    #expect(report.updated == 1)
    #expect(
      reasons.map { String($0.prefix(40)) } == [
        "2002: Phone already exists in customer X", "2003: Email already exists in customer X",
        "4002: Phone already exists in customer X",
        "4502: Phone already exists in customer K",
      ], "\(reasons)")
    #expect(
      try database.rows("SELECT count(*), count(DISTINCT code) FROM customer")
        == ["\(Self.count - 4)|\(Self.count - 4)"])
    #expect(try database.rows("PRAGMA integrity_check") == ["ok"])
    #expect(try database.rows("PRAGMA foreign_key_check") == [])
    #expect(
      try database.rows(
        "SELECT c.name, r.code FROM customer c JOIN customer r ON r.id = c.referrer ORDER BY c.id")
        == ["Đổi tên|X1004400", "Không mã|X1004400"])
    // Every record has what an addition of its own would have given it.
    for missing in [
      "phones <> '' AND id NOT IN (SELECT record FROM customer_phones_key)",
      "emails <> '' AND id NOT IN (SELECT record FROM customer_emails_key)",
      "code LIKE 'X1%' AND id NOT IN (SELECT record FROM customer_groups)",
      "id NOT IN (SELECT record FROM change WHERE kind = \(Kind.customer.number) AND action = 1)",
      "name LIKE 'Khách%' AND id NOT IN "
        + "(SELECT rowid FROM customer_search WHERE customer_search MATCH 'khach')",
    ] {
      #expect(try database.rows("SELECT code FROM customer WHERE \(missing)") == [], "\(missing)")
    }
    try database.undo()
    #expect(try Dump(database).differences(from: before) == [])
    #expect(try database.rows("PRAGMA integrity_check") == ["ok"])
  }

  /// Few into many are written with every index in place.
  @Test func keepsIndexesWhereFewCome() throws {
    let database = try TemporaryDatabase()
    let lines = (1...900).map { row($0) }
    var indexes: Set<Int64> = []
    let (report, _) = try bring(
      Self.headings + "\n" + lines.joined(separator: "\n") + "\n", into: database
    ) { writer in
      let count = try writer.cache.statement(
        "SELECT count(*) FROM sqlite_schema WHERE name = 'customer_birthday_day'")
      if let count = try count.firstInteger() { indexes.insert(count) }
    }
    #expect(indexes == [1])
    #expect(report.added == 900)
    #expect(
      try database.rows("SELECT min(code), max(code) FROM customer") == ["KH000001|KH000900"])
  }
}
