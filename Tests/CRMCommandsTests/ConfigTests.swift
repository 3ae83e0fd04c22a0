import CRMCore
import CRMEngine
import CRMTestSupport
import Foundation
import Testing

@Suite struct ConfigTests {
  /// Columns that nobody has chosen say nothing of this company.
  @Test func leavesOutWhatIsEachOnesOwn() throws {
    let fixture = try Fixture.company()
    func keys(_ options: String...) -> [Substring] {
      fixture.run(["config", "list"] + options).output.split(separator: "\n").compactMap {
        $0.split(separator: "\t").first
      }.filter { $0.hasPrefix("columns.") }
    }
    #expect(keys() == [])
    #expect(keys("--all").contains("columns.order"))
    _ = fixture.run("config", "set", "columns.order", "code,customer")
    #expect(keys() == ["columns.order"])
  }

  @Test(arguments: [
    (
      ["columns.customer", "code,nme"],
      "crm: customers have no column “nme”\n  Did you mean name?\n  Columns: code, name, "
    ),
    (
      ["leap_day", "marc-1"],
      "crm: “marc-1” is no value of the setting leap_day\n  Did you mean march-1?\n  Give one of "
    ),
  ])
  func suggestsWhatIsNear(_ words: [String], _ message: String) throws {
    let fixture = try Fixture.company()
    let outcome = fixture.run(["config", "set"] + words)
    #expect(outcome.code == 1)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
  }

  @Test func listsEverySettingWithItsDefault() throws {
    let fixture = try Fixture()
    let lines = fixture.run("config", "list", "--all", "--format", "tsv").output.split(
      separator: "\n")
    #expect(lines.first == "Setting\tValue\tDefault\tMeaning")
    #expect(lines.contains("birthday_days\t7\t7\tDays ahead for birthdays"))
    #expect(lines.contains("required_of_customers\tnone\tnone\tAlways chosen for a customer"))
    #expect(lines.count == DeclaredSetting.all.count + 1)
    #expect(
      fixture.run("config", "list", "--changed").output == "Setting\tValue\tDefault\tMeaning\n")
  }

  @Test func setsAndResetsAsOperations() throws {
    let fixture = try Fixture()
    let set = fixture.run("config", "set", "birthday-days", "3")
    #expect(set.errors == "birthday_days is now 3.\n")
    #expect(fixture.run("config", "get", "birthday_days").output == "3\n")
    #expect(
      fixture.run("config", "set", "birthday_days", "3").errors == "birthday_days is 3 already.\n")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("config", "get", "birthday_days").output == "7\n")
    #expect(fixture.run("redo").code == 0)
    #expect(
      fixture.runVietnamese("config", "reset", "birthday_days").errors
        == "birthday_days nay là 7.\n")
    #expect(fixture.run("config", "list", "--changed").output.split(separator: "\n").count == 1)
    #expect(fixture.run("config", "set", "forgotten_days", "30", "--dry-run").code == 0)
    #expect(fixture.run("config", "get", "forgotten_days").output == "90\n")
  }

  @Test(arguments: [
    ("birthday_days", "367", "Give a whole number from 0 to 366."),
    ("birthday_days", "soon", "Give a whole number from 0 to 366."),
    (
      "star_thresholds", "10,20,15,60,80",
      "Give 5 rising whole numbers from -1000000 to 1000000, joined by commas."
    ),
    ("signed_returns", "maybe", "Give yes or no."),
    ("leap_day", "30/2", "Give one of february-28, march-1."),
    (
      "required_of_customers", "source,colour",
      "Give none, or some of source, groups, relationship."
    ),
    (
      "code.customer", "KH",
      "Give what codes begin with and one zero a digit, as in KH000000."
    ),
  ])
  func refusesWhatASettingDoesNotTake(key: String, value: String, hint: String) throws {
    let outcome = try Fixture().run("config", "set", key, value)
    #expect(outcome.errors == "crm: “\(value)” is no value of the setting \(key)\n  \(hint)\n")
    #expect(outcome.code == 1)
  }

  @Test func namesTheNearestSetting() throws {
    let fixture = try Fixture()
    #expect(
      fixture.run("config", "get", "birthday_day").errors
        == "crm: there is no setting “birthday_day”\n  Did you mean birthday_days?\n")
    #expect(
      fixture.runVietnamese("config", "get", "zzz").errors
        == "crm: không có thiết lập “zzz”\n  crm config list liệt kê tất cả.\n")
  }

  /// Words are taken in both languages and kept in their declared order.
  @Test func takesBothLanguages() throws {
    let fixture = try Fixture()
    #expect(fixture.run("config", "set", "signed_returns", "có").code == 0)
    #expect(fixture.run("config", "get", "signed_returns").output == "yes\n")
    let set = fixture.runVietnamese(
      "config", "set", "required_of_customers", "mối quan hệ, Source")
    #expect(set.errors == "required_of_customers nay là Nguồn, Mối quan hệ.\n")
    #expect(fixture.run("config", "get", "required_of_customers").output == "source,relationship\n")
    #expect(fixture.run("config", "set", "required_of_customers", "none").code == 0)
    #expect(fixture.run("config", "get", "required_of_customers").output == "none\n")
  }

  @Test func completesSettingsAndTheirWords() throws {
    let fixture = try Fixture()
    #expect(
      fixture.run("__complete", "config", "get", "birth").output.contains("birthday_days"))
    let words = fixture.run("__complete", "config", "set", "leap_day", "").output
    #expect(words.contains("february-28"))
    #expect(words.contains("march-1"))
  }
}

