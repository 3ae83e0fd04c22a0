import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN generate --from-KIND CODE`: a new record of one of another kind, filled from it as
/// its declaration says.
enum GenerateCommand {
  static func commands(_ entity: Entity) -> [Command<Session>] {
    guard !entity.generations.isEmpty else { return [] }
    return [command(entity)]
  }

  private static func command(_ entity: Entity) -> Command<Session> {
    Command(
      [entity.kind.rawValue, "generate"],
      Label(
        "Make \(entity.indefinite) of another record", vi: "Sinh \(entity.label.vi.lowercased())"),
      details: details(entity), options: options(entity), examples: examples(entity),
      writes: { invocation, session in
        let (generation, code) = try asked(entity, invocation)
        let entity = try session.entity(entity.kind)
        let draft = RecordAdding.Draft(try FieldOptions.typed(entity, invocation))
        return RecordAdding(entity).work(
          [draft],
          preset: { writer in
            let source = try writer.one(generation.source, code)
            return try writer.values(of: generation, from: source, for: entity)
          })
      })
  }

  static func option(_ generation: Generation) -> String {
    "from-\(generation.source.rawValue)"
  }

  private static func options(_ entity: Entity) -> [Option] {
    let isOnly = entity.generations.count == 1
    let from = entity.generations.map { generation in
      let source = Catalogue.entity(generation.source)
      return Option(
        option(generation),
        value: .many(
          FieldOptions.placeholder(source.kind), .codes(kind: generation.source.rawValue)),
        source.label, necessity: isOnly ? .required : .optional, repeats: true)
    }
    let holders = entity.fields.filter { field in
      field.required || entity.generations.contains { $0.source == field.target }
    }
    return from
      + FieldOptions.options(entity, requires: false, except: Set(holders.map(\.name)))
  }

  private static func details(_ entity: Entity) -> [Label] {
    entity.generations.map { generation in
      let source = Catalogue.entity(generation.source).label
      let fields = generation.fields.compactMap(entity.field).map(\.label)
      let en = fields.map { $0.en.lowercased() }.joined(separator: ", ")
      let vi = fields.map { $0.vi.lowercased() }.joined(separator: ", ")
      return Label(
        "From the \(source.en.lowercased()) come: \(en). Other fields are given by option. One "
          + "at a time. Prints the new code.",
        vi: "Lấy từ \(source.vi.lowercased()): \(vi). Các trường khác ghi bằng tùy chọn. Mỗi "
          + "lần một bản ghi. In mã mới.")
    }
  }

  private static func examples(_ entity: Entity) -> [Example] {
    entity.generations.map { generation in
      let source = Catalogue.entity(generation.source)
      let code = RecordOperands.sampleCode(source)
      return Example(
        "crm \(entity.kind.rawValue) generate --\(option(generation)) \(code)",
        Label(
          "Makes \(entity.indefinite) of \(source.called(code).en)",
          vi: "Sinh \(entity.label.vi.lowercased()) từ \(source.called(code).vi)"))
    }
  }

  /// Returns the one record that is asked for.
  private static func asked(
    _ entity: Entity, _ invocation: Invocation
  ) throws -> (generation: Generation, code: String) {
    let given = entity.generations.flatMap { generation in
      invocation.values(option(generation)).map { (generation: generation, code: $0) }
    }
    if let only = given.first, given.count == 1 { return only }
    let sources = (given.isEmpty ? entity.generations : given.map(\.generation)).map {
      Catalogue.entity($0.source).label
    }
    let source = sources.first ?? entity.label
    let command = "crm \(entity.kind.rawValue) generate"
    throw CRMError(
      .usage,
      "\(entity.plural.en.lowercased()) are made of one \(source.en.lowercased()) at a time, "
        + "not \(given.count)",
      vi: "chỉ sinh được \(entity.label.vi.lowercased()) lần lượt từng "
        + "\(source.vi.lowercased()), không phải \(given.count)",
      hints: given.map { Label(same: "\(command) --\(option($0.generation)) \($0.code)") })
  }
}
