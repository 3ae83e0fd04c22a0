import CRMTables
import CRMValues
import Testing

@testable import CRMEngine

/// Fields that name a record of any kind.
@Suite struct RecordFieldTests {
  /// A parcel, a visit to it, and a remark on each.
  private func depot() throws -> Depot {
    let depot = try Depot()
    try depot.add(.parcel, ["name": "x"])
    try depot.add(.visit, ["parcel": "P000001"])
    try depot.add(.remark, ["about": "parcel:P000001", "text": "a"])
    try depot.add(.remark, ["about": "V000001", "text": "b"])
    try depot.add(.remark, ["text": "c"])
    return depot
  }

  @Test func packsKindAndRow() throws {
    let link = RecordLink(.parcel, 7)
    #expect(link.stored == 111 << 40 | 7)
    #expect(RecordLink(stored: link.stored) == link)
    #expect(RecordLink(stored: 7) == nil)
    #expect(RecordLink(stored: 111 << 40) == nil)
    #expect(RecordLink(stored: -1) == nil)
  }

  @Test func isTypedAndShownByKindAndCode() throws {
    let depot = try depot()
    #expect(
      try depot.texts(.remark, "about") == ["parcel:P000001", "visit:V000001", ""])
    #expect(Catalogue.fields.label(ofLink: "visit:V000001").vi == "lượt ghé V000001")
    try depot.add(.remark, ["about": "Bưu kiện: p000001"])
    #expect(try depot.texts(.remark, "about").last == "parcel:P000001")
  }

  @Test func asksForTheKindWhereSeveralHaveTheCode() throws {
    let depot = try depot()
    try depot.add(.visit, ["code": "P000001", "parcel": "P000001"])
    let error = try #require(problem { try depot.add(.remark, ["about": "P000001"]) })
    #expect(
      error.message.en
        == "“P000001” is the code of several records: parcel:P000001, visit:P000001")
    #expect(error.hints.first?.en == "Name its kind, too: parcel:P000001")
  }

  @Test(arguments: [
    ("X1", "there is no record “X1”"), ("parcel:X1", "there is no parcel “X1”"),
    ("truck:X1", "there is no record “truck:X1”"),
  ])
  func refusesWhatIsNotThere(typed: String, message: String) throws {
    let depot = try depot()
    let error = try #require(problem { try depot.add(.remark, ["about": typed]) })
    #expect(error.message.en.hasSuffix(message), "\(error.message.en)")
    let filtered = problem { try depot.texts(.remark, "code", where: "about = '\(typed)'") }
    #expect(filtered?.message.en.contains("there is no record “\(typed)”") == true)
    let raw = problem {
      try depot.write {
        try $0.add(
          .remark, Entity.remark.values(["about": .integer(RecordLink(.parcel, 99).stored)]))
      }
    }
    #expect(raw?.message.en == "About: the record it names is no longer there")
  }

  @Test func isFilteredAndCounted() throws {
    let depot = try depot()
    for (filter, texts) in [
      ("about = parcel:P000001", "a"), ("about = V000001", "b"), ("about is empty", "c"),
      ("about in (P000001, visit:V000001)", "a b"), ("about != P000001", "b c"),
    ] {
      #expect(
        try depot.texts(.remark, "text", where: filter).joined(separator: " ") == texts, "\(filter)"
      )
    }
    #expect(problem { try depot.texts(.remark, "text", where: "about ~ P") } != nil)
    #expect(try depot.values(.parcel, "remarks.count") == [.integer(1)])
    #expect(try depot.texts(.visit, "code", where: "remarks[text ~ b].count = 1") == ["V000001"])
    #expect(try depot.texts(.visit, "code", where: "remarks[text ~ a].count = 1") == [])
  }

  @Test func goesToTheTrashWithWhatItHangsOn() throws {
    let depot = try depot()
    #expect(try depot.write { try $0.trash(.parcel, 1) } == 4)
    #expect(try depot.texts(.remark, "text") == ["c"])
    let error = problem { try depot.write { try $0.restore(.remark, 1) } }
    #expect(error?.message.en.contains("belongs to parcel P000001, which is in the trash") == true)
    #expect(try depot.write { try $0.restore(.parcel, 1) } == 4)
    #expect(try depot.texts(.remark, "text") == ["a", "b", "c"])
  }

  @Test func keepsWhatItHangsOn() throws {
    let depot = try depot()
    let error = problem { try depot.write { try $0.remove(.visit, 1) } }
    #expect(error?.message.en == "visit V000001 is still referred to by remark R000002")
  }

  /// What something that stays hangs on is not destroyed, though it is in the trash.
  @Test func sparesWhatItHangsOn() throws {
    let depot = try depot()
    try depot.write { try $0.trash(.visit, 1) }
    let link = Value.integer(RecordLink(.visit, 1).stored)
    try depot.write { try $0.add(.remark, Entity.remark.values(["about": link])) }
    try depot.write { _ = try $0.emptyTrash($0.catalogue.nounKinds) }
    #expect(try depot.read { try $0.record(.visit, 1) } != nil)
    #expect(try depot.read { try $0.record(.remark, 2) } == nil)
    #expect(try depot.texts(.remark, "about").last == "visit:V000001")
  }

  @Test func isImported() throws {
    let depot = try depot()
    let path = depot.folder + "/remarks.csv"
    try "About,Text\nparcel:P000001,d\nV000001,e\nX9,f\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    var reasons: [String] = []
    try depot.write { writer in
      let rows = try openTable(path).rows(ofSheet: 0)
      let headings = try rows.next()?.cells.map(\.text) ?? []
      var options = ImportOptions(writer.entities)
      options.kind = .remark
      let importer = try Importer(
        writer, headings: headings, file: path, options: options
      ) { reasons += $0.reasons.map(\.text.en) }
      #expect(try importer.run(rows).added == 2)
    }
    #expect(reasons == ["there is no record “X9”"])
    #expect(try depot.texts(.remark, "about").suffix(2) == ["parcel:P000001", "visit:V000001"])
  }

  @Test func isUndone() throws {
    let depot = try depot()
    try depot.edit(.remark, 1, ["about": "visit:V000001"])
    try depot.write { _ = try Undo.undo($0, nil, force: false) }
    #expect(try depot.texts(.remark, "about").first == "parcel:P000001")
  }

  /// What hangs on what one sees is seen; the rest is not.
  @Test func isSeenWithWhatItHangsOn() throws {
    let depot = try depot()
    try depot.write { writer in
      let role = try writer.add(
        .role, writer.entity(.role).values(["code": .text("driver"), "name": .text("Driver")]))
      _ = try writer.grant(role, [nil], [.view], .own)
      let user = writer.entity(.user)
      try writer.edit(.user, 2, [(user.place(of: "role"), .integer(role))])
    }
    #expect(try depot.values(.remark, "text", as: "lan") == [])
    try depot.write {
      let owner = Entity.parcel.place(of: "owner")
      try $0.edit(.parcel, 1, [(owner, .integer(2))])
    }
    #expect(try depot.values(.remark, "text", as: "lan") == [.text("a"), .text("b")])
  }
}
