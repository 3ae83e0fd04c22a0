import CRMEngine
import CRMValues

extension Kind {
  public static let project = Kind(37, "project")
}

extension Entity {
  /// What tasks are done for: a campaign before Tết, an opening.
  public static let project = Entity(
    .project, Label("Project", vi: "Dự án"), plural: Label("Projects", vi: "Dự án"),
    codePrefix: "DA", codeHeaders: ["Mã dự án"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên dự án"), required: true),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "description"])
}
