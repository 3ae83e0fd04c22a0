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

  /// Prepares the work; none where the trash is empty.
  func work() throws -> Work? {
    let waiting = try session.read { reader in
      var found: [Kind: (count: Int, names: [String])] = [:]
      try reader.trash(kinds) { record in
        found[record.kind, default: (0, [])].count += 1
        if found[record.kind]?.names.count ?? 0 < Consequences.named {
          let name = record.name.isEmpty ? "" : " " + record.name
          found[record.kind]?.names.append(record.code + name)
        }
      }
      return Catalogue.order.compactMap { kind in
        found[kind].map {
          Consequences.named(
            RecordCounts.name(Catalogue.entity(kind), $0.count), $0.names, of: $0.count)
        }
      }
    }
    guard !waiting.isEmpty else {
      session.say("The trash is empty.", vi: "Thùng rác trống.")
      return nil
    }
    let what = waiting.joined(separator: ", ")
    let question = Work.Question.typedBack(
      word: word,
      what: Label(
        "This destroys \(what.en) for good", vi: "Lệnh này xóa vĩnh viễn \(what.vi)"),
      kept: Label("nothing was destroyed", vi: "chưa xóa gì"), isWord: isWord)
    return Work(asking: question, previewed: false) { writing in
      let result = try writing.writer.emptyTrash(kinds)
      let words = writing.tense(Deed("destroy", past: "Destroyed", vi: "xóa"))
      writing.afterwards {
        report(result, words)
        if !result.kept.isEmpty {
          throw result.destroyed.isEmpty ? result.refusal : Finished(code: 1)
        }
      }
    }
  }

  private func isWord(_ answer: String) -> Bool {
    if folded(answer) == word { return true }
    guard kinds.count == 1 else { return false }
    let entity = Catalogue.entity(kinds[0])
    return [entity.label.en, entity.label.vi].contains { folded($0) == folded(answer) }
  }

  private func report(_ result: EmptiedTrash, _ words: Label) {
    if !result.destroyed.isEmpty {
      let what = RecordCounts.list(result.destroyed)
      session.say("\(words.en) \(what.en).", vi: "\(words.vi) vĩnh viễn \(what.vi).")
    }
    guard !result.kept.isEmpty, !result.destroyed.isEmpty else { return }
    session.say(
      "\(result.keptCount.counted(.en)) kept, because others still refer to them: "
        + "\(result.keptNames.en)",
      vi:
        "Giữ lại \(result.keptCount.counted(.vi)) vì bản ghi khác còn dùng: \(result.keptNames.vi)")
  }
}
