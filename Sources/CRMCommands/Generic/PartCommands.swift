import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN line add|edit|remove|list`: the parts of a document, one by one, by their numbers.
enum PartCommands {
  static func commands(_ entity: Entity) -> [Command<Session>] {
    PartOptions.kinds(entity).flatMap { part, form in
      let words = Words(entity: entity, part: part, form: form)
      return [list(words), add(words), edit(words), remove(words)]
    }
  }

  /// What the commands of one kind of part have in common.
  struct Words: Sendable {
    let entity: Entity
    let part: Entity
    let form: PartForm

    var code: Operand {
      Operand(
        FieldOptions.placeholder(entity.kind), entity.label,
        completion: .codes(kind: entity.kind.rawValue))
    }

    var sample: String { RecordOperands.sampleCode(entity) }

    func command(_ verb: String) -> [String] { [entity.kind.rawValue, form.word, verb] }

    func line(_ verb: String, _ rest: String) -> String {
      "crm \(command(verb).joined(separator: " ")) \(sample)\(rest)"
    }

    func label(_ en: String, _ vi: String) -> Label {
      Label("\(en) \(part.label.en.lowercased())", vi: "\(vi) \(part.label.vi.lowercased())")
    }
  }

  private static func list(_ words: Words) -> Command<Session> {
    Command(
      words.command("list"), words.label("List every", "Liệt kê từng"), operands: [words.code],
      options: GlobalOptions.format,
      examples: [
        Example(words.line("list", ""), Label("With their numbers", vi: "Kèm số thứ tự"))
      ],
      reads: { invocation, session in
        Look { reader in
          let id = try reader.one(words.entity.kind, invocation.operands[0])
          try NumberedParts(words.part, of: id, reader).put(session)
        }
      })
  }

  private static func add(_ words: Words) -> Command<Session> {
    let shape = PartOptions.form(words.part, words.form)
    return Command(
      words.command("add"),
      Label("Add \(words.part.indefinite)", vi: words.label("", "Thêm").vi),
      operands: [
        words.code,
        Operand(
          shape, words.part.label, arity: .oneOrMore,
          completion: PartOptions.completion(words.part, words.form)),
      ], options: ApprovedOption.options(words.entity),
      examples: [
        Example(
          words.line("add", " A:1"),
          Label("Adds \(words.part.indefinite)", vi: words.label("", "Thêm").vi))
      ],
      writes: { invocation, session in
        let parts = try invocation.operands.dropFirst().map {
          try PartOptions.typed($0, words.part, words.form, words.form.word)
        }
        return work(words, session) { id, writer in
          try DocumentParts.add(parts, to: id, writer)
        }
      })
  }

  private static func edit(_ words: Words) -> Command<Session> {
    let holder = words.part.holder?.name ?? ""
    return Command(
      words.command("edit"), words.label("Change a", "Sửa"),
      operands: [words.code, number(words, .one)],
      options: FieldOptions.options(words.part, requires: false, except: [holder])
        + ApprovedOption.options(words.entity),
      examples: [
        Example(
          words.line("edit", " 2 --\(words.form.fields.last ?? "") 5"),
          words.label("Changes the second", "Sửa mục thứ hai của"))
      ],
      writes: { invocation, session in
        let typed = try FieldOptions.typed(words.part, invocation)
        guard !typed.isEmpty else {
          throw EditCommand.nothingToChange(words.entity, words.form.word)
        }
        return work(words, session) { id, writer in
          let parts = try NumberedParts(words.part, of: id, writer)
          let changes = try writer.readTyped(typed, of: words.part).changes
          try writer.edit(words.part.kind, try parts.id(invocation.operands[1]), changes)
        }
      })
  }

  private static func remove(_ words: Words) -> Command<Session> {
    Command(
      words.command("remove"), words.label("Take away a", "Bỏ"),
      operands: [words.code, number(words, .oneOrMore)],
      options: ApprovedOption.options(words.entity),
      examples: [
        Example(
          words.line("remove", " 3"), words.label("Takes away the third", "Bỏ mục thứ ba của"))
      ],
      writes: { invocation, session in
        work(words, session) { id, writer in
          let parts = try NumberedParts(words.part, of: id, writer)
          let ids = try invocation.operands.dropFirst().map(parts.id)
          for part in Set(ids).sorted() { try writer.removeLine(words.part, part) }
        }
      })
  }

  private static func number(_ words: Words, _ arity: Operand.Arity) -> Operand {
    Operand(
      "N", Label("The number of the \(words.part.label.en.lowercased())", vi: "Số thứ tự"),
      arity: arity)
  }

  /// Changes the parts of one document, and says so with the document's new total.
  private static func work(
    _ words: Words, _ session: Session, _ change: @escaping (Int64, Writer) throws -> Void
  ) -> Work {
    let kind = words.entity.kind
    return Work(
      on: ChosenRecords(kind, session, operands: [session.invocation.operands[0]])
    ) { writing, ids in
      let editing = RecordEditing(words.entity, writing)
      try editing.apply(to: ids) { id in
        let first = writing.writer.nextChange
        try change(id, writing.writer)
        try DocumentParts.preview(id, of: words.entity, writing)
        return writing.writer.nextChange > first
      }
      editing.report()
    }
  }
}
