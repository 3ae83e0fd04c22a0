import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN hand-over`, of customers also `transfer`: gives records to another owner.
enum HandOverCommand {
  /// - Parameter told: the summary and the details where the verb is another.
  static func command(
    _ entity: Entity, verb: String = "hand-over", told: (summary: Label, details: [Label])? = nil
  ) -> Command<Session> {
    let noun = entity.kind.rawValue
    let own = Nouns.own(entity.kind)
    return Command(
      [noun, verb],
      told?.summary ?? own.handOverSummary
        ?? Label(
          "Give \(entity.plural.en.lowercased()) to another owner",
          vi: "Bàn giao \(entity.label.vi.lowercased()) cho người khác"),
      details: told?.details
        ?? own.handOverDetails + [
          Label(
            "Only these \(entity.plural.en.lowercased()) get another owner, the open ones and those "
              + "that are done. Everything that somebody who leaves works on: crm user leave LOGIN.",
            vi: "Chỉ \(entity.label.vi.lowercased()) được chọn đổi chủ sở hữu, cả mục dang dở lẫn "
              + "mục đã xong. Toàn bộ công việc của người nghỉ: crm user leave TÀI-KHOẢN.")
        ],
      operands: [RecordOperands.many(entity)],
      options: SplitOption.options + along(entity), selects: entity.kind,
      examples: [
        Example(
          "crm \(noun) \(verb) --where 'owner = lan' --to minh",
          Label("Gives everything of lan to minh", vi: "Bàn giao mọi bản ghi của lan cho minh")),
        Example(
          "crm \(noun) \(verb) --where 'owner = lan' --to minh hoa --split turns",
          Label("One to each in turn", vi: "Chia lần lượt cho hai người")),
      ],
      writes: { _, session in try work(entity, session) }
    ).logged(as: Label("handed over", vi: "bàn giao"))
  }

  // MARK: what goes along

  /// The kinds of records with an owner of their own that belong to one of a kind.
  private static func kindsAlong(_ entity: Entity) -> [Kind] {
    var kinds: [Kind] = []
    for referrer in Catalogue.referrers(to: entity.kind)
    where referrer.entity.traits.contains(.owned) && !kinds.contains(referrer.entity.kind) {
      kinds.append(referrer.entity.kind)
    }
    return kinds
  }

  private static func plural(_ kind: Kind) -> String {
    Catalogue.entity(kind).plural.en.lowercased().replacing(" ", with: "-")
  }

  private static func along(_ entity: Entity) -> [Option] {
    let kinds = kindsAlong(entity)
    guard !kinds.isEmpty else { return [] }
    return [
      Option(
        "with",
        value: .one(
          "KINDS", .choices(kinds.map { .init(plural($0), Catalogue.entity($0).plural) })),
        Label(
          "What of the former owner goes along where it is still open",
          vi: "Những gì còn dang dở của người cũ đi cùng"), repeats: true)
    ]
  }

  /// Returns the kinds that `--with` names, by their plurals, nouns, or labels.
  private static func kindsGiven(_ entity: Entity, _ session: Session) throws -> [Kind] {
    let known = kindsAlong(entity)
    guard !known.isEmpty else { return [] }
    let words = session.invocation.values("with").flatMap { $0.split(separator: ",") }
    return try words.map { cleaned(String($0)) }.filter { !$0.isEmpty }.map { word in
      let plain = folded(word).replacing("_", with: "-").replacing(" ", with: "-")
      let found = known.first { kind in
        let other = Catalogue.entity(kind)
        return [plural(kind), kind.rawValue].contains(plain)
          || [other.label.en, other.label.vi, other.plural.vi].contains {
            folded($0).replacing(" ", with: "-") == plain
          }
      }
      if let found { return found }
      let names = known.map(plural).joined(separator: ", ")
      let labels = known.map { Catalogue.entity($0).plural.vi.lowercased() }.joined(separator: ", ")
      throw CRMError(
        .usage, "--with: “\(word)” is nothing that goes along",
        vi: "--with: “\(word)” không phải loại đi cùng được",
        hints: [Label("One of: \(names)", vi: "Một trong: \(labels)")])
    }
  }

  // MARK: giving

  private static func work(_ entity: Entity, _ session: Session) throws -> Work? {
    let split = try SplitOption.split(session)
    let kinds = try kindsGiven(entity, session)
    let position = try entity.position(of: .owner)
    return Work(
      on: ChosenRecords(
        entity.kind, session,
        as: { Label("Hand over \($0.en)", vi: "Bàn giao \($0.vi)") }
      ), rehearsed: true
    ) { writing, ids in
      let writer = writing.writer
      let users = try SplitOption.receivers(session, writer)
      ApprovedOption.apply(writing)
      let giving = try Responsibilities(writer, to: users, split)
      var former: [Int64: Int64?] = [:]
      if !kinds.isEmpty {
        for id in ids { former[id] = try writer.record(entity.kind, id)?.values[position].integer }
      }
      let changed = try giving.give(entity.kind, ids)
      try giving.giveAlong(kinds, of: former, in: entity.kind)
      let name = try ids.count == 1 ? writer.label(entity.kind, ids[0]) : nil
      report(
        entity, (ids.count, changed, name), giving.given.filter { $0.kind != entity.kind },
        try SplitOption.names(users, writer), isOne: users.count == 1, writing)
    }
  }

  private static func report(
    _ entity: Entity, _ given: (chosen: Int, changed: Int, name: String?),
    _ along: [(kind: Kind, count: Int)], _ owner: String, isOne: Bool, _ writing: Writing
  ) {
    let words = writing.tense(Deed("hand over", past: "Handed over", vi: "bàn giao"))
    let name = given.changed == 1 ? given.name : nil
    let what =
      ([RecordCounts.name(entity, given.changed, name)]
      + along.map { RecordCounts.name(Catalogue.entity($0.kind), $0.count) })
      .joined(separator: ", ")
    if given.changed > 0 || !along.isEmpty {
      writing.say(
        "\(words.en) \(what.en) to \(owner).", vi: "\(words.vi) \(what.vi) cho \(owner).")
    }
    let rest = given.chosen - given.changed
    guard rest > 0 else { return }
    let stays = RecordCounts.name(entity, rest)
    // Of several it is not said whose each was.
    let whose =
      isOne
      ? Label("already \(rest == 1 ? "was" : "were") of \(owner)", vi: "vốn đã của \(owner)")
      : Label(rest == 1 ? "stays where it is" : "stay where they are", vi: "vẫn của người cũ")
    writing.say("\(stays.en) \(whose.en).", vi: "\(stays.vi) \(whose.vi).")
  }
}
