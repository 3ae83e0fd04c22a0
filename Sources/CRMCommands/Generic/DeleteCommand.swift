import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN delete`: moves records to the trash, with those that live only with them.
enum DeleteCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let code = RecordOperands.sampleCode(entity)
    return Command(
      [noun, "delete"],
      Label(
        "Move \(entity.plural.en.lowercased()) to the trash",
        vi: "Chuyển \(entity.label.vi.lowercased()) vào thùng rác"),
      details: [
        Label(
          "Records that live only with a deleted one go along. 'crm \(noun) restore' brings all "
            + "of them back.",
          vi: "Các bản ghi phụ thuộc cùng vào thùng rác. 'crm \(noun) restore' khôi phục tất cả.")
      ] + MovedUses.details(entity),
      operands: [RecordOperands.many(entity)], options: MovedUses.options(entity),
      selects: entity.kind,
      examples: [
        Example(
          "crm \(noun) delete \(code)",
          Label("Moves \(code) to the trash", vi: "Chuyển \(code) vào thùng rác"))
      ],
      writes: { _, session in try work(entity, session) })
  }

  private static func work(_ entity: Entity, _ session: Session) throws -> Work {
    Work(
      on: ChosenRecords(
        entity.kind, session,
        as: { Label("Move \($0.en) to the trash", vi: "Chuyển \($0.vi) vào thùng rác") }
      ), rehearsed: true
    ) { writing, ids in
      let writer = writing.writer
      var names: [String] = []
      var codes: [String] = []
      try MovedUses.move(entity, ids, writing)
      for id in ids {
        if Interruption.happened { throw Interruption.error }
        if names.count < 3 {
          names.append(try writer.label(entity.kind, id))
          codes.append(try writer.record(entity.kind, id)?["code"].text ?? "")
        }
        try writer.trash(entity.kind, id)
      }
      say(entity, try writer.counts(of: .trash), names, codes, writing)
    }
  }

  private static func say(
    _ entity: Entity, _ counts: [(kind: Kind, count: Int)], _ names: [String], _ codes: [String],
    _ writing: Writing
  ) {
    let own = counts.first { $0.kind == entity.kind }?.count ?? 0
    let others = counts.filter { $0.kind != entity.kind && writing.writer.may(.view, $0.kind) }
    let what = RecordCounts.name(entity, own, own == 1 ? names.first : nil)
    let along = RecordCounts.list(others)
    let words = writing.tense(Deed("move", past: "Moved", vi: "chuyển"))
    var message = Label(
      "\(words.en) \(what.en) to the trash", vi: "\(words.vi) \(what.vi) vào thùng rác")
    if !others.isEmpty {
      message = Label(
        "\(message.en), along with \(along.en)", vi: "\(message.vi), cùng \(along.vi)")
    }
    writing.say(message.en + ".", vi: message.vi + ".")
    guard writing.lands, own > 0 else { return }
    // What refers to another entry now is not brought back with the one that went.
    if writing.invocation.declares("to"), writing.invocation.has("to") {
      return writing.say("Take it back with: crm undo", vi: "Hoàn tác bằng: crm undo")
    }
    let command =
      own <= names.count
      ? "crm \(entity.kind.rawValue) restore \(codes.map(shellWord).joined(separator: " "))"
      : "crm undo"
    writing.say("Bring back with: \(command)", vi: "Khôi phục bằng: \(command)")
  }
}

/// Numbers of records in words.
enum RecordCounts {
  /// Returns `3 orders`, or `customer KH000001` where the one record is known.
  static func name(_ entity: Entity, _ count: Int, _ one: String? = nil) -> Label {
    if let one {
      return Label(
        "\(entity.label.en.lowercased()) \(one)", vi: "\(entity.label.vi.lowercased()) \(one)")
    }
    let noun = count == 1 ? entity.label.en : entity.plural.en
    return Label(
      "\(count.counted(.en)) \(noun.lowercased())",
      vi: "\(count.counted(.vi)) \(entity.label.vi.lowercased())")
  }

  /// Returns `2 orders, 1 contact`.
  static func list(_ counts: [(kind: Kind, count: Int)]) -> Label {
    let names = counts.map { name(Catalogue.entity($0.kind), $0.count) }
    return Label(
      names.map(\.en).joined(separator: ", "), vi: names.map(\.vi).joined(separator: ", "))
  }
}
