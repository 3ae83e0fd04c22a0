import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What takes several writes and is refused midway leaves nothing: two databases are the same, of
/// which one was asked for it and the other was not.
@Suite struct WholeRecordTests {
  /// Customers K1 and K2, who share no phone, and a product.
  private static func database() throws -> TemporaryDatabase {
    let database = try TemporaryDatabase()
    for number in 1...2 {
      try database.add(
        .customer,
        ["code": .text("K\(number)"), "name": .text("An"), "phones": .text("091234567\(number)")])
    }
    try database.add(
      .product, ["name": .text("P"), "price": .integer(100), "tax": .integer(100_000)])
    return database
  }

  /// Everything but the times, the log and the numbers that come next included.
  private func expectSame(_ tried: TemporaryDatabase, _ spared: TemporaryDatabase) throws {
    #expect(try Dump(tried).differences(from: Dump(spared)) == [])
    for table in ["change", "numbering", "transfer"] {
      let sql = "SELECT * FROM \(table)"
      #expect(try tried.rows(sql) == spared.rows(sql), "\(table)")
    }
    #expect(
      try tried.rows("SELECT id, actor, first_change, last_change FROM operation")
        == spared.rows("SELECT id, actor, first_change, last_change FROM operation"))
  }

  private func addOrder(_ writer: Writer, of customer: Int64, _ quantities: [Int64]) throws {
    let lines = Catalogue.entity(.orderLine)
    try writer.asAWhole {
      let id = try writer.add(
        .order, Catalogue.entity(.order).values(["customer": .integer(customer)]))
      for quantity in quantities {
        try writer.addLine(
          lines, to: id,
          lines.values(["product": .integer(1), "quantity": .integer(quantity * 10_000)]))
      }
    }
  }

  /// The second line is refused once the document and its first line are written.
  @Test func leavesNothingOfADocument() throws {
    let (tried, spared) = (try Self.database(), try Self.database())
    try spared.write { writer in
      try addOrder(writer, of: 1, [1, 2])
      try addOrder(writer, of: 1, [3])
    }
    try tried.write { writer in
      try addOrder(writer, of: 1, [1, 2])
      let error = failure { try addOrder(writer, of: 2, [1, 0]) }
      #expect(error?.message.en == "the quantity of a line cannot be 0")
      try addOrder(writer, of: 1, [3])
    }
    try expectSame(tried, spared)
    // What it would have meant for its customer included.
    #expect(try tried.value(.customer, 2, "level") == .text("new"))
    #expect(try tried.value(.customer, 2, "last_contact") == .null)
  }

  @Test func leavesALogWithoutTheOperationWhereThereWasNothingElse() throws {
    let (tried, spared) = (try Self.database(), try Self.database())
    try tried.write { writer in _ = failure { try addOrder(writer, of: 2, [1, 0]) } }
    try expectSame(tried, spared)
  }

  /// Full-text entries that wait, and those that had to be written meanwhile.
  @Test(arguments: [false, true]) func leavesTheSearchIndexRight(isAsked: Bool) throws {
    let (tried, spared) = (try Self.database(), try Self.database())
    func rename(_ writer: Writer, _ id: Int64, _ name: String) throws {
      try writer.edit(.customer, id, ["name": .text(name)])
    }
    try spared.write { try rename($0, 1, "Bình") }
    try tried.write { writer in
      try rename(writer, 1, "Bình")
      _ = failure {
        try writer.asAWhole {
          try rename(writer, 2, "Chi")
          if isAsked { try writer.beforeSearch() }
          try rename(writer, 1, "Dung")
          throw RecordErrors.notFound("x", .customer)
        }
      }
    }
    try expectSame(tried, spared)
  }

  /// A custom field that is taken back is none of its kind's fields.
  @Test func leavesTheKindsAsTheyWere() throws {
    let (tried, spared) = (try Self.database(), try Self.database())
    try tried.write { writer in
      _ = failure {
        try writer.asAWhole {
          try writer.add(
            .customField,
            writer.entity(.customField).values([
              "kind": .text("customer"), "name": .text("Sở thích"), "type": .text("text"),
            ]))
          #expect(writer.entity(.customer).field("c_so_thich") != nil)
          throw RecordErrors.notFound("x", .customer)
        }
      }
      #expect(writer.entity(.customer).field("c_so_thich") == nil)
    }
    try expectSame(tried, spared)
  }

  // MARK: rows of a file

  /// A row that would add an entry of a list and is refused: the next that names it adds it.
  @Test func leavesNoListEntriesOfARefusedRow() throws {
    let (tried, spared) = (try Self.database(), try Self.database())
    let options = ImportOptions.with { $0.createsMissing = true }
    let heading = "Mã KH,Tên KH,Nguồn,Điện thoại\n"
    let good = "K3,Chi,Hội chợ,\nK5,Em,,0912345675\nK6,Gấm,Tờ rơi,\n"
    _ = try spared.importText(heading + good, options)
    let imported = try tried.importText(
      heading + "K4,Dung,Hội chợ,0912345671\n" + good + "K7,Hà,Đài,0912345675\n", options)
    #expect(imported.lines == [2, 6])
    #expect(imported.report.created.map(\.name) == ["Hội chợ", "Tờ rơi"])
    try expectSame(tried, spared)
  }

  /// A record in the trash stays there where the row that names it is refused.
  @Test func leavesWhatIsInTheTrash() throws {
    let (tried, spared) = (try Self.database(), try Self.database())
    for database in [tried, spared] { try database.trash(.customer, 1) }
    let imported = try tried.importText(
      "Mã KH,Tên KH,Điện thoại\nK1,Bình,0912345672\n", .with { $0.restoresTrashed = true })
    #expect(imported.counts == "0+0+0+1")
    try expectSame(tried, spared)
  }
}
