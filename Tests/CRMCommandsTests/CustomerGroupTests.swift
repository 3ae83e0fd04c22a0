import CRMTestSupport
import Foundation
import Testing

/// `customer group move|add|remove` of RULES 4.2. In the company: 1 in
/// Miền Bắc, VIP and 15-25, 2 in Miền Nam, 3 in Miền Bắc. The regions are of one kind; VIP and
/// 15-25 get none and "age".
@Suite struct CustomerGroupTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    try fixture.edit(.group, "15-25", ["kind": "Độ tuổi"])
    try fixture.add(.group, ["name": "26-40", "kind": "độ tuổi"])
  }

  private func groups() -> [Substring] {
    fixture.run("customer", "list", "--columns", "groups").output.split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropFirst().prefix(3).map { $0 }
  }

  @Test(arguments: [
    (
      ["move", "KH000001", "KH000003", "--to", "Miền Nam"],
      ["Miền Nam; VIP; 15-25", "Miền Nam", "Miền Nam"], "Changed 2 of 2 customers.\n"
    ),
    (
      ["move", "KH000001", "KH000002", "--to", "Miền Bắc", "26-40"],
      ["Miền Bắc; VIP; 26-40", "Miền Bắc; 26-40", "Miền Bắc"], "Changed 2 of 2 customers.\n"
    ),
    (
      ["move", "KH000001", "--to", "VIP", "--from", "all"], ["VIP", "Miền Nam", "Miền Bắc"],
      "Changed customer KH000001.\n"
    ),
    (
      ["move", "--where", "code is not empty", "--from", "Miền Bắc", "--to", "VIP", "--yes"],
      ["VIP; 15-25", "Miền Nam", "VIP"], "Changed 2 of 3 customers.\n"
    ),
    (
      ["move", "KH000001", "--from", "VIP", "--from", "15-25", "--to", "Miền Nam"],
      ["Miền Bắc; Miền Nam", "Miền Nam", "Miền Bắc"], "Changed customer KH000001.\n"
    ),
    (
      ["move", "KH000002", "--to", "Miền Nam"],
      ["Miền Bắc; VIP; 15-25", "Miền Nam", "Miền Bắc"], "Customer KH000002 stays as it is.\n"
    ),
    (
      ["add", "KH000002", "KH000003", "--to", "VIP", "26-40"],
      ["Miền Bắc; VIP; 15-25", "Miền Nam; VIP; 26-40", "Miền Bắc; VIP; 26-40"],
      "Changed 2 of 2 customers.\n"
    ),
    (
      ["remove", "KH000001", "KH000002", "--from", "Miền Bắc", "VIP"],
      ["15-25", "Miền Nam", "Miền Bắc"], "Changed 1 of 2 customers.\n"
    ),
  ])
  func changesGroups(words: [String], groups: [String], report: String) throws {
    let before = self.groups()
    let outcome = fixture.run(["customer", "group"] + words)
    #expect(outcome.errors == report)
    let shown = self.groups().map { $0.split(separator: "; ").sorted().joined(separator: "; ") }
    #expect(
      shown == groups.map { $0.components(separatedBy: "; ").sorted().joined(separator: "; ") })
    guard !report.contains("stays") else { return }
    #expect(fixture.run("undo").code == 0)
    #expect(self.groups() == before)
  }

  /// A group without a kind takes nothing away unasked.
  @Test func asksWhichGroupsAreLeft() {
    let refused = fixture.run("customer", "group", "move", "KH000001", "--to", "VIP")
    #expect(
      refused
        == .init(
          output: "",
          errors: """
            crm: group VIP has no kind, so it is not clear which groups KH000001 leaves: it is in \
            Miền Bắc, 15-25
              Say which with --from 'Miền Bắc' 15-25, or --from all; to keep them: crm customer group \
            add

            """, code: 1))
    #expect(
      fixture.runVietnamese("customer", "group", "move", "KH000001", "--to", "VIP").errors
        .hasPrefix("crm: nhóm VIP không có loại nên không rõ KH000001 rời nhóm nào"))
    _ = fixture.run("customer", "edit", "KH000002", "--groups", "")
    #expect(
      fixture.run("customer", "group", "move", "KH000002", "--to", "VIP").errors
        == "Changed customer KH000002.\n")
  }

  @Test func takesCodesFromStandardInputAndAView() throws {
    try fixture.add(
      .view, ["name": "Bắc", "kind": "customer", "condition": "groups = \"Miền Bắc\""])
    let read = fixture.run(
      "customer", "group", "add", "-", "--to", "VIP", input: "KH000002\n\nKH000003\n")
    #expect(read.errors == "Changed 2 of 2 customers.\n")
    let viewed = fixture.runVietnamese(
      "customer", "group", "remove", "--view", "Bắc", "--from", "VIP", "--dry-run")
    #expect(viewed.errors == "Sẽ bỏ nhóm của 2 trên 2 khách hàng.\n")
    #expect(
      viewed.output.contains("khách hàng KH000003: Nhóm khách hàng “Miền Bắc; VIP” → “Miền Bắc”"))
  }

  /// The score follows the groups.
  @Test func movesTheScore() {
    _ = fixture.run("customer", "group", "add", "KH000003", "--to", "VIP")
    #expect(
      fixture.run("customer", "list", "--code", "KH000003", "--columns", "score,stars").output
        == "Score\tStars\n30\t2\n")
  }

  @Test(arguments: [
    (["move", "KH000001"], 2, "--to"), (["add", "--to", "VIP"], 2, "which customer?"),
    (
      ["move", "--to", "Miền Nam", "KH000001"], 2,
      "--to took all that follows: Miền Nam, KH000001. Write the codes before it, or after --"
    ),
    (["move", "KH000001", "--to", "Miền Bác"], 1, "Did you mean Miền Bắc"),
    (["remove", "KH000001", "--to", "VIP"], 2, "--to"),
  ])
  func refusesWhatIsNotClear(words: [String], code: Int32, part: String) {
    let outcome = fixture.run(["customer", "group"] + words)
    #expect(outcome.code == code)
    #expect(outcome.errors.contains(part), "\(outcome.errors)")
  }
}
