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
          + commonest.map { .init($0.rawValue, Catalogue.entity($0).plural) })),
    Label(
      "Kinds of records; all: every one not named by another right",
      vi: "Loại bản ghi; all: mọi loại không có quyền riêng"), repeats: true)

  /// The kinds that people deal with every day, then the lists that steer them.
  private static var commonest: [Kind] {
    let nouns = Catalogue.nouns
    return nouns.filter { !Catalogue.entity($0).isEntry }
      + nouns.filter { Catalogue.entity($0).isEntry }
  }

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
