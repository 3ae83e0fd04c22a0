import CRMEngine
import CRMValues

extension Kind {
  public static let comment = Kind(32, "comment")
}

extension Entity {
  /// What people wrote about a customer: a record of an exchange with it, or a word among
  /// themselves ("Trao đổi", RULES 8).
  public static let comment = Entity(
    .comment, Label("Comment", vi: "Trao đổi"), plural: Label("Comments", vi: "Trao đổi"),
    codePrefix: "TD", codeLabel: Label("Code", vi: "Mã trao đổi"),
    fields: [
      Field(
        "customer", .reference(.customer), Label("Customer", vi: "Khách hàng"), required: true,
        headers: ["Mã khách hàng", "Mã KH"], belongs: true),
      Field(
        "text", .longText, Label("Text", vi: "Nội dung"), required: true,
        headers: ["Nội dung trao đổi"]),
      Field(
        "author", .reference(.user), Label("Author", vi: "Người viết"),
        headers: ["Người trao đổi", "Nhân viên"]),
      Field(
        "date", .day, Label("Date", vi: "Ngày trao đổi"), short: Label("Date", vi: "Ngày"),
        defaultValue: "today"),
      Field(
        "exchange", .flag, Label("Exchange with the customer", vi: "Có trao đổi với khách"),
        defaultValue: "1",
        help: Label(
          "no: a word among colleagues, which is no contact",
          vi: "không: trao đổi nội bộ, không tính là liên hệ")),
      Field(
        "keys", .text, Label("Keys", vi: "Từ khóa"), access: .computed,
        help: Label("the #keys of the text", vi: "các #từ-khóa trong nội dung")),
      Field("location", .location, Label("Location", vi: "Vị trí")),
      Field(
        "mentions", .references(.user), Label("Mentions", vi: "Nhắc tới"), access: .computed),
      Field(
        "acknowledged", .references(.user), Label("Acknowledged by", vi: "Đã xác nhận"),
        access: .computed),
      Field("likes", .references(.user), Label("Liked by", vi: "Lượt thích"), access: .computed),
      Field(
        "unread_by", .references(.user), Label("Unread by", vi: "Chưa đọc"), access: .computed),
      Field("edited", .instant, Label("Edited", vi: "Đã sửa lúc"), access: .computed),
    ],
    nameField: "code", search: ["code", "text"],
    listed: ["code", "customer", "author", "date", "text", "likes"],
    happens: "created",
    indexes: [["customer", "deleted"], ["date", "created", "code"]])
}

/// The fields of a comment that rules look at.
package enum CommentField: String, FieldHandle {
  case customer, text, author, date, exchange, location, mentions, keys, edited
  case likes, acknowledged
  case unreadBy = "unread_by"

  package static var entity: Entity { .comment }
}
