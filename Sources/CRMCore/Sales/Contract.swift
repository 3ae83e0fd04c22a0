import CRMEngine
import CRMValues

extension Kind {
  public static let contract = Kind(26, "contract")
}

extension Entity {
  /// A sale or purchase contract with a customer (RULES 9.7).
  public static let contract = Entity(
    .contract, Label("Contract", vi: "Hợp đồng"), plural: Label("Contracts", vi: "Hợp đồng"),
    codePrefix: "HD", codeLabel: Label("Code", vi: "Số hợp đồng"),
    codeHeaders: ["Mã hợp đồng", "Contract number", "Số HĐ", "Mã HĐ"],
    fields: [
      Field(
        "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"), required: true,
        headers: ["Mã khách hàng", "Mã KH"], spareHeaders: Entity.customerWords, belongs: true),
      Field(
        "name", .text, Label("Name", vi: "Tên hợp đồng"), short: Label("Name", vi: "Tên"),
        required: true),
      Field(
        "kind", .choice(Entity.contractKinds), Label("Kind", vi: "Loại hợp đồng"),
        short: Label("Kind", vi: "Loại"),
        headers: ["Mua bán"], defaultValue: "sale"),
      Field(
        "form", .choice(Entity.contractForms), Label("Form", vi: "Hình thức ký"),
        headers: ["Hình thức", "Tái ký"], defaultValue: "new"),
      Field(
        "value", .money, Label("Value", vi: "Giá trị hợp đồng"),
        short: Label("Value", vi: "Giá trị"),
        headers: ["Giá trị", "Giá trị HĐ", "Contract value"]),
      Field(
        "status", .choice(Entity.contractStatuses), Label("Status", vi: "Tình trạng"),
        headers: ["Trạng thái"], defaultValue: "active"),
      Field(
        "date", .day, Label("Signed on", vi: "Ngày ký"),
        headers: ["Ngày ký hợp đồng", "Signing date", "Date"], defaultValue: "today"),
      Field(
        "effective_date", .day, Label("In force from", vi: "Ngày hiệu lực"),
        headers: ["Ngày có hiệu lực", "Effective date"]),
      Field(
        "expiry_date", .day, Label("Expires on", vi: "Ngày hết hạn"),
        headers: ["Ngày hết hiệu lực", "Expiry date"],
        help: Label("from the term where absent", vi: "tính theo thời hạn nếu bỏ trống")),
      Field(
        "term", .integer, Label("Term in months", vi: "Thời hạn (tháng)"),
        headers: ["Thời hạn", "Term"]),
      Field(
        "mark_signed", .flag, Label("Marks the customer as signed", vi: "Chuyển khách sang Đã ký"),
        headers: ["Chuyển khách hàng vào nhóm đã ký"], defaultValue: "0",
        help: Label("without it: approached", vi: "không chọn: Tiếp cận")),
      StandardFields.owner,
      Field("description", .longText, Label("Description", vi: "Mô tả"), headers: ["Ghi chú"]),
      Field(
        "paid", .money, Label("Paid", vi: "Đã thanh toán"), short: Label("Paid", vi: "Đã trả"),
        follows: .sum(of: .paymentContract, "allocated", by: "contract"), access: .computed,
        defaultValue: "0"),
      Field(
        "left", .money, Label("Left to pay", vi: "Còn phải thanh toán"),
        short: Label("Left", vi: "Còn nợ"),
        follows: .difference("value", "paid"), access: .computed),
    ],
    traits: [.ownedAlong, .tagged, .approvable], search: ["code", "name", "description"],
    listed: ["code", "customer", "name", "kind", "value", "status", "date", "expiry_date"],
    yields: ["kind", "date", "status", "expiry_date"],
    asked: ["customer", "name", "value", "date", "expiry_date"],
    schedule: Schedule(at: "expiry_date", moved: false),
    happens: "date",
    indexes: [["customer", "deleted", "status", "date", "value"], ["expiry_date"]])

  static let contractKinds: [Choice] = [
    Choice("sale", Label("Sale", vi: "Bán")),
    Choice("purchase", Label("Purchase", vi: "Mua")),
  ]

  static let contractForms: [Choice] = [
    Choice("new", Label("New", vi: "Ký mới")),
    Choice("renewal", Label("Renewal", vi: "Gia hạn")),
  ]

  static let contractStatuses: [Choice] = [
    Choice("draft", Label("Draft", vi: "Dự thảo")),
    Choice("active", Label("In force", vi: "Đang hiệu lực"), .open),
    Choice("completed", Label("Completed", vi: "Đã thanh lý"), .done),
    Choice("expired", Label("Expired", vi: "Hết hạn"), .done),
    Choice("cancelled", Label("Cancelled", vi: "Đã hủy"), .lost),
  ]
}

/// The fields of a contract that rules look at.
package enum ContractField: String, FieldHandle {
  case customer, date, term, value, status
  case effectiveDate = "effective_date"
  case expiryDate = "expiry_date"
  case markSigned = "mark_signed"

  package static var entity: Entity { .contract }

  /// The statuses of a contract that is in force, as SQL lists them.
  static let inForce = Entity.contract.field(status.rawValue)?.list(of: .open) ?? ""
}
