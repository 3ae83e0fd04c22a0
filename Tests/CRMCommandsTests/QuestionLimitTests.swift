import CRMEngine
import CRMTestSupport
import Testing

@testable import CRMCommands

/// Questions that are too deep or too much: they are usage in words of ours, or they work. None is a
/// fault of the program, and SQLite's own words reach nobody.
@Suite struct QuestionLimitTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private static func nested(_ count: Int, _ open: String, _ inner: String, _ close: String)
    -> String
  {
    String(repeating: open, count: count) + inner + String(repeating: close, count: count)
  }

  private static func list(_ text: String, _ count: Int, _ separator: String) -> String {
    [String](repeating: text, count: count).joined(separator: separator)
  }

  /// Conditions of many brackets, steps and terms.
  static let nestedConditions: [String] = [
    nested(24, "not ", "name = a", ""), nested(24, "not (", "name = a", ")"),
    nested(99, "not ", "name = a", ""), nested(20_000, "not ", "name = a", ""),
    nested(50, "not (", "name = a or code = b", ")"), nested(90, "(", "name = a or code = b", ")"),
    nested(45, "(name = b and (code = c or ", "name = a", "))"),
    nested(20_000, "(", "name = a", ")"), nested(20_000, "orders[", "name = a", ""),
    nested(9, "referrer.", "name = a", ""), nested(15, "referrer.", "name = a", ""),
    nested(14_000, "referrer.", "name = a", ""),
    nested(8, "orders[customer.", "orders.count > 1", "].count > 0"),
    nested(30, "orders[customer.", "orders.count > 1", "].count > 0"),
    list("name = a", 5_000, " or "), list("name = a", 5_000, " and "),
    list("not orders.total > 5", 500, " and "),
  ]

  /// Conditions of many or long values.
  static let greatConditions: [String] = {
    let word = list("x", 130_000, "")
    var conditions: [String] = [
      list("a", 100_000, ","), list("1", 100_000, ","), list("1", 100_000, ","),
      list("2026-01-01", 40_000, ","),
    ]
    for (place, field) in ["name", "score", "phones", "created"].enumerated() {
      conditions[place] = "\(field) in (\(conditions[place]))"
    }
    conditions += [
      "name =", "name ~", "code ~", "owner ~", "description ~", "emails ~", "created =",
    ]
    .map { "\($0) \(word)" }
    conditions += ["name !~ \"\(list("%", 60_000, ""))\"", word, "owner.\(word) = 1"]
    conditions += ["phones ~ \(list("0", 130_000, ""))"]
    conditions += ["tax_code ~", "score ="].map { "\($0) \(list("1", 130_000, ""))" }
    return conditions
  }()

  static let conditions: [String] = nestedConditions + greatConditions

  private func check(_ words: [String]) {
    for language in ["en", "vi"] {
      let outcome = fixture.run(words + ["--lang", language])
      let name = words.map { String($0.prefix(60)) }
      #expect([0, 1, 2].contains(outcome.code), "\(name): \(outcome.errors.prefix(300))")
      for saying in ["parser", "tree", "result set", "ORDER BY", "LIKE", "SQL"] {
        #expect(!outcome.errors.contains(saying), "\(name): \(outcome.errors.prefix(300))")
      }
    }
  }

  @Test func conditionsWorkOrAreRefused() {
    for condition in Self.conditions { check(["customer", "list", "--where", condition]) }
  }

  @Test func thoseWhoSeeAPartAskTheSame() throws {
    let offices = try Fixture.offices()
    for login in ["lan", "minh", "hoa"] {
      for condition in Self.conditions where condition.utf8.count < 5_000 {
        let outcome = offices.run(as: login, "customer", "list", "--where", condition)
        #expect([0, 1, 2].contains(outcome.code), "\(condition.prefix(60)): \(outcome.errors)")
      }
    }
  }

  /// A rule that is kept is asked again of every customer that changes.
  @Test func whatIsKeptIsAskedAgain() throws {
    for (place, condition) in Self.conditions.enumerated() where condition.utf8.count < 5_000 {
      let outcome = fixture.run(
        "tier", "add", "T\(place)", "--rank", "\(place + 10)", "--condition", condition)
      #expect([0, 1, 2].contains(outcome.code), "\(condition.prefix(60)): \(outcome.errors)")
    }
    #expect(fixture.run("customer", "add", "Mới").code == 0)
    #expect(fixture.run("customer", "edit", "KH000001", "--name", "Khác").code == 0)
    #expect(fixture.run("tier", "apply").code == 0)
  }

  static let deep: [String] = [
    nested(15, "referrer.", "name = a", ""), nested(101, "not ", "name = a", ""),
    nested(101, "(", "name = a", ")"), nested(50, "(name = b and (code = c or ", "name = a", "))"),
    nested(30, "orders[customer.", "orders.count > 1", "].count > 0"),
    "name in (\(list("a", 100_000, ",")))",
  ]

  @Test(arguments: deep) func tooDeepIsUsage(_ condition: String) {
    let outcome = fixture.run("customer", "list", "--where", condition)
    #expect(outcome.code == 2, "\(outcome.errors.prefix(300))")
    #expect(fixture.runVietnamese("customer", "list", "--where", condition).code == 2)
  }

  static let parts: [([String], Int32)] = [
    (["--columns", list("name", 3_000, ",")], 2), (["--columns", list("name", 1_000, ",")], 0),
    (["--sort", list("name", 3_000, ",")], 2), (["--sort", list("name", 100, ",")], 0),
    (["--columns", nested(20, "referrer.", "name", "")], 2),
    (["--columns", nested(9, "referrer.", "name", "")], 0),
    (["--sort", nested(9, "referrer.", "name", "")], 0),
    (
      ["--columns", "orders[\(nested(20, "customer.orders[", "total > 1", "].count > 0"))].count"],
      2
    ),
    (["--name", list("x", 130_000, "")], 0),
  ]

  @Test(arguments: parts) func columnsAndOrdersHaveLimits(_ words: [String], _ code: Int32) {
    let outcome = fixture.run(["customer", "list"] + words)
    #expect(outcome.code == code, "\(outcome.errors.prefix(300))")
    check(["customer", "list"] + words)
  }

  @Test func manyFiltersAndLongWordsWork() {
    let long = Self.list("x", 130_000, "")
    let many = (1...3_000).map { "từ\($0)" }.joined(separator: " ")
    check(["customer", "list"] + (1...3_000).flatMap { ["--where", "code = KH\($0)"] })
    check(["customer", "filter"] + (1...3_000).flatMap { _ in ["--or", "owner=an"] })
    check(["customer", "filter", "--or"] + (1...3_000).map { "code=KH\($0)" })
    check(["customer", "filter", "--not"] + (1...3_000).map { "code=KH\($0)" })
    for words in [
      ["search", long], ["search", many], ["customer", "lookup", long],
      ["customer", "lookup", many],
      ["customer", "show", long], ["customer", "add", long], ["customer", long], [long],
      ["customer", "list", "--sort", long], ["customer", "list", "--columns", long],
      ["customer", "list", "--view", long], ["undo", long], ["config", "set", long, long],
      ["view", "add", "v", "--kind", "customer", "--columns", Self.list("name", 3_000, ",")],
      ["view", "add", "w", "--kind", "customer", "--sort", Self.list("name", 3_000, ",")],
    ] { check(words) }
    check(["customer", "show"] + (1...3_000).map { _ in "KH000001" })
    check(["customer", "list", "--view", "v"])
    check(["customer", "list", "--view", "w"])
  }

  @Test func deepJSONIsAnErrorOfItsLine() throws {
    for text in [
      Self.nested(100_000, "[", "", "]"), Self.nested(100_000, "{\"a\":", "1", "}"),
      "[{\"name\":" + Self.nested(100_000, "[", "1", "]") + "}]",
      "[{\"name\":" + Self.nested(100_000, "{\"a\":", "1", "}") + "}]",
    ] {
      let file = try fixture.file("deep.json", text)
      for words in [[], ["--preview"], ["--dry-run"]] {
        let outcome = fixture.run(["customer", "import", file] + words)
        #expect(outcome.code == 1, "\(outcome.errors.prefix(300))")
        #expect(outcome.errors.contains("deep.json:1"))
      }
    }
  }

  /// A kind has so many custom fields that all of them still are shown at once.
  @Test func aKindHasSoManyCustomFields() throws {
    let rows = (1...502).map { "contact,k\($0),Trường \($0),text\n" }.joined()
    let file = try fixture.file("f.csv", "Kind,Key,Name,Type\n" + rows)
    let outcome = fixture.run("field", "import", file)
    #expect(outcome.code == 1)
    #expect(
      (outcome.errors + outcome.output).contains("contact has 500 custom fields already"),
      "\(outcome.errors.prefix(500))")
    for words in [
      ["show", "LH000001"], ["list", "--json"], ["export", "--csv", "-"],
    ] {
      #expect(fixture.run(["contact"] + words).code == 0)
    }
  }
}
