import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `--notify`: tells users of what a command adds or changes, beside whom it names.
enum NotifyOption {
  static let option = Option(
    "notify", value: .one("USER|GROUP", .codes(kind: Kind.user.rawValue)),
    Label(
      "Tell a user, or a group of users, who see it", vi: "Báo cho nhân viên hoặc nhóm người dùng"),
    repeats: true)

  /// Tells whom the command line names of records.
  static func apply(_ entity: Entity, _ ids: [Int64], _ writing: Writing) throws {
    let invocation = writing.invocation
    guard invocation.declares("notify"), invocation.has("notify") else { return }
    guard !ids.isEmpty else {
      return writing.writer.note(
        Label("Nothing changed, so that nobody was told.", vi: "Không có gì đổi nên không báo ai."))
    }
    try writing.writer.notify(invocation.values("notify"), of: entity.kind, ids)
  }
}
