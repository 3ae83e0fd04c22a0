import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN list`: the records of a kind, by criteria, filters and views.
enum ListCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let plural = entity.plural
    return Command(
      [noun, "list"],
      Label("List \(plural.en.lowercased())", vi: "Liệt kê \(entity.label.vi.lowercased())"),
      details: [
        Label(
          "All criteria must hold. On a terminal the list is an aligned table, elsewhere "
            + "tab-separated text with a heading.",
          vi: "Mọi điều kiện đều phải thỏa mãn. Trên màn hình là bảng canh cột, khi chuyển tiếp "
            + "là văn bản ngăn cách bằng tab có dòng tiêu đề.")
      ],
      operands: NamedOperands(entity).ofList,
      options: selecting(entity.kind)
        + (Nouns.own(entity.kind).criteria?.options() ?? FieldCriteria.options(entity))
        + CriteriaUse.options + Listing.options(entity.kind),
      examples: examples(entity),
      saves: { session in
        try CriteriaUse.saving(entity.kind, session) {
          try query(entity, session, $0, isTold: false)
        } columns: {
          try viewColumns(entity.kind, session, $0)
        }
      },
      reads: { _, session in
        Look { reader in
          if CriteriaUse.isAsked(session) {
            return try CriteriaUse.explain(
              try query(entity, session, reader, isTold: false), session)
          }
          try Listing.put(
            query(entity, session, reader, isTold: true),
            columns: viewColumns(entity.kind, session, reader), session, reader)
        }
      })
  }

  private static func query(
    _ entity: Entity, _ session: Session, _ reader: Reader, isTold: Bool
  ) throws -> Query {
    var query = try Selection.query(entity.kind, session, reader) ?? Query(entity.kind)
    query.conditions +=
      try Nouns.own(entity.kind).criteria?.conditions(session, reader, isTold)
      ?? FieldCriteria.conditions(entity, session)
    query.conditions += try NamedOperands(entity).conditions(session, reader)
    return query
  }

  /// `--where`, which may come several times, and `--view`.
  static func selecting(_ kind: Kind) -> [Option] {
    [
      Option(
        "where", value: .one("EXPR"),
        Label(
          "Records of this filter; given again, of both",
          vi: "Bản ghi theo điều kiện; lặp lại là cùng thỏa mãn"), repeats: true,
        heading: FieldCriteria.heading),
      Option(
        "view", value: .one("NAME", .views(kind: kind.rawValue)),
        Label(
          "Records, columns and order of this saved view",
          vi: "Bản ghi, cột và thứ tự của giao diện đã lưu"), heading: FieldCriteria.heading),
    ]
  }

  /// Returns the columns of `--view`, none where it has none.
  static func viewColumns(_ kind: Kind, _ session: Session, _ reader: Reader) throws -> [String] {
    guard let name = session.invocation.value("view") else { return [] }
    return try reader.view(name, of: kind).columns
  }

  private static func examples(_ entity: Entity) -> [Example] {
    if let own = Nouns.own(entity.kind).examples("list") { return own }
    let noun = entity.kind.rawValue
    return [
      Example(
        "crm \(noun) list --limit 20", Label("The first twenty", vi: "Hai mươi bản ghi đầu")),
      Example(
        "crm \(noun) list --sort -created --json",
        Label("All, newest first, for a program", vi: "Tất cả, mới nhất trước, dạng JSON")),
    ]
  }
}
