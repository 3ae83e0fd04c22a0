import CRMValues
import GRDB

@testable import CRMCore
@testable import CRMEngine

extension TemporaryDatabase {
  /// A company with something of everything that is kept beside what was typed.
  static func forDoctor() throws -> TemporaryDatabase {
    let database = try TemporaryDatabase()
    let lan = try database.add(.user, ["code": .text("lan"), "name": .text("Lan")])
    let vip = try database.add(.group, ["name": .text("VIP"), "points": .integer(30)])
    let tier = try database.add(.tier, ["name": .text("Vàng"), "rank": .integer(5)])
    let first = try database.add(
      .customer,
      [
        "name": .text("Nguyễn Đức An"), "phones": .text("0912345678"),
        "emails": .text("an@example.vn"), "owner": .integer(lan), "groups": .list([vip]),
      ])
    let second = try database.add(
      .customer, ["name": .text("Sao Mai"), "referrer": .integer(first), "fax": .text("0283")])
    try database.add(.customer, ["name": .text("Phở 24"), "referrer": .integer(second)])
    try database.add(.contact, ["customer": .integer(first), "name": .text("Hoa")])
    let product = try database.add(
      .product, ["code": .text("SP1"), "name": .text("Sữa"), "price": .integer(100_000)])
    let order = try database.addOrder(
      first, [(product, 20_000, 100_000), (product, 15_000, 50_000)])
    try database.write { writer in
      let payment = try writer.add(
        .payment,
        Entity.payment.values(["customer": .integer(first), "amount": .integer(100_000)]))
      try writer.addLine(
        .paymentOrder, to: payment,
        PaymentOrderField.values([.order: .integer(order), .allocated: .integer(60_000)]))
    }
    let type = try database.read { try $0.one(.transactionType, "Gọi điện") }
    try database.add(
      .transaction,
      [
        "customer": .integer(first), "name": .text("Gọi"), "type": .integer(type),
        "status": .text("done"), "date": .text("2026-11-10"),
      ])
    try database.edit(.customer, first, ["tier": .integer(tier)])
    try database.edit(.customer, second, ["owner": .integer(lan)])
    try database.write { _ = try $0.share(.customer, second, with: .user(lan), rights: "view") }
    try database.write { try $0.set(Setting.duplicateFields.declared, to: "name,phones,fax") }
    try database.add(
      .customField,
      ["name": .text("Size"), "kind": .text("customer"), "key": .text("size")])
    let gone = try database.add(.source, ["name": .text("Báo")])
    try database.trash(.source, gone)
    try database.undo()
    try database.redo()
    return database
  }

  /// Runs statements past the doors, as a fault would.
  func damage(_ sql: String) throws {
    try raw.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql)
    }
  }

  /// What doctor finds.
  func faults() throws -> [Fault] {
    try read { reader in
      let checkup = try Checkup(.crm, at: path, in: .en)
      try checkup.examine(reader)
      return try checkup.all()
    }
  }

  /// What doctor has mended and left.
  func mend(dryRun: Bool = false) throws -> [Fault] {
    try write(dryRun: dryRun) { writer in
      let checkup = try Checkup(.crm, at: path, in: .en, isTried: dryRun)
      try checkup.mend(writer)
      return try checkup.all()
    }
  }
}

extension Checkup {
  func all() throws -> [Fault] {
    var all: [Fault] = []
    try faults { all.append($0) }
    return all
  }
}

extension Fault: CustomStringConvertible {
  /// `check: kind code field: is → should be`, for comparisons.
  public var description: String {
    let place = [subject, code ?? "-", field ?? "-"].joined(separator: " ")
    return "\(check.key): \(place): \(found ?? "-") → \(wanted ?? "-")"
  }
}
