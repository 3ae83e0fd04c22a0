import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The rights as they are typed: `--on KIND`, `--to ACTION`.
extension RightsCommands {
  static let kindsOption = Option(
    "on",
    value: .many(
      "KIND",
      .choices(
        [.init(all, Label("every other", vi: "mọi loại còn lại"))]
          + Catalogue.nouns.map { .init($0.rawValue, Catalogue.entity($0).plural) })),
    Label(
      "Kinds of records; all: every one not named by another right",
      vi: "Loại bản ghi; all: mọi loại không có quyền riêng"), repeats: true)

  static let actionsOption = Option(
    "to",
    value: .many(
      "ACTION",
      .choices(
        [.init(all, Label("every other", vi: "mọi hành động còn lại"))]
          + Action.allCases.map { .init($0.rawValue, $0.label) })),
    Label(
      "What may be done; all: everything not named by another right",
      vi: "Được làm gì; all: mọi hành động không có quyền riêng"), repeats: true)

  /// Returns the kinds of `--on`, nil where it is not given; nil among them is all.
  static func kinds(_ invocation: Invocation) throws -> [Kind?]? {
    guard invocation.has("on") else { return nil }
    return try words(invocation, "on").map { $0 == all ? nil : try Nouns.kind($0) }
  }

  static func actions(_ invocation: Invocation) throws -> [Action?]? {
    guard invocation.has("to") else { return nil }
    return try words(invocation, "to").map { word in
      if word == all { return nil }
      if let action = Action(rawValue: word) { return action }
      let names = Action.allCases.map(\.rawValue)
      let list = names.joined(separator: ", ")
      throw CRMError(
        .usage, "there is no action “\(word)”", vi: "không có hành động “\(word)”",
        hints: Label.didYouMean(nearest(to: word, among: names)) + [
          Label("One of: \(list)", vi: "Một trong: \(list)")
        ])
    }
  }

  private static func words(_ invocation: Invocation, _ option: String) -> [String] {
    invocation.values(option).flatMap { $0.split(separator: ",") }.map { cleaned(String($0)) }
  }
}

extension Action {
  /// The action as a heading or a choice.
  var label: Label {
    switch self {
    case .view: return Label("View", vi: "Xem")
    case .add: return Label("Add", vi: "Thêm")
    case .edit: return Label("Edit", vi: "Sửa")
    case .delete: return Label("Delete", vi: "Xóa")
    case .import: return Label("Import", vi: "Nhập tệp")
    case .export: return Label("Export", vi: "Xuất tệp")
    case .assign: return Label("Hand over", vi: "Bàn giao")
    case .share: return Label("Share", vi: "Chia sẻ")
    case .approve: return Label("Approve", vi: "Phê duyệt")
    case .report: return Label("Reports", vi: "Xem báo cáo")
    case .send: return Label("Send messages", vi: "Gửi tin")
    case .configure: return Label("Configure", vi: "Cấu hình")
    case .destroy: return Label("Empty the trash", vi: "Xóa vĩnh viễn")
    }
  }
}
