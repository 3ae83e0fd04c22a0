import CRMTestSupport
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Reminders run every morning on all customers: each has to find its few by an index.
@Suite struct ReminderPlanTests {
  @Test(arguments: [
    (Birthdays.customerSQL, ["customer_birthday_day"]),
    (Birthdays.contactSQL, ["contact_birthday_day"]),
    (Birthdays.staffSQL, ["user_birthday_day"]),
    (
      ForgottenCustomers.sql(ofOwner: false),
      ["(last_contact<?)", "(last_contact=? AND created<?)"]
    ),
    (
      ForgottenCustomers.sql(ofOwner: true), ["(last_contact<?)", "(last_contact=? AND created<?)"]
    ),
    (ExpiringContracts.sql(ofOwner: false), ["contract_by_expiry_date (expiry_date>? AND"]),
    (ExpiringContracts.sql(ofOwner: true), ["contract_by_expiry_date (expiry_date>? AND"]),
  ]) func usesAnIndex(_ sql: String, _ parts: [String]) throws {
    let plan = try plan(sql)
    for part in parts { #expect(plan.contains { $0.contains(part) }, "\(plan)") }
    #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("json_each") }, "\(plan)")
  }

  private func plan(_ sql: String) throws -> [String] {
    let fixture = try Fixture()
    return try fixture.store.read(as: Actor(login: fixture.login), at: Fixture.moment) { reader in
      let statement = try reader.cache.statement("EXPLAIN QUERY PLAN " + sql)
      var lines: [String] = []
      while try statement.step() { lines.append(statement.text(3) ?? "") }
      return lines
    }
  }
}
