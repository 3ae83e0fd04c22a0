import CRMCore
import CRMEngine
import CRMValues

/// Destroys the trash: the one thing that cannot be undone, so it has to be confirmed by name.
struct TrashEmptying {
  let session: Session
  let kinds: [Kind]
  /// The word that has to be typed back.
  private let word: String

  init(_ session: Session, _ kinds: [Kind]) {
    self.session = session
    self.kinds = kinds
    word = kinds.count == 1 ? kinds[0].rawValue : "all"
  }

  func run() throws {
    let waiting = try session.read { reader in
      var counts: [Kind: Int] = [:]
      try reader.trash(kinds) { counts[$0.kind, default: 0] += 1 }
      return Catalogue.order.compactMap { kind in counts[kind].map { (kind, $0) } }
    }
    guard !waiting.isEmpty else {
      return session.say("The trash is empty.", vi: "Thùng rác trống.")
    }
    try confirm(RecordCounts.list(waiting))
    let result = try session.write { try $0.emptyTrash(kinds) }
    report(result)
    if !result.kept.isEmpty { throw result.destroyed.isEmpty ? result.refusal : Finished(code: 1) }
  }

  private func confirm(_ what: Label) throws {
    if session.isDryRun { return }
    var answer = session.invocation.value("confirm")
    if answer == nil, session.canAsk {
      answer = try session.ask(
        Label(
          "This destroys \(what.en) for good. Type “\(word)” to go on: ",
          vi: "Lệnh này xóa vĩnh viễn \(what.vi). Gõ “\(word)” để tiếp tục: "))
    }
    if let answer, isWord(answer) { return }
    throw CRMError(
      .usage, "nothing was destroyed: “\(word)” has to be typed to confirm",
      vi: "chưa xóa gì: cần gõ “\(word)” để xác nhận",
      hints: [
        Label("In a script: --confirm \(word)", vi: "Trong kịch bản: --confirm \(word)")
      ])
  }

  private func isWord(_ answer: String) -> Bool {
    if folded(answer) == word { return true }
    guard kinds.count == 1 else { return false }
    let entity = Catalogue.entity(kinds[0])
    return [entity.label.en, entity.label.vi].contains { folded($0) == folded(answer) }
  }

  private func report(_ result: EmptiedTrash) {
    if !result.destroyed.isEmpty {
      let what = RecordCounts.list(result.destroyed)
      let dry = session.isDryRun
      session.say(
        "\(dry ? "Would destroy" : "Destroyed") \(what.en).",
        vi: "\(dry ? "Sẽ xóa" : "Đã xóa") vĩnh viễn \(what.vi).")
    }
    guard !result.kept.isEmpty, !result.destroyed.isEmpty else { return }
    session.say(
      "\(result.keptCount) kept, because others still refer to them: \(result.keptNames.en)",
      vi: "Giữ lại \(result.keptCount) vì bản ghi khác còn dùng: \(result.keptNames.vi)")
  }
}
