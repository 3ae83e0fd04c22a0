import CRMTables
import CRMTestSupport
import Testing

@Suite struct FormulaGuardTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"),
    ("\n=1", "'\n=1"), (" =1", "' =1"), ("＝1", "'＝1"), ("- ghi chú", "'- ghi chú"),
    ("'=1", "''=1"), ("''@x", "'''@x"), ("+\u{301}", "'+\u{301}"),
    ("+84912345678", "+84912345678"), ("+84 (912) 345-678", "+84 (912) 345-678"),
    ("+84912345678; +84912345679", "+84912345678; +84912345679"), ("-5", "-5"),
    ("-1.500.000", "-1.500.000"), ("-1,5%", "-1,5%"), ("-", "-"), ("'", "'"), ("'Tèo", "''Tèo"),
    ("'0912", "''0912"), ("'a' b", "'a' b"), ("=\"a\"", "'=\"a\""), ("''", "''"), ("", ""),
    ("a=b", "a=b"), ("1-2", "1-2"), ("Nguyễn Đức", "Nguyễn Đức"),
  ]) func examples(_ text: String, _ guarded: String) {
    #expect(Array(FormulaGuard.guarded(text).utf8) == Array(guarded.utf8))
    #expect(Array(FormulaGuard.unguarded(guarded).utf8) == Array(text.utf8))
  }

  /// What other programs write so that a spreadsheet takes it for text.
  @Test(arguments: [
    ("=\"KH01\"", "KH01"), ("=\"0912 345 678\"", "0912 345 678"), ("=\"a \"\"b\"\"\"", "a \"b\""),
    ("=\"a\"&\"b\"", "=\"a\"&\"b\""), ("=\"\"", "=\"\""), ("=A1", "=A1"), ("'0912", "0912"),
    ("'Trần Út", "Trần Út"), ("'a' b", "'a' b"), ("'", "'"),
  ]) func wrappings(_ text: String, _ plain: String) {
    #expect(FormulaGuard.unguarded(text) == plain)
  }

  /// In a workbook an apostrophe before words may be meant.
  @Test(arguments: [
    ("=\"KH01\"", "KH01"), ("'0912 345 678", "0912 345 678"), ("'+84912", "+84912"),
    ("'KH-01", "KH-01"),
    ("'01/02/1990", "01/02/1990"), ("'Tèo", "'Tèo"), ("'90 thùng", "'90 thùng"), ("'=1+1", "'=1+1"),
    ("KH01", "KH01"), ("'", "'"), ("'a", "'a"),
  ]) func wrappingsOfWorkbooks(_ text: String, _ plain: String) {
    #expect(FormulaGuard.unwrapped(text) == plain)
  }

  @Test func everyTextComesBack() {
    var dice = Seeded(state: 3)
    for _ in 0..<50_000 {
      let text = dice.text()
      let guarded = FormulaGuard.guarded(text)
      if Array(FormulaGuard.unguarded(guarded).utf8) != Array(text.utf8) {
        Issue.record("\(text.debugDescription) became \(guarded.debugDescription)")
      }
    }
  }
}
