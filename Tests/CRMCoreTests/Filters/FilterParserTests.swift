import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

@Suite struct FilterParserTests {
  @Test(
    arguments: [
      ("stars>=3", "stars >= 3"), ("  stars  =  3  ", "stars = 3"),
      ("a = 1 and b = 2 or c = 3", "a = 1 and b = 2 or c = 3"),
      ("a = 1 and (b = 2 or c = 3)", "a = 1 and (b = 2 or c = 3)"),
      ("(a = 1 and b = 2) and c = 3", "(a = 1 and b = 2) and c = 3"),
      ("((a = 1))", "a = 1"), ("not a = 1 and b = 2", "not a = 1 and b = 2"),
      ("not (a = 1 and b = 2)", "not (a = 1 and b = 2)"), ("not not a = 1", "not not a = 1"),
      ("NOT a = 1 AND b IN (1,2)", "not a = 1 and b in (1, 2)"),
      ("a=1,5tỷ", "a = \"1,5tỷ\""), ("a in (1,5, \"x, y\")", "a in (1, 5, \"x, y\")"),
      ("a = 'Miền Bắc'", "a = \"Miền Bắc\""), ("a = “Miền Bắc”", "a = \"Miền Bắc\""),
      ("a = \"say \"\"hi\"\"\"", "a = \"say \\\"hi\\\"\""), ("a = 'O''Hara'", "a = O'Hara"),
      ("a = \"back\\\\slash\"", "a = back\\slash"), ("a = \"c:\\dir\"", "a = c:\\dir"),
      ("a = 20/12/2026", "a = 20/12/2026"), ("a = today+7d", "a = today+7d"),
      ("a = a@b.vn", "a = a@b.vn"), ("a = 2026-01-01..2026-06-30", "a = 2026-01-01..2026-06-30"),
      ("a = <5", "a = \"<5\""), ("a = >=5", "a = \">=5\""), ("a = +84912", "a = +84912"),
      ("a != b", "a != b"), ("a !~ b", "a !~ b"), ("a ≥ 5 and b≠2", "a >= 5 and b != 2"),
      ("a is empty", "a is empty"), ("a is not empty", "a is not empty"),
      ("a not in (b)", "a not in (b)"), ("a within 7d", "a within 7d"),
      ("a not within 7d", "a not within 7d"), ("tax-code ~ 03", "tax-code ~ 03"),
      ("customer.owner.unit = Sales", "customer.owner.unit = Sales"),
      (
        "orders[status = done and not date = 2026].total >= 10tr",
        "orders[status = done and not date = 2026].total >= 10tr"
      ),
      ("a = \"and\" or b = \"Hoặc\"", "a = \"and\" or b = \"Hoặc\""),
      ("a = 1 và không b = 2 hoặc c trong (3, 4)", "a = 1 and not b = 2 or c in (3, 4)"),
      ("a là trống và b là không trống", "a is empty and b is not empty"),
      ("a không trong (1)", "a not in (1)"), ("nguồn = Web", "nguồn = Web"),
      ("a = không", "a = không"), ("not = 1", "not = 1"), ("a = \"\"", "a = \"\""),
      ("a = 50%", "a = 50%"), ("a = 15-25 and b=1", "a = 15-25 and b = 1"),
    ])
  func readsAndPrints(text: String, printed: String) throws {
    let expression = try Expression(parsing: text)
    #expect(expression.text == printed)
    #expect(try Expression(parsing: printed) == expression)
  }

  @Test(
    arguments: [
      ("", 1, "a field is expected at the end"),
      ("stars", 6, "a comparison is expected after the field"),
      ("stars >=", 9, "a value is expected after “>=”"),
      ("stars >= and b = 1", 10, "a value is expected after “>=”"),
      ("stars >= 3 annd b = 1", 12, "“and” or “or” is expected here, not “annd”"),
      ("name = Nguyễn Văn An", 15, "“and” or “or” is expected here, not “Văn”"),
      ("(a = 1", 1, "“)” is missing for this one"),
      ("a = 1)", 6, "“)” closes nothing"), ("a = 1 and", 10, "a field is expected at the end"),
      ("a = 1 and = 2", 11, "a field is expected here, not “=”"),
      ("a = \"x", 5, "the quotation mark is not closed"),
      ("a in b", 6, "“(” is expected after “in”"),
      ("a in (b c)", 9, "“,” or “)” is expected here, not “c”"),
      ("a in (b", 6, "“)” is missing for this one"),
      ("a in ()", 7, "a value is expected in the list"),
      ("a is 5", 6, "“empty” is expected here"),
      ("orders[a = 1.count > 2", 20, "“and” or “or” is expected here, not “>”"),
      ("orders[a = 1", 7, "“]” is missing for this one"),
      ("a == 5", 4, "a value is expected after “=”"),
      ("a like b", 3, "a comparison is expected here, not “like”"),
      ("a not b", 7, "a comparison is expected here, not “b”"),
      ("5 = a", 1, "a field is expected here, not “5”"),
      ("a. = 5", 3, "a field is expected here, not “ ”"),
    ])
  func pointsAtWhatIsWrong(text: String, column: Int, message: String) throws {
    let error = #expect(throws: CRMError.self) { try Expression(parsing: text) }
    #expect(error?.message.en == "column \(column): \(message)")
    #expect(error?.message.vi.hasPrefix("vị trí \(column): ") == true)
    let caret = String(repeating: " ", count: column - 1) + "^"
    #expect(error?.hints.first == Label(same: "\(text)\n\(caret)"))
    #expect(error?.kind == .request)
  }

  @Test func cutsLongTextAroundThePlace() throws {
    let text =
      String(repeating: "stars = 1 or ", count: 30) + "stars ! 1"
      + String(repeating: " or stars = 1", count: 30)
    let error = #expect(throws: CRMError.self) { try Expression(parsing: text) }
    let lines = try #require(error?.hints.first?.en.split(separator: "\n"))
    #expect(lines.count == 2)
    #expect(lines[0].count == 74)
    let caret = try #require(lines[1].firstIndex(of: "^"))
    #expect(
      lines[0][
        lines[0].index(
          lines[0].startIndex, offsetBy: lines[1].distance(from: lines[1].startIndex, to: caret))]
        == "!")
  }

  @Test func refusesEndlessNesting() {
    for opening in ["(", "not ", "a["] {
      let text = String(repeating: opening, count: 100_000)
      #expect(throws: CRMError.self) { try Expression(parsing: text) }
    }
  }

  @Test func readsLongRows() throws {
    let text = Array(repeating: "a = 1", count: 20_000).joined(separator: " and ")
    #expect(try Expression(parsing: text).text == text)
  }
}
