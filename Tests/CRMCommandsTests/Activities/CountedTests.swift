import CRMTestSupport
import Testing

/// Filters count whatever names a record, not only what goes to the trash with it.
@Suite struct CountedTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture.company()
    _ = fixture.run("task", "add", "KH000001", "A", "--performers", "lan")
    _ = fixture.run("task", "add", "Không khách", "--performers", "lan", "--performers", "an")
  }

  @Test(arguments: [
    ("order", "care_cards.count = 0", "0"), ("order", "care_cards.count >= 1", "1"),
    ("order", "care_cards.count = 2", "1"),
    // A task without a customer leaves no customer out.
    ("customer", "tasks.count = 0", "2"), ("customer", "tasks.count = 1", "1"),
    ("customer", "not tasks.count > 0", "2"), ("customer", "tasks[name = A].count = 1", "1"),
    ("user", "customers.count = 1", "2"), ("user", "tasks.count = 2", "1"),
    ("user", "tasks_owner.count = 2", "1"), ("user", "tasks.count = 0", "0"),
    ("group", "customers.count = 2", "1"), ("group", "customers.count = 0", "1"),
    ("product", "care_cards.count = 0", "2"), ("relationship", "customers.count > 0", "1"),
    ("transaction-type", "transactions.count = 1", "1"),
  ]) func counts(noun: String, filter: String, count: String) {
    let outcome = fixture.run(noun, "list", "--where", filter, "--count")
    #expect(outcome.output == count + "\n", "\(outcome.errors)")
    // Listed, they are as many as counted.
    let codes = fixture.run(noun, "list", "--where", filter, "--format", "codes").output
    #expect(String(codes.split(separator: "\n").count) == count)
  }

  @Test func showsFigures() {
    #expect(
      fixture.run("user", "list", "--columns", "code,customers.count,tasks.count", "--no-header")
        .output == "an\t1\t1\nlan\t1\t2\n")
  }
}
