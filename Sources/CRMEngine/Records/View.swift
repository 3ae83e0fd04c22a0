import CRMValues

extension Kind {
  public static let view = Kind(19, "view", table: "saved_view")
}

extension Entity {
  /// A saved view ("giao diện"): a condition, columns and an order over one kind.
  public static let view = Entity(
    .view, Label("View", vi: "Giao diện"), plural: Label("Views", vi: "Giao diện"),
    codePrefix: "GDN", codeLabel: Label("Code", vi: "Mã giao diện"),
    fields: [
      Field("name", .text, Label("Name", vi: "Tên giao diện"), required: true),
      Field(
        "kind", .noun(), Label("Kind", vi: "Loại bản ghi"), required: true,
        help: Label("the noun it lists", vi: "danh từ được liệt kê")),
      Field(
        "condition", .condition(.kindNamed(in: "kind")), Label("Condition", vi: "Điều kiện"),
        help: Label("a filter expression", vi: "biểu thức lọc")),
      Field("columns", .text, Label("Columns", vi: "Cột"), help: Label("a,b,c", vi: "a,b,c")),
      Field("sort", .text, Label("Sort", vi: "Sắp xếp"), help: Label("a,-b", vi: "a,-b")),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    traits: [.keptByAuthor], unique: ["name"],
    listed: ["code", "name", "kind", "condition", "columns", "sort"])
}

/// The fields of a view that make the list.
package enum ViewField: String, FieldHandle {
  case kind, condition, columns, sort

  package static var entity: Entity { .view }
}
