import CRMValues

@testable import CRMEngine

/// A delivery business whose fields are of the kinds that are under test.
extension Kind {
  static let parcel = Kind(111, "parcel")
  static let visit = Kind(112, "visit")
  static let remark = Kind(113, "remark")
  static let alarm = Kind(114, "alarm")
}

extension Entity {
  static let parcel = Entity(
    .parcel, Label("Parcel", vi: "Bưu kiện"), plural: Label("Parcels", vi: "Bưu kiện"),
    codePrefix: "P",
    fields: [
      Field("name", .text, Label("Name", vi: "Tên"), required: true),
      Field("due", .moment, Label("Due", vi: "Hạn giao")),
    ],
    traits: [.owned], listed: ["code", "name", "due"], indexes: [["due"]])

  static let visit = Entity(
    .visit, Label("Visit", vi: "Lượt ghé"), plural: Label("Visits", vi: "Lượt ghé"),
    codePrefix: "V",
    fields: [
      Field(
        "parcel", .reference(.parcel), Label("Parcel", vi: "Bưu kiện"), required: true,
        belongs: true),
      Field("start", .moment, Label("Start", vi: "Bắt đầu"), defaultValue: "today"),
      Field("length", .duration, Label("Length", vi: "Thời lượng")),
    ],
    nameField: "code", listed: ["code", "parcel", "start", "length"])

  static let remark = Entity(
    .remark, Label("Remark", vi: "Nhận xét"), plural: Label("Remarks", vi: "Nhận xét"),
    codePrefix: "R",
    fields: [
      Field("about", .record, Label("About", vi: "Về"), belongs: true),
      Field("text", .longText, Label("Text", vi: "Nội dung")),
    ],
    nameField: "code", listed: ["code", "about", "text"])

  static let alarm = Entity(
    .alarm, Label("Alarm", vi: "Cảnh báo"), plural: Label("Alarms", vi: "Cảnh báo"),
    codePrefix: "A",
    fields: [
      Field("name", .text, Label("Name", vi: "Tên")),
      Field("watched", .noun(), Label("Watched", vi: "Theo dõi"), required: true),
      Field(
        "condition", .condition(.kindNamed(in: "watched")), Label("Condition", vi: "Điều kiện")),
      Field(
        "unless", .condition(.kind(.parcel), knowsMe: false), Label("Unless", vi: "Trừ khi")),
      Field("active", .flag, Label("Active", vi: "Đang dùng"), defaultValue: "0"),
    ],
    listed: ["code", "watched", "condition"])
}

extension Catalogue {
  static let fields = Catalogue(fieldsKinds)

  private static var fieldsKinds: [Listed] {
    [
      .customField, .unit, .role, .roleRight, .user, .userGroup, .tag,
      Listed(.parcel, .parcel), Listed(.visit, .visit), Listed(.remark, .remark),
      Listed(.alarm, .alarm), .view, .importMapping, .share, .setting,
    ]
  }
}
