import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN fields`: what a kind of record is made of, as filters, columns and files name it.
enum FieldsCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    return Command(
      [noun, "fields"],
      Label(
        "List the fields: their names, headings and what they hold",
        vi: "Liệt kê các trường: tên, tiêu đề và giá trị"),
      details: [
        Label(
          "Filters, --columns, --sort and JSON take the names, imports the headings as well; on "
            + "the "
            + "command line --tax-code is tax_code. What cannot be typed is worked out.",
          vi:
            "Bộ lọc, --columns, --sort và JSON dùng tên trường, nhập khẩu dùng cả tiêu đề; trên "
            + "dòng "
            + "lệnh --tax-code là tax_code. Trường không nhập được là do chương trình tính.")
      ],
      options: GlobalOptions.format,
      examples: [
        Example("crm \(noun) fields", Label("All there are", vi: "Tất cả các trường"))
      ],
      reads: { _, session in
        Look { reader in
          let entity = reader.entity(entity.kind)
          try session.putRows(
            entity.fields.map { row($0, of: entity, session) }
              + Catalogue.counted(by: entity.kind).map { row($0.name, $0.entity, session) },
            columns, key: "fields", title: entity.label)
        }
      })
  }

  private static let columns = [
    RowColumn("name", .text, Label("Name", vi: "Tên trường")),
    RowColumn("heading", .text, Label("Heading", vi: "Tiêu đề")),
    RowColumn("typed", .flag, Label("Typed", vi: "Nhập được")),
    RowColumn("required", .flag, Label("Required", vi: "Bắt buộc")),
    RowColumn("values", .text, Label("Values", vi: "Giá trị")),
  ]

  private static func row(_ field: Field, of entity: Entity, _ session: Session) -> [Value] {
    [
      .text(field.name), .text(session.text(field.label)),
      .integer(field.access == .editable ? 1 : 0),
      .integer(FieldOptions.isNeeded(field) ? 1 : 0), .text(session.text(field.kind.accepted)),
    ]
  }

  /// The records that refer to the kind, with the figures they give.
  private static func row(_ name: String, _ other: Entity, _ session: Session) -> [Value] {
    let figures = other.aggregateNames.map { "\(name).\($0)" }.joined(separator: ", ")
    return [
      .text(name), .text(session.text(other.plural)), .integer(0), .integer(0), .text(figures),
    ]
  }
}