/// What the settings mean elsewhere.
@Suite struct SettingEffectTests {
  @Test func starsFollowTheThresholds() throws {
    let fixture = try Fixture()
    _ = fixture.run("group", "add", "--name", "VIP", "--points", "30")
    _ = fixture.run("customer", "add", "--name", "Lan", "--groups", "VIP")
    func stars() -> String {
      fixture.run("customer", "list", "--columns", "score,stars").output
    }
    #expect(stars() == "Score\tStars\n30\t2\n")
    _ = fixture.run("config", "set", "star_thresholds", "5,10,15,25,40")
    #expect(stars() == "Score\tStars\n30\t4\n")
    _ = fixture.run("customer", "add", "--name", "Mai", "--groups", "VIP")
    #expect(stars() == "Score\tStars\n30\t4\n30\t4\n")
    _ = fixture.run("undo", "4")
    #expect(stars() == "Score\tStars\n30\t2\n30\t2\n")
  }

  @Test func codesFollowTheirPattern() throws {
    let fixture = try Fixture()
    #expect(fixture.run("customer", "add", "--name", "Một").output == "KH000001\n")
    #expect(fixture.run("config", "set", "code.customer", "CUS-0000").code == 0)
    #expect(fixture.run("customer", "add", "--name", "Hai").output == "CUS-0002\n")
    _ = fixture.run("customer", "add", "--name", "Ba", "--code", "CUS-0009")
    #expect(fixture.run("customer", "add", "--name", "Bốn").output == "CUS-0010\n")
  }

  @Test func classificationIsRequiredWhereSet() throws {
    let fixture = try Fixture()
    _ = fixture.run("config", "set", "required_of_customers", "source,groups")
    let refused = fixture.run("customer", "add", "--name", "Lan", "--no-input")
    #expect(refused.errors == "crm: customer needs: Source (--source), Groups (--groups)\n")
    #expect(refused.code == 1)
    let added = fixture.run(
      "customer", "add", "--name", "Lan", "--source", "Zalo", "--groups", "Miền Bắc")
    #expect(added.output == "KH000001\n")
    let emptied = fixture.run("customer", "edit", "KH000001", "--source", "")
    #expect(emptied.errors == "crm: Source of a customer cannot be empty\n")
    let rows = "name,source,groups\nMai,Zalo,Miền Nam\nCúc,,Miền Nam\n"
    try Data(rows.utf8).write(to: URL(fileURLWithPath: fixture.file("kh.csv")))
    let imported = fixture.run("import", fixture.file("kh.csv"), "--into", "customer")
    #expect(imported.code == 1)
    #expect(imported.errors.contains("customer needs: Source (--source)"))
    #expect(fixture.run("customer", "list", "--count").output == "2\n")
  }

  /// In 2027 there is no 29 February.
  @Test(arguments: [("february-28", "2027-02-28"), ("march-1", "2027-03-01")])
  func leapDaysFollowTheRule(rule: String, day: String) throws {
    let fixture = try Fixture()
    _ = fixture.run("customer", "add", "--name", "Lan", "--birthday", "29/02/2000")
    _ = fixture.run("config", "set", "leap_day", rule)
    for today in ["2027-02-28", "2027-03-01"] {
      let due = fixture.run("remind", "birthdays", "--days", "0", "--today", today)
      #expect(due.output.isEmpty == (today != day))
      let found = fixture.run(
        "customer", "list", "--where", "birthday within 0d", "--count", "--today", today)
      #expect(found.output == (today == day ? "1\n" : "0\n"))
    }
  }
}
