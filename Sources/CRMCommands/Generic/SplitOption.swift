import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `--to USER… --split`: to whom records go, and how they are dealt to several.
enum SplitOption {
  static let choices = [
    Choice("even", Label("Evenly", vi: "Chia đều")),
    Choice("turns", Label("In turns", vi: "Lần lượt")),
  ]

  static var options: [Option] {
    [
      Option(
        "to", value: .many("USER", .codes(kind: Kind.user.rawValue)),
        Label("Who receives, one or several", vi: "Người nhận, một hoặc nhiều người"),
        necessity: .required, repeats: true),
      Option(
        "split", value: .one("HOW", .choices(choices.map { .init($0.key, $0.label) })),
        Label(
          "How several share: even (the usual), the first part to the first; or turns, one each",
          vi: "Chia cho nhiều người: even (mặc định) là chia đều theo đoạn, turns là lần lượt")),
    ]
  }

  /// Returns the receivers, each once.
  static func receivers(_ session: Session, _ reader: Reader) throws -> [Int64] {
    var users: [Int64] = []
    for name in session.invocation.values("to") {
      let user = try reader.one(.user, name)
      if !users.contains(user) { users.append(user) }
    }
    return users
  }

  static func split(_ session: Session) throws -> Split {
    try session.invocation.choice("split").flatMap(Split.init) ?? .even
  }

  /// Returns the logins of receivers as they are told.
  static func names(_ users: [Int64], _ reader: Reader) throws -> String {
    try users.map { try reader.label(.user, $0) }.joined(separator: ", ")
  }
}
