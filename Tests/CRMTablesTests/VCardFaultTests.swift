import CRMTables
import CRMValues
import Testing

/// What telephones and old programs write of cards, and what is meant by it.
@Suite struct VCardFaultTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let fields: [String: String]

    init(_ lines: String, _ fields: [String: String]) {
      (testDescription, self.fields) = (lines, fields)
    }
  }

  /// A soft line break with nothing of the value behind it.
  static let dangling = [
    Example(
      "VERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:=C4=90=E1=BB=A9c=\nTEL;CELL:0912",
      ["name": "Đức", "phones": "0912"]),
    Example(
      "VERSION:2.1\nFN;QUOTED-PRINTABLE:An=\nitem1.X-AB:1", ["name": "An", "X-AB": "1"]),
    Example("VERSION:2.1\nFN;QUOTED-PRINTABLE:An=", ["name": "An"]),
    Example(
      "VERSION:2.1\nFN:An\nNOTE;QUOTED-PRINTABLE:gi=E1=BB=9D m=E1=BB=9F c=E1=BB=ADa=\n: 8h=\n; 9h",
      ["name": "An", "description": "giờ mở cửa: 8h; 9h"]),
    Example(
      "VERSION:2.1\nFN:An\nNOTE;QUOTED-PRINTABLE:h=\nTel: 1",
      ["name": "An", "description": "hTel: 1"]),
  ]

  /// RFC 822 folds before a blank, which is of the value; RFC 2425 puts one there.
  static let folds = [
    Example(
      "VERSION:2.1\nFN:An\nNOTE:Giao\n buổi\n\tsáng",
      ["name": "An", "description": "Giao buổi\tsáng"]),
    Example(
      "VERSION:3.0\nFN:An\nNOTE:Giao \n buổi sá\n ng",
      ["name": "An", "description": "Giao buổi sáng"]),
    Example(
      "VERSION:2.1\nFN;ENCODING=BASE64:Tmd1\n  eeG7hW4=\n\nTEL:1",
      ["name": "Nguyễn", "phones": "1"]),
  ]

  static let birthdays = [
    Example(
      "FN:An\nBDAY;X-APPLE-OMIT-YEAR=1604;VALUE=DATE:16040509",
      ["name": "An", "birthday": "--05-09"]),
    Example(
      "FN:An\nBDAY;X-APPLE-OMIT-YEAR=1900:1900-05-09", ["name": "An", "birthday": "--05-09"]),
    Example("FN:An\nBDAY;CALSCALE=gregorian:1990-05-09", ["name": "An", "birthday": "1990-05-09"]),
    Example(
      "FN:An\nNOTE:x\nBDAY;CALSCALE=chinese:1990-05-09",
      ["name": "An", "description": "x\nNgày sinh âm lịch: 1990-05-09"]),
    Example(
      "FN:An\nBDAY;CALSCALE=chinese:0046-02-03\nBDAY:1985-03-04",
      ["name": "An", "birthday": "1985-03-04", "description": "Ngày sinh âm lịch: 0046-02-03"]),
  ]

  /// A card that names a firm and nobody in it is the firm's.
  static let firms = [
    Example("ORG:Công ty A", ["name": "Công ty A", "kind": "organisation"]),
    Example("FN:Công ty A\nN:;;;;\nORG:Công ty A", ["name": "Công ty A", "kind": "organisation"]),
    Example(
      "FN:Công ty A\nN:Công ty A;;;;\nORG:Công ty A", ["name": "Công ty A", "kind": "organisation"]),
    Example("N:Lê;An;;;\nORG:Công ty A", ["name": "Lê An", "company": "Công ty A"]),
    Example("FN:An\nORG:Công ty A", ["name": "An", "company": "Công ty A"]),
    Example("FN:An\nN:;;;;\nN:Lê;An;;;\nORG:;;", ["name": "An"]),
    Example("FN: \nN:;;;;\nEMAIL:an@x.vn", ["name": "an@x.vn", "emails": "an@x.vn"]),
  ]

  @Test(arguments: dangling + folds + birthdays + firms) func fields(_ example: Example) throws {
    for separator in ["\n", "\r\n"] {
      let text = ["BEGIN:VCARD", example.testDescription, "END:VCARD", ""].joined(separator: "\n")
        .replacing("\n", with: separator)
      for size in [1, 3, 1 << 16] {
        var options = ReadOptions()
        options.chunkSize = size
        #expect(try cards(Array(text.utf8), options) == [example.fields], "chunks of \(size)")
      }
    }
  }

  @Test func otherCalendarsAreTold() throws {
    let folder = try TemporaryFolder()
    let text = "BEGIN:VCARD\nFN:An\nBDAY;CALSCALE=chinese:1990-05-09\nEND:VCARD\n"
    let source = try openTable(try folder.file("a.vcf", Array(text.utf8)))
    #expect(
      source.notices.map(\.en) == [
        "\(folder.path)/a.vcf: 1 birthdays are of another calendar than the solar one and come in as "
          + "notes"
      ])
  }
}
