import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN tag`: puts tags on records and takes them off.
enum TagCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let tags = Completion.codes(kind: Kind.tag.rawValue)
    return Command(
      [noun, "tag"],
      Label("Tag \(entity.plural.en.lowercased())", vi: "Gắn thẻ \(entity.label.vi.lowercased())"),
      operands: [RecordOperands.many(entity)],
      options: [
        Option(
          "add", value: .many("TAG", tags), Label("Tags to put on", vi: "Thẻ cần gắn"),
          repeats: true),
        Option(
          "remove", value: .many("TAG", tags), Label("Tags to take off", vi: "Thẻ cần bỏ"),
          repeats: true),
        Option("create", Label("Make tags that do not exist", vi: "Tạo thẻ chưa có")),
      ], selects: entity.kind,

      examples: [
        Example(
          "crm \(noun) tag \(RecordOperands.sampleCode(entity)) --add 'gọi lại' --create",
          Label("Puts a tag on, made if need be", vi: "Gắn thẻ, tạo thẻ nếu chưa có"))
      ],
      writes: { _, session in try work(entity, session) }
    ).logged(as: Label("tagged", vi: "gắn thẻ"))
  }

  private static func work(_ entity: Entity, _ session: Session) throws -> Work? {
    let invocation = session.invocation
    let (adding, removing) = (invocation.values("add"), invocation.values("remove"))
    guard !adding.isEmpty || !removing.isEmpty else {
      throw CRMError(
        .usage, "which tags? Give --add TAG… or --remove TAG…",
        vi: "chưa chọn thẻ: hãy ghi --add THẺ… hoặc --remove THẺ…")
    }
    let position = try entity.position(of: .tags)
    return Work(
      on: ChosenRecords(
        entity.kind, session,
        as: { Label("Change the tags of \($0.en)", vi: "Đổi thẻ của \($0.vi)") }
      )
    ) { writing, ids in
      let writer = writing.writer
      let editing = RecordEditing(entity, writing)
      let added = try adding.map { try tag($0, writer, creates: invocation.has("create")) }
      let removed = try removing.map { try writer.one(.tag, $0) }
      try editing.apply(
        RecordEditing.Edit(
          changes: FieldChanges(), adding: [(position, .list(added))],
          removing: [(position, .list(removed))]),
        to: ids)
      editing.report()
    }
  }

  private static func tag(_ text: String, _ writer: Writer, creates: Bool) throws -> Int64 {
    let name = cleaned(text)
    let known = try writer.resolve(.tag, name)
    if known.isEmpty, creates {
      return try writer.add(.tag, Catalogue.entity(.tag).values(["name": .text(name)]))
    }
    do { return try writer.one(.tag, name) } catch let error as CRMError where known.isEmpty {
      throw CRMError(
        error.kind, error.message,
        hints: error.hints + [
          Label("Make it with --create.", vi: "Tạo thẻ bằng --create.")
        ])
    }
  }
}
