import CRMValues
import Testing

@testable import CRMArguments

private func invocation(_ arguments: String...) throws -> Invocation {
  guard case .run(_, let invocation) = try sample.parse(arguments) else {
    throw CRMError(.bug, "not a command", vi: "không phải lệnh")
  }
  return invocation
}

@Suite struct InvocationTests {
  @Test func keepsTheOrderAcrossOptions() throws {
    let use = try invocation(
      "customer", "filter", "--not", "A", "--and", "B", "C", "--limit", "2", "--not", "D")
    #expect(use.occurrences(of: "and", "not").map(\.option) == ["not", "and", "not"])
    #expect(use.occurrences(of: "and", "not").map(\.position) == [2, 4, 9])
    #expect(use.values("not") == ["A", "D"])
    #expect(use.values("and") == ["B", "C"])
    #expect(use.value("limit") == "2")
    #expect(use.value("from") == nil)
    #expect(!use.has("or"))
    #expect(use.declares("yes") && !use.declares("name"))
  }

  @Test func masksSecretsForTheLog() throws {
    let use = try invocation("customer", "add", "--name", "A", "-yp123", "--note=x")
    #expect(use.loggedArguments == ["customer", "add", "--name", "A", "-yp***", "--note=x"])
    #expect(try invocation("customer", "add", "--pin", "1").loggedArguments.last == "***")
    #expect(try invocation("customer", "add", "--pin=1").loggedArguments.last == "--pin=***")
    #expect(use.arguments.contains("-yp123"))
  }

  @Test func namesWhatIsMissing() throws {
    #expect(try invocation("customer", "add").missingOptions.map(\.long) == ["name"])
    #expect(try invocation("customer", "add", "--name", "A").missingOptions.isEmpty)
    let error = #expect(throws: CRMError.self) { try invocation("customer", "add").requireAll() }
    #expect(error?.message.vi == "thiếu --name")
    #expect(error?.hints.map(\.vi) == ["cách dùng: crm customer add [TÙY-CHỌN…]"])
    #expect(throws: Never.self) { try invocation("customer", "add", "--name=").requireAll() }
  }

  @Test(arguments: [("5", 5), ("-5", -5), ("0", 0)])
  func readsIntegers(_ text: String, _ number: Int) throws {
    #expect(try invocation("customer", "filter", "--limit", text).integer("limit") == number)
  }

  @Test(arguments: [
    ("x", 1...5, "--limit needs a whole number from 1 to 5, not 'x'"),
    ("6", 1...5, "--limit needs a whole number from 1 to 5, not '6'"),
    ("1.5", Int.min...Int.max, "--limit needs a whole number, not '1.5'"),
    ("-1", 0...Int.max, "--limit needs a whole number of at least 0, not '-1'"),
    ("9", Int.min...3, "--limit needs a whole number of at most 3, not '9'"),
    ("99999999999999999999", Int.min...Int.max, nil),
  ]) func refusesIntegers(_ text: String, _ range: ClosedRange<Int>, _ message: String?) throws {
    let use = try invocation("customer", "filter", "--limit", text)
    let error = try #require(throws: CRMError.self) { try use.integer("limit", in: range) }
    #expect(message == nil || error.message.en == message)
  }

  @Test(arguments: ["signed", "SIGNED", "Signed", "Đã ký", "đã ký", "ĐÃ KÝ"])
  func readsChoicesInBothLanguages(_ text: String) throws {
    #expect(try invocation("customer", "add", "-l", text).choice("level") == "signed")
  }

  @Test func refusesOtherChoices() throws {
    let use = try invocation("customer", "add", "--level", "singed")
    let error = try #require(throws: CRMError.self) { try use.choice("level") }
    #expect(error.hints.map(\.en) == ["did you mean 'signed'?", "one of: new, signed"])
  }

  @Test func findsTheLanguageOfABrokenLine() {
    #expect(sample.value(ofGlobal: "lang", in: ["bogus", "--lang", "vi", "-q"]) == "vi")
    #expect(sample.value(ofGlobal: "lang", in: ["--lang=vi", "--lang", "en"]) == "en")
    #expect(sample.value(ofGlobal: "lang", in: ["--", "--lang", "en"]) == nil)
    #expect(sample.value(ofGlobal: "lang", in: ["--lang"]) == nil)
  }
}
