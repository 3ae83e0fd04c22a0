import CRMCore
import CRMEngine

extension Fixture {
  /// A database with a small company: two of staff, three customers, a contact, an order of two
  /// lines, a done transaction, two care cards.
  public static func company() throws -> Fixture {
    let fixture = try Fixture()
    try fixture.add(
      .user, ["code": "lan", "name": "Phạm Lan", "birthday": "20/12/1990", "phones": "0901000001"])
    try fixture.add(.group, ["name": "VIP", "points": "30"])
    try fixture.add(.group, ["name": "15-25", "points": "0"])
    try fixture.addCustomers()
    try fixture.addDealings()
    return fixture
  }

  private func addCustomers() throws {
    try add(
      .customer,
      [
        "name": "Nguyễn Đức An", "phones": "0912345678", "emails": "an@example.vn",
        "birthday": "25/11/1999", "owner": "lan", "groups": "Miền Bắc;VIP;15-25",
        "province": "Hà Nội", "relationship": "Tiềm năng", "gender": "male",
        "description": "Khách quen\nGọi buổi sáng",
      ])
    try add(
      .customer,
      [
        "name": "Công ty Sao Mai", "kind": "organisation", "birthday": "22/11", "owner": "an",
        "groups": "Miền Nam", "province": "Cần Thơ", "tax_code": "0100109106",
        "office_address": "=1 Lê Lợi",
      ])
    try add(
      .customer,
      [
        "name": "Nguyen Duc Binh", "birthday": "29/02/2000", "groups": "Miền Bắc",
        "phones": "0987654321", "referrer": "KH000001", "level": "interested",
      ])
    try add(
      .contact,
      [
        "customer": "KH000002", "name": "Trần Thị Hoa", "phones": "0325000000",
        "birthday": "22/11/1988", "position": "Kế toán",
      ])
  }

  private func addDealings() throws {
    try add(.product, ["code": "SP01", "name": "Sữa", "price": "100000", "tax": "8"])
    try add(.product, ["code": "SP02", "name": "Trà", "price": "50000", "tax": "10"])
    try addOrder(
      ["customer": "KH000001", "date": "01/11/2026", "channel": "tele", "owner": "lan"],
      lines: [
        ["product": "SP01", "quantity": "2", "price": "100000", "tax": "8"],
        ["product": "SP02", "quantity": "1,5", "price": "50000", "discount": "10", "tax": "10"],
      ])
    try add(
      .transaction,
      [
        "customer": "KH000001", "name": "Gọi chào hàng", "type": "Gọi điện", "status": "done",
        "date": "10/11/2026",
      ])
    for day in ["02/11/2026", "20/11/2026"] {
      try add(
        .careCard,
        [
          "customer": "KH000001", "order": "DH000001", "care_date": day, "status": "planned",
          "channel": "call", "content": "Hỏi thăm",
        ])
    }
  }
}
