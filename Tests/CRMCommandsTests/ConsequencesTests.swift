import CRMTestSupport
import Testing

/// RULES 1.8: who is asked is told first what it comes to, by name and by count.
@Suite struct ConsequencesTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func asked(_ words: String...) -> String {
    fixture.run(words, input: "\n", terminal: 200).errors
  }

  /// One customer is few, but an order, a transaction and two care cards go along.
  @Test func countsWhatGoesAlong() {
    #expect(
      asked("customer", "delete", "KH000001") == """
        Would move customer KH000001 to the trash, along with 1 order, 2 care cards, 1 transaction.
          to the trash: 1 customer (KH000001 Nguyễn Đức An)
          to the trash: 1 order (DH000001)
          to the trash: 2 care cards (TCS000001; TCS000002)
          to the trash: 1 transaction (GD000001 Gọi chào hàng)
          with them: 2 lines
        Move 1 customer to the trash? [y/N] crm: nothing was changed

        """)
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
    #expect(
      fixture.run(["customer", "delete", "KH000001"], input: "y\n", terminal: 80).code == 0)
    #expect(fixture.run("order", "list", "--count").output == "0\n")
  }

  @Test func asksNothingOfFew() {
    let outcome = fixture.run(["product", "delete", "SP01"], input: "\n", terminal: 80)
    #expect(outcome.errors.hasPrefix("Moved product SP01 to the trash."), "\(outcome.errors)")
  }

  @Test func namesWhatAMergeMoves() {
    let errors = asked("customer", "merge", "KH000002", "KH000001", "KH000003")
    #expect(errors.hasPrefix("Would merge 2 customers into KH000002, moving "), "\(errors)")
    #expect(
      errors.contains(
        "\n  to the trash: 2 customers (KH000001 Nguyễn Đức An; KH000003 Nguyen Duc Binh)\n"))
    #expect(errors.contains("\n  changed: 1 order (DH000001)\n"))
    #expect(errors.hasSuffix("\nMerge 2 customers? [y/N] crm: nothing was changed\n"))
  }

  /// A role takes its rights along, of which nobody had thought.
  @Test func tellsOfTheRightsOfARole() {
    fixture.done("an role add Kho", "an role grant Kho --on order,product --to view,add")
    let errors = asked("role", "delete", "Kho")
    #expect(errors.contains("\n  with them: "), "\(errors)")
    #expect(errors.hasSuffix("\nMove 1 role to the trash? [y/N] crm: nothing was changed\n"))
  }

  /// What is refused is refused before anybody is asked.
  @Test func refusesFirst() {
    #expect(
      asked("customer", "transfer", "KH000001", "KH000002", "KH000003", "--to", "nobody")
        .hasPrefix("crm: there is no user “nobody”"))
  }

  @Test func asksBeforeAnImportIsTakenBack() throws {
    let file = try fixture.file("sp.csv", "code,name\nSP11,A\nSP12,B\n")
    #expect(fixture.run("import", file, "--into", "product").code == 0)
    let number =
      fixture.run("import", "list", "--format", "tsv").output
      .split(separator: "\n").last?.split(separator: "\t").first.map(String.init) ?? ""
    let errors = asked("import", "undo", number)
    #expect(errors.contains("\n  product SP11: added\n"), "\(errors)")
    #expect(errors.hasSuffix("Take it back? [y/N] crm: nothing was changed\n"))
    #expect(fixture.run("import", "undo", number, "--yes").code == 0)
  }
}
