import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// A record never refers to itself, over however many others.
@Suite struct ReferenceCycleTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  /// A kind and a field by which its records refer to each other.
  @Test(
    arguments: [
      (Kind.customer, "referrer"),
      (.customer, "employer"), (.unit, "parent"),
      (.productGroup, "parent"),
    ])
  func refusesAChainThatComesBack(kind: Kind, field: String) throws {
    var ids: [Int64] = []
    for name in ["X1", "X2", "X3", "X4"] {
      ids.append(
        try database.add(
          kind,
          [
            "name": .text(name), "code": .text(name),
            field: ids.last.map(Value.integer) ?? .null,
          ]))
    }
    let label = Catalogue.entity(kind).field(field)?.label.en ?? ""
    for (at, chain) in [
      (0, ""), (1, ", through X2"), (3, ", through X4, X3, X2"),
    ] {
      let error = failure { try database.edit(kind, ids[0], [field: .integer(ids[at])]) }
      #expect(error?.kind == .request)
      #expect(
        error?.message.en
          == "\(label): X1 would lead back to itself\(chain)")
    }
    #expect(try database.value(kind, ids[0], field) == .null)
    // To the side is no circle.
    try database.edit(kind, ids[3], [field: .integer(ids[0])])
    #expect(failure { try database.edit(kind, ids[0], [field: .integer(ids[3])]) } != nil)
  }

  @Test func refusesItInAnImport() throws {
    let imported = try database.importText(
      "Mã KH,Tên KH,Người giới thiệu\nA,Một,\nB,Hai,A\nC,Ba,B\n")
    #expect(imported.counts == "3+0+0+0")
    let changed = try database.importText(
      "Mã KH,Người giới thiệu\nA,C\nB,\n", .with { $0.mode = .update })
    #expect(changed.lines == [2])
    #expect(
      changed.reasons == [
        "Referrer: A would lead back to itself, through C, B"
      ])
  }

  @Test func shortensALongChain() throws {
    var last: Int64 = 0
    for number in 1...30 {
      last = try database.add(
        .customer,
        ["name": .text("K\(number)"), "referrer": last == 0 ? .null : .integer(last)])
    }
    let error = failure { try database.edit(.customer, 1, ["referrer": .integer(last)]) }
    let end = ", …, KH000006, KH000005, KH000004, KH000003, KH000002"
    #expect(error?.message.en.hasSuffix(end) == true)
  }
}
