import CRMValues

extension Kind {
  public static let customField = Kind(23, "field", table: "custom_field")
}

extension Entity {
  /// A field that the users of one database added to a kind of record (RULES 13.3). It is
  /// shown, filtered, imported and exported like the others.
  public static let customField = Entity(
    .customField, Label("Custom field", vi: "Trường tùy chỉnh"),
    plural: Label("Custom fields", vi: "Trường tùy chỉnh"),
    codePrefix: "TTC", codeLabel: Label("Code", vi: "Mã trường tùy chỉnh"),
    fields: [
      Field(
        "name", .text, Label("Name", vi: "Tên trường"), required: true,
        help: Label("its heading", vi: "tiêu đề của trường")),
      Field(
        "kind", .noun(), Label("Kind", vi: "Loại bản ghi"), required: true,
        help: Label("the noun that has it", vi: "danh từ có trường này")),
      Field(
        "key", .text, Label("Key", vi: "Khóa"),
        help: Label(
          "its name in filters and JSON, after c_; made of the name where absent",
          vi: "tên trong bộ lọc và JSON, sau c_; bỏ trống thì lấy theo tên trường")),
      Field(
        "type", .choice(Entity.customTypes), Label("Type", vi: "Kiểu dữ liệu"),
        defaultValue: "text"),
      Field(
        "choices", .longText, Label("Choices", vi: "Các lựa chọn"),
        help: Label("A;B;C, for the type choice", vi: "A;B;C, cho kiểu lựa chọn")),
      Field("required", .flag, Label("Required", vi: "Bắt buộc"), defaultValue: "0"),
      Field("position", .integer, Label("Position", vi: "Thứ tự")),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    traits: [.configures], listed: ["code", "kind", "name", "key", "type", "choices", "required"],
    isCommon: true)

  static let customTypes: [Choice] = [
    Choice("text", Label("Text", vi: "Văn bản")),
    Choice("long-text", Label("Long text", vi: "Văn bản dài")),
    Choice("choice", Label("Choice", vi: "Lựa chọn")),
    Choice("flag", Label("Yes or no", vi: "Có hoặc không")),
    Choice("integer", Label("Whole number", vi: "Số nguyên")),
    Choice("decimal", Label("Number", vi: "Số thập phân")),
    Choice("percent", Label("Percentage", vi: "Phần trăm")),
    Choice("money", Label("Amount", vi: "Số tiền")),
    Choice("day", Label("Date", vi: "Ngày")),
    Choice("yearly-day", Label("Yearly date", vi: "Ngày hằng năm")),
    Choice("moment", Label("Date and time", vi: "Ngày giờ")),
    Choice("duration", Label("Length of time", vi: "Thời lượng")),
  ]
}

/// The fields of a custom field that its rules look at.
package enum CustomFieldField: String, FieldHandle {
  case kind, name, key, type, choices

  package static var entity: Entity { .customField }
}
