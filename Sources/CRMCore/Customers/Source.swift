import CRMEngine
import CRMValues

extension Kind {
  public static let source = Kind(4, "source")
}

extension Entity {
  /// Where customers come from.
  public static let source = Entity(
    .source, Label("Source", vi: "Nguồn"), plural: Label("Sources", vi: "Nguồn"),
    codePrefix: "NG", codeHeaders: ["Mã nguồn"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên nguồn"), required: true),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "description"])
}
