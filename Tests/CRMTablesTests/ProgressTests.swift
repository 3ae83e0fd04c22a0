import CRMTables
import Foundation
import Testing

/// How far a reader is in its file, for the bar of a long import.
struct ProgressTests {
  @Test(arguments: ["csv", "json", "jsonl", "vcf", "xlsx", "ods", "fods", "xls"])
  func growsToTheEnd(_ format: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.\(format)", Self.file(format))
    let rows = try openTable(path).rows(ofSheet: 0)
    var last = 0.0
    var steps: Set<Double> = []
    while try rows.next() != nil {
      let progress = try #require(rows.progress)
      #expect(progress >= last && progress <= 1)
      last = progress
      steps.insert(progress)
    }
    #expect(steps.count > 3)
    #expect(try #require(rows.progress) > 0.99)
  }

  private static func file(_ format: String) throws -> [UInt8] {
    let numbers = 0..<20_000
    func text(_ line: (Int) -> String) -> String { numbers.map(line).joined() }
    switch format {
    case "csv": return Array(text { "KH\($0),Nguyễn Văn An,0912345678\n" }.utf8)
    case "jsonl": return Array(text { "{\"code\":\"KH\($0)\",\"name\":\"Nguyễn Văn An\"}\n" }.utf8)
    case "json": return Array("[\(text { "{\"code\":\"KH\($0)\"}," }){}]".utf8)
    case "vcf": return Array(text { "BEGIN:VCARD\nFN:An \($0)\nTEL:0912345678\nEND:VCARD\n" }.utf8)
    case "xlsx":
      return TestArchive.sheet(text { "<row><c><v>\($0)</v></c><c t='b'><v>1</v></c></row>" }).bytes
    case "ods": return TestArchive.document(text(row)).bytes
    case "fods": return Array(TestArchive.content(text(row)).utf8)
    default:
      return BIFFBuilder.biff8 { sheet in
        for number in numbers { sheet.number(number, 0, Double(number)) }
      }
    }
  }

  private static func row(_ number: Int) -> String {
    "<t:table-row><t:table-cell o:value-type='float' o:value='\(number)'/></t:table-row>"
  }
}
