import CRMValues

extension Kind {
  public static let importMapping = Kind(21, "import-mapping", isNoun: false)
}

extension Entity {
  /// How the files of one source are imported, saved by name: their columns, what is set for
  /// every row, how rows find their records.
  public static let importMapping = Entity(
    .importMapping, Label("Import mapping", vi: "Mẫu nhập khẩu"),
    plural: Label("Import mappings", vi: "Mẫu nhập khẩu"),
    codePrefix: nil,
    fields: [
      Field("name", .text, Label("Name", vi: "Tên mẫu"), required: true),
      Field("kind", .text, Label("Kind", vi: "Loại bản ghi")),
      Field("map", .longText, Label("Columns", vi: "Cột")),
      Field("set", .longText, Label("For every row", vi: "Cho mọi dòng")),
      Field("only_columns", .text, Label("Only the fields", vi: "Chỉ các trường")),
      Field("match", .text, Label("Found by", vi: "Tìm theo")),
      Field(
        "mode",
        .choice([
          Choice("add", Label("Add", vi: "Thêm")), Choice("update", Label("Update", vi: "Sửa")),
          Choice("upsert", Label("Add or update", vi: "Thêm hoặc sửa")),
        ]), Label("Mode", vi: "Cách nhập khẩu")),
      Field(
        "blank",
        .choice([
          Choice("keep", Label("Keep", vi: "Giữ")), Choice("clear", Label("Clear", vi: "Xóa")),
        ]), Label("Empty cells", vi: "Ô trống")),
      Field(
        "create_missing", .flag, Label("Adds missing entries", vi: "Tự thêm danh mục"),
        defaultValue: "0"),
    ],
    traits: [.internal, .keptByAuthor],
    listed: ["name", "kind", "map", "set", "only_columns", "match", "mode", "blank"],
    indexes: [["name"]])
}

/// The fields of a saved mapping.
package enum ImportMappingField: String, FieldHandle {
  case name, kind, map, set, match, mode, blank
  case onlyColumns = "only_columns"
  case createMissing = "create_missing"

  package static var entity: Entity { .importMapping }
}
