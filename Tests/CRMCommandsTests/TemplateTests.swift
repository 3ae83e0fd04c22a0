import CRMCore
import CRMEngine
import CRMTables
import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMCommands

@Suite struct TemplateTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func headsColumnsInTheLanguage() {
    let outcome = fixture.runVietnamese("import", "template", "contact", "-")
    #expect(outcome.errors == "")
    #expect(
      outcome.output == "Mã liên hệ,Khách hàng,Họ tên,Chức vụ,Điện thoại,Email,Ngày sinh,"
        + "Liên hệ chính,Mô tả,Chủ sở hữu,Thẻ gắn\r\n")
  }

  /// Every column of a template is taken by an import, in either language.
  @Test(arguments: Catalogue.nouns, Language.allCases)
  func isUnderstoodByTheImport(kind: Kind, language: Language) {
    let file = fixture.file("\(kind).csv")
    let wrote = fixture.run(["import", "template", kind.rawValue, file], language: language)
    #expect(wrote.code == 0, "\(wrote.errors)")
    let outcome = fixture.run([kind.rawValue, "import", file], language: .en)
    #expect(
      outcome.errors.hasSuffix("0 read = 0 added + 0 updated + 0 unchanged + 0 rejected\n"),
      "\(outcome.errors)")
    #expect(!outcome.errors.contains("left out"), "\(outcome.errors)")
  }

  @Test func writesAWorkbookOfEveryKind() throws {
    for number in 1...60 { try fixture.add(.tag, ["name": "Thẻ số \(number), loại mới"]) }
    let file = fixture.file("mau.xlsx")
    let outcome = fixture.runVietnamese("import", "template", "order", "--sheet", "all", file)
    #expect(outcome.errors == "Đã ghi \(file): hãy điền rồi chạy: crm import \(file)\n")
    let source = try openTable(file)
    #expect(source.sheets.first?.name == "Đơn hàng")
    #expect(source.sheets.count == Catalogue.nouns.count + 1)
    #expect(source.sheets.last == SheetInfo(name: "crm_lists", isHidden: true))
    // Nothing is said of the sheet of choices.
    let taken = fixture.run("import", file)
    #expect(taken.code == 0, "\(taken.errors)")
    #expect(!taken.errors.contains("crm_lists"))
  }

  /// With all, what is referred to comes first, and what every heading says is understood.
  @Test(arguments: Language.allCases) func writesAllKindsInTheirOrder(language: Language) throws {
    let file = fixture.file("mau.xlsx")
    #expect(fixture.run(["import", "template", "all", file], language: language).code == 0)
    let sheets = try openTable(file).sheets.filter { !$0.isHidden }.map(\.name)
    #expect(sheets == Catalogue.nouns.map { Catalogue.entity($0).plural.text(in: language) })
    let taken = fixture.run("import", file)
    #expect(taken.code == 0)
    #expect(!taken.errors.contains("left out"), "\(taken.errors)")
    let text = fixture.run("import", "template", "all", "-")
    #expect(text.code == 2)
    #expect(text.errors.hasPrefix("crm: csv has room for one kind of record\n"))
  }

  @Test func namesTheFileAfterTheKind() throws {
    #expect(fixture.run("import", "template", "nobody").code == 2)
    #expect(fixture.run("import", "template").code == 2)
  }
}
