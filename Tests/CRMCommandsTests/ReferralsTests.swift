import CRMTestSupport
import Testing

@testable import CRMCore
@testable import CRMEngine

@Suite struct ReferralsTests {
  let fixture: Fixture

  /// An (KH000001, revenue 290,250) brought Bình (KH000003), who brought Cúc and Dũng; An also
  /// brought Em.
  init() throws {
    fixture = try Fixture.company()
    try fixture.add(
      .customer, ["name": "Cúc", "referrer": "KH000003", "relationship": "Đã mua"])
    try fixture.add(.customer, ["name": "Dũng", "referrer": "KH000003"])
    try fixture.add(.customer, ["name": "Em", "referrer": "KH000001"])
    try fixture.addOrder(
      ["customer": "KH000004", "date": "2026-11-20"],
      lines: [["product": "SP01", "quantity": "3", "price": "100000", "tax": "0"]])
  }

  @Test func drawsTheTree() {
    #expect(
      fixture.run(["customer", "referrals", "KH000001", "--no-color"], language: .vi, terminal: 90)
        .output == """
          Khách hàng                   Mối quan hệ  Doanh thu  Ngày tạo
          ├─ KH000003 Nguyen Duc Binh                       0  22/11/2026 10:00
          │  ├─ KH000004 Cúc           Đã mua         300.000  22/11/2026 10:00
          │  └─ KH000005 Dũng                               0  22/11/2026 10:00
          └─ KH000006 Em                                    0  22/11/2026 10:00

          """)
    #expect(
      fixture.run("customer", "referrals", "KH000003", "--format", "tsv").output == """
        Level\tCode\tName\tReferrer\tRelationship\tRevenue\tCreated
        1\tKH000004\tCúc\tKH000003\tĐã mua\t300000\t2026-11-22 10:00:00
        1\tKH000005\tDũng\tKH000003\t\t0\t2026-11-22 10:00:00

        """)
    #expect(
      fixture.run(["customer", "referrals", "KH000002"], terminal: 80)
        == .init(output: "", errors: "nobody was referred\n", code: 0))
    #expect(
      fixture.run("customer", "referrals", "KH000002", "--json").output == "[]\n")
  }

  @Test func leavesOutWhoIsInTheTrash() throws {
    try fixture.delete(.customer, "KH000003")
    #expect(
      fixture.run("customer", "referrals", "KH000001").output.split(separator: "\n").dropFirst()
        .map { $0.split(separator: "\t")[1] } == ["KH000006"])
  }

  /// The doors refuse circles, but a file may have come with one.
  @Test func endsWhereRecordsReferInACircle() throws {
    try fixture.store.write(as: Actor(login: "an"), command: "x", at: Fixture.moment) { writer in
      let entity = Catalogue.entity(.customer)
      let id = try writer.one(.customer, "KH000001")
      let referrer = try #require(entity.position(of: "referrer"))
      let record = try #require(try writer.record(.customer, id))
      var values = record.values
      values[referrer] = .integer(try writer.one(.customer, "KH000004"))
      try writer.apply(try writer.statements(.customer), record, values, changed: [referrer])
    }
    #expect(
      fixture.run(["customer", "referrals", "KH000003", "--no-color"], terminal: 100).output == """
        Customer                                       Relationship  Revenue  Created
        ├─ KH000004 Cúc                                Đã mua        300,000  2026-11-22 10:00:00
        │  └─ KH000001 Nguyễn Đức An                   Tiềm năng     290,250  2026-11-22 10:00:00
        │     ├─ KH000003 Nguyen Duc Binh (see above)                      0  2026-11-22 10:00:00
        │     └─ KH000006 Em                                               0  2026-11-22 10:00:00
        └─ KH000005 Dũng                                                   0  2026-11-22 10:00:00

        """)
  }

  @Test func drawsNoMoreOfADeepTreeThanFits() throws {
    var last = "KH000006"
    for number in 1...30 {
      last = try fixture.add(.customer, ["name": "Tầng \(number)", "referrer": last])
    }
    let lines = fixture.run(
      ["customer", "referrals", "KH000006", "--format", "table"], terminal: 200
    ).output.split(separator: "\n")
    #expect(lines.count == 31)
    #expect(lines[24].hasPrefix(String(repeating: "   ", count: 23) + "└─ "))
    #expect(lines[30].hasPrefix("… " + String(repeating: "   ", count: 23) + "└─ "))
  }
}
