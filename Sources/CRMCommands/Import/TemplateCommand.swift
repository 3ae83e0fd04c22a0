import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm import template KIND [FILE]`: an empty table to be filled in and imported.
enum TemplateCommand {
  static var command: Command<Session> {
    Command(
      ["import", "template"],
      Label("Write an empty workbook to be filled in and imported", vi: "Ghi tệp mẫu để nhập liệu"),
      details: [
        Label(
          "Required headings are red, a comment on each heading says what goes below it, and "
            + "cells offer the choices and the entries of lists. A FILE that ends in .csv, or a "
            + "dash, gets the headings only.",
          vi: "Tiêu đề bắt buộc màu đỏ, ghi chú trên tiêu đề nói rõ cách điền, ô có danh sách để "
            + "chọn. TỆP có đuôi .csv, hoặc dấu -, chỉ có dòng tiêu đề.")
      ],
      operands: [
        Operand(
          "KIND",
          Label(
            "What is to be filled in, or all for a sheet a kind",
            vi: "Loại bản ghi, hoặc all để mỗi loại một trang"),
          completion: .custom("kinds")),
        Operand(
          "FILE", Label("The file (KIND-template.xlsx)", vi: "Tệp (LOẠI-template.xlsx)"),
          arity: .optional, completion: .files(.written, ["xlsx", "csv"])),
      ],
      options: [
        Option(
          "sheet", value: .one("all", .choices([.init("all", Label("all", vi: "tất cả"))])),
          Label(
            "With all: a sheet for every kind, KIND first",
            vi: "Với all: mỗi loại một trang, LOẠI đứng đầu"))
      ],

      examples: [
        Example("crm import template customer", Label("For customers", vi: "Cho khách hàng")),
        Example(
          "crm import template all nhap-lieu.xlsx",
          Label("For everything, a sheet a kind", vi: "Cho mọi loại, mỗi loại một trang")),
        Example(
          "crm import template order --sheet all nhap-lieu.xlsx",
          Label("For everything, orders first", vi: "Cho mọi loại, đơn hàng đứng đầu")),
        Example(
          "crm import template customer -", Label("The headings alone", vi: "Chỉ dòng tiêu đề")),
      ],
      reads: { invocation, session in try look(invocation, session) })
  }

  private static func look(_ invocation: Invocation, _ session: Session) throws -> Look {
    let word = invocation.operands.first ?? ""
    let first = word == "all" ? nil : try Nouns.kind(word)
    let isAll = try first == nil || invocation.choice("sheet") == "all"
    let path = invocation.operands.dropFirst().first ?? "\(first?.rawValue ?? word)-template.xlsx"
    let isText = path == "-" || path.lowercased().hasSuffix(".csv")
    let kinds = [first].compactMap(\.self) + (isAll ? Catalogue.nouns.filter { $0 != first } : [])
    let output = try session.output(path)
    return Look { reader in
      let sheets = try kinds.map { kind in
        try TemplateSheet(kind, session, reader).sheet(withChoices: !isText)
      }
      let writer = try openWriter(isText ? .csv : .xlsx, to: output)
      for sheet in sheets { try writer.beginSheet(sheet) }
      try writer.finish()
      guard path != "-" else { return }
      session.say(
        "Wrote \(path): fill it in, then: crm import \(path)",
        vi: "Đã ghi \(path): hãy điền rồi chạy: crm import \(path)")
    }
  }
}
