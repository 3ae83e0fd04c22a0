import CRMValues
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

@Suite struct OperandTests {
  let fixture: FilterFixture

  init() throws { fixture = try FilterFixture() }

  /// The operand's value of the first customer, or of the first record of another kind.
  @Test(
    arguments: [
      (Kind.customer, "name", "Nguyễn Đức", FieldKind.text, "Tên khách hàng"),
      (.customer, "owner", "1", .reference(.user), "Chủ sở hữu"),
      (.customer, "owner.unit.name", "Sales", .text, "Chủ sở hữu: đơn vị: tên đơn vị"),
      (.customer, "groups", "Miền Bắc; VIP", .text, "Nhóm khách hàng"),
      (.customer, "groups.kind", "region", .text, "Nhóm khách hàng: loại nhóm"),
      (.customer, "groups.count", "2", .integer, "Nhóm khách hàng: số lượng"),
      (.customer, "orders.count", "2", .integer, "Đơn hàng: số lượng"),
      (.customer, "orders.total", "20000000", .money, "Đơn hàng: tổng tiền"),
      (.customer, "orders[date = 2026].total", "12000000", .money, "Đơn hàng: tổng tiền"),
      (.customer, "orders.last", "2026-03-01", .day, "Đơn hàng: gần nhất"),
      (.customer, "contacts.first", "1700000000", .instant, "Liên hệ: đầu tiên"),
      (
        .customer, "employer.orders.total", "10000000", .money,
        "Nhân viên của tổ chức: đơn hàng: tổng tiền"
      ),
      (.careCard, "customer.name", "Nguyễn Đức", .text, "Khách hàng: tên khách hàng"),
      (.careCard, "customer.groups", "Miền Bắc; VIP", .text, "Khách hàng: nhóm khách hàng"),
      (.order, "lines.count", "2", .integer, "Dòng hàng: số lượng"),
    ])
  func givesColumns(kind: Kind, path: String, value: String, fieldKind: FieldKind, label: String)
    throws
  {
    let entity = Catalogue.entity(kind)
    let operand = try FilterCompiler(entity: entity, alias: "t", context: fixture.context())
      .operand(path)
    #expect(operand.kind == fieldKind)
    #expect(operand.label.vi == label)
    let sql = "SELECT CAST(\(operand.fragment.sql) AS TEXT) FROM \(entity.table) t WHERE id = 1"
    let found = try fixture.queue.read { db in
      try String.fetchOne(
        db, sql: sql,
        arguments: StatementArguments(operand.fragment.arguments.map(FilterFixture.argument)))
    }
    #expect(found == value)
  }

  @Test(
    arguments: [
      ("name", "K6 K3 K4 K7 K5 K1 K8 K2"), ("level", "K8 K1 K7 K4 K2 K3 K5 K6"),
      ("birthday", "K5 K4 K8 K3 K7 K6 K1 K2"), ("owner", "K4 K6 K7 K1 K2 K8 K3 K5"),
      ("orders.total", "K2 K4 K5 K6 K7 K8 K3 K1"), ("owner.unit", "K4 K6 K7 K3 K5 K1 K2 K8"),
    ])
  func sortsAsPeopleDo(path: String, codes: String) throws {
    let operand = try FilterCompiler(entity: .customer, alias: "t", context: fixture.context())
      .operand(path)
    let sql =
      "SELECT code FROM customer t WHERE deleted IS NULL ORDER BY \(operand.sortKey.sql), id"
    let found = try fixture.queue.read { db in
      try String.fetchAll(
        db, sql: sql,
        arguments: StatementArguments(operand.sortKey.arguments.map(FilterFixture.argument)))
    }
    #expect(found.joined(separator: " ") == codes)
  }

  @Test func saysWhatLeadsNowhere() {
    let error = #expect(throws: CRMError.self) {
      try FilterCompiler(entity: .customer, alias: "t", context: fixture.context())
        .operand("owner.nmae")
    }
    #expect(error?.message.en == "column 7: user has no field “nmae”")
  }
}
