import CRMCore
import CRMEngine
import CRMTestSupport
import Testing

/// A new record of what has an owner gets that owner, unless told otherwise (RULES 5.5).
@Suite struct InheritedOwnerTests {
  let fixture: Fixture

  /// KH000001 is of lan, KH000002 of an, KH000003 of nobody.
  init() throws { fixture = try Fixture.offices() }

  private func owner(_ kind: String, _ code: String) -> String {
    let rows = fixture.run(kind, "list", "--where", "code = \(code)", "--columns", "code,owner")
      .output
    return rows.split(separator: "\n").dropFirst().first.map {
      String($0.split(separator: "\t", omittingEmptySubsequences: false).last ?? "")
    } ?? "none"
  }

  @Test(arguments: [
    (Kind.order, ["note": "x"]), (.contract, ["name": "Hợp đồng"]),
    (.transaction, ["name": "Gọi"]), (.payment, ["amount": "1000"]), (.careCard, ["content": "x"]),
  ])
  func isThatOfTheCustomer(kind: Kind, fields: [String: String]) throws {
    for (customer, owner) in [
      ("KH000001", "lan"), ("KH000002", "an"), ("KH000003", ""),
    ] {
      let named = fields.merging(["customer": customer]) { own, _ in own }
      let code = try fixture.add(kind, named)
      #expect(self.owner(kind.rawValue, code) == owner, "\(kind) of \(customer)")
    }
    let given = fields.merging(["customer": "KH000001", "owner": "tu"]) { own, _ in own }
    #expect(owner(kind.rawValue, try fixture.add(kind, given)) == "tu")
  }

  @Test func importsToo() throws {
    let path = try fixture.file(
      "orders.csv",
      """
      Số đơn hàng,Mã khách hàng,Mã sản phẩm,Số lượng,Người phụ trách
      DHA,KH000001,SP01,1,
      DHB,KH000001,SP01,1,tu

      """)
    #expect(fixture.run("import", path).code == 0)
    #expect(owner("order", "DHA") == "lan")
    #expect(owner("order", "DHB") == "tu")
  }

  /// A salesperson's order for a common customer of somebody else is the salesperson's; and nobody
  /// who left gets anything new.
  @Test func isOnesOwnWhereOneMayNotAddForTheOwner() {
    #expect(fixture.run("customer", "common", "add", "KH000002", "KH000003").code == 0)
    for customer in ["KH000002", "KH000003"] {
      let added = fixture.run(as: "lan", "order", "add", customer, "--line", "SP01:1")
      #expect(added.code == 0, "\(added.errors)")
      let code = added.output.split(separator: "\n").first ?? ""
      #expect(owner("order", String(code)) == "lan")
    }
    #expect(fixture.run("user", "edit", "lan", "--active", "no").code == 0)
    let added = fixture.run("order", "add", "KH000001", "--line", "SP01:1")
    #expect(owner("order", String(added.output.split(separator: "\n").first ?? "")) == "")
  }
}
