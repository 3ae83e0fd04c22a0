import CRMValues

/// The fields that traits bring along, the same in every kind.
package enum StandardFields {
  package static let owner = Field(
    "owner", .reference(.user), Label("Owner", vi: "Người phụ trách"),
    headers: ["Chủ sở hữu", "Nhân viên phụ trách", "Assigned to", "NV phụ trách"], road: .owner)

  static let tags = Field(
    "tags", .references(.tag), Label("Tags", vi: "Thẻ gắn"), headers: ["Gắn thẻ", "Labels"])

  static let approval: [Field] = [
    Field(
      "approval", .choice(approvalChoices), Label("Approval", vi: "Phê duyệt"),
      access: .computed, defaultValue: "none"),
    Field(
      "approval_note", .text, Label("Approval note", vi: "Ghi chú phê duyệt"), access: .computed),
  ]

  static let approvalChoices: [Choice] = [
    Choice("none", Label("Not submitted", vi: "Chưa gửi")),
    Choice("submitted", Label("Submitted", vi: "Đã gửi duyệt")),
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
