import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm NOUN show CODE…`: whole records, with what belongs to them.
enum ShowCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let name = entity.label
    return Command(
      [noun, "show"],
      Label(
        "Show a whole \(name.en.lowercased())", vi: "Xem toàn bộ \(name.vi.lowercased())"),
      details: [
        Label(
          "One line a field, empty ones left out. With --json all fields: one object for one "
            + "code, an array for several.",
          vi: "Mỗi trường một dòng, bỏ qua trường trống. Với --json: mọi trường, một mã là một đối "
            + "tượng, nhiều mã là một mảng.")
      ] + panels(entity),
      operands: [
        Operand(
          "CODE", Label("Codes, or - to read them", vi: "Mã, hoặc - để đọc từ đầu vào"),
          arity: .oneOrMore, completion: .codes(kind: noun))
      ],
      options: options(entity.kind),
      examples: examples(entity),
      reads: { _, session in Look { try run(entity, session, $0) } })
  }

  private static func panels(_ entity: Entity) -> [Label] {
    guard !Catalogue.panels(of: entity.kind).isEmpty else { return [] }
    let key = "panels.\(entity.kind.rawValue)"
    return [
      Label(
        "The related lists and their order: crm config set \(key) A,B.",
        vi: "Chọn và sắp xếp các danh sách liên quan: crm config set \(key) A,B.")
    ]
  }

  private static func examples(_ entity: Entity) -> [Example] {
    if let own = Nouns.own(entity.kind).examples("show") { return own }
    let line = "crm \(entity.kind.rawValue) show \(RecordOperands.sampleCode(entity))"
    return [
      Example(line, Label("Show it", vi: "Xem bản ghi")),
      Example("\(line) --json", Label("The same for a program", vi: "Xem dạng JSON")),
    ]
  }

  private static func options(_ kind: Kind) -> [Option] {
    [
      Option("json", Label("As JSON", vi: "Dạng JSON")),
      Option(
        "all", Label("Also lists that are empty", vi: "Cả các danh sách chưa có gì")),
    ]
      + (Nouns.own(kind).showing?.options() ?? [])
  }

  private static func run(_ declared: Entity, _ session: Session, _ reader: Reader) throws {
    let entity = reader.entity(declared.kind)
    let operands = session.invocation.operands
    if operands.count < 20, operands != ["-"] { reader.looksAtFew() }
    let ids = try Selection.ids(entity.kind, session, reader)
    if session.invocation.has("json") {
      let objects = try ids.map { try RecordJSON.object(entity, $0, session, reader) }
      let isOne = objects.count == 1 && operands != ["-"]
      return try session.put(isOne ? objects[0] : "[\n" + objects.joined(separator: ",\n") + "\n]")
    }
    let showing = Nouns.own(entity.kind).showing
    for (index, id) in ids.enumerated() {
      if index > 0 { try session.put("") }
      if try showing?.put(id, session, reader) == true { continue }
      try RecordText.put(entity, id, session, reader)
      try ApprovalText.put(entity, id, session, reader)
      try RelatedLists.put(entity, id, session, reader)
      try Nouns.own(entity.kind).below(id, session, reader)
    }
  }
}
