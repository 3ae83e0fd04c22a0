import CRMValues

/// The fields that traits bring along, the same in every kind.
package enum StandardFields {
  package static let owner = Field(
    "owner", .reference(.user), Label("Owner", vi: "Chủ sở hữu"),
    headers: [
      "Người phụ trách", "Nhân viên phụ trách", "Assigned to", "NV phụ trách", "Phụ trách",
      "Sale phụ trách", "Nhân viên kinh doanh", "NVKD",
    ], road: .owner)

  /// Phone numbers, under the headings of the usual programs; those that are numbered
  /// (`Phone 2 - Value`) are found without their number.
  package static let phones = Field(
    "phones", .phones, Label("Phones", vi: "Điện thoại"),
    headers: [
      "Phone", "SĐT", "Số điện thoại", "Số ĐT", "ĐT", "Di động", "Số di động", "Mobile", "Tel",
      "Telephone", "Phone number", "Cell phone", "Điện thoại di động", "ĐT di động", "ĐTDĐ",
      "Điện thoại cố định", "ĐT cố định", "Điện thoại bàn", "Điện thoại nhà riêng",
      "Điện thoại cơ quan", "Điện thoại khách hàng", "SĐT khách hàng",
      "Số điện thoại khách hàng", "SĐT KH", "SĐT khách", "Điện thoại liên hệ", "SĐT liên hệ",
      "Hotline",
      "Phone - Value", "Mobile phone", "Business phone", "Home phone", "Primary phone",
      "Other phone", "Work phone", "Car phone", "Company main phone",
    ])

  package static let emails = Field(
    "emails", .emails, Label("Emails", vi: "Email"),
    headers: [
      "Email", "E-mail", "Mail", "Email khách hàng", "Email KH", "Địa chỉ email", "Thư điện tử",
      "Hộp thư", "Email liên hệ", "Email address", "Email - Value", "Primary email",
      "Secondary email", "Work email", "Home email",
    ])

  package static let birthdayHeaders = [
    "Sinh nhật", "Ngày sinh nhật", "Ngày tháng năm sinh", "NTNS",
    "Date of birth", "Birth date",
  ]

  static let tags = Field(
    "tags", .references(.tag), Label("Tags", vi: "Thẻ gắn"),
    headers: [
      "Gắn thẻ", "Labels", "Group membership", "Categories", "Nhãn", "Thẻ", "Thẻ (Tag)", "Tag",
    ])

  static let approval: [Field] = [
    Field(
      "approval", .choice(approvalChoices), Label("Approval", vi: "Phê duyệt"),
      access: .computed, defaultValue: "none"),
    Field(
      "approval_note", .text, Label("Approval note", vi: "Ghi chú phê duyệt"), access: .computed),
    Field(
      "approval_step", .integer, Label("Approval step", vi: "Bước duyệt"), access: .computed,
      help: Label("the step it waits at", vi: "bước đang chờ duyệt")),
    Field(
      "submitted_by", .reference(.user), Label("Submitted by", vi: "Người gửi phê duyệt"),
      headers: ["Người gửi duyệt"], access: .computed),
    Field(
      "submitted", .instant, Label("Submitted", vi: "Gửi phê duyệt lúc"),
      headers: ["Gửi duyệt lúc"], access: .computed),
  ]

  /// Whether a field is kept by the approval of its record.
  static func isOfApproval(_ field: Field) -> Bool { approval.contains { $0.name == field.name } }

  static let approvalChoices: [Choice] = [
    Choice("none", Label("Not submitted", vi: "Chưa gửi")),
    Choice("submitted", Label("Submitted", vi: "Đã gửi phê duyệt")),
    Choice("approved", Label("Approved", vi: "Đã duyệt")),
    Choice("rejected", Label("Rejected", vi: "Từ chối")),
  ]

  static let times: [Field] = [
    Field("created", .instant, Label("Created", vi: "Ngày tạo"), access: .computed),
    Field(
      "created_by", .reference(.user), Label("Created by", vi: "Người tạo"), access: .computed),
    Field("updated", .instant, Label("Updated", vi: "Ngày sửa"), access: .computed),
  ]
}
