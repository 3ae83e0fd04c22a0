import Foundation
import Testing

@testable import CRMValues

/// One company's real mess: phones in ten spellings, birthdays in three, wrong rows.
@Suite(.enabled(if: Material.exists("data/khach-hang.csv")))
struct CustomersFileTests {
  struct Row {
    let code, name, birthday, phone, email, taxCode: String
  }

  /// Reads the quoted fields and line breaks of this one file.
  private func rows() throws -> [Row] {
    let text = String(decoding: try Material.data("data/khach-hang.csv"), as: UTF8.self)
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\n" where !isQuoted, "\r\n" where !isQuoted: rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return rows.dropFirst().filter { $0.count > 7 }.map {
      Row(code: $0[0], name: $0[1], birthday: $0[4], phone: $0[5], email: $0[6], taxCode: $0[7])
    }
  }

  @Test func findsWhatIsInvalidAndWhatIsDouble() throws {
    let expected = try Material.object("data/expected.json")
    let invalid = try #require(expected["invalid"] as? [String: String])
    let doubles = try #require(expected["duplicate_phone_or_email"] as? [String: String])
    let rows = try rows()
    #expect(rows.count == 5000)
    var known: [String: String] = [:]
    var found: [String: String] = [:]
    for row in rows {
      let badBirthday = !row.birthday.isEmpty && (try? YearlyDay.parse(row.birthday)) == nil
      #expect(badBirthday == (invalid[row.code] == "birthday"), "\(row.code) \(row.birthday)")
      let badEmail = !row.email.isEmpty && !EmailAddress.isValid(row.email)
      #expect(badEmail == (invalid[row.code] == "email"), "\(row.code) \(row.email)")
      #expect(cleaned(row.name).isEmpty == (invalid[row.code] == "name"))
      #expect(row.taxCode.isEmpty || TaxCode.check(row.taxCode) != .malformed)
      let phones = Phone.split(row.phone)
      let keys = phones.compactMap(Phone.key)
      #expect(keys.count == phones.count, "\(row.code) \(row.phone)")
      guard invalid[row.code] == nil else { continue }
      let emails = EmailAddress.split(row.email).map(EmailAddress.key)
      let earlier = (keys + emails).compactMap { known[$0] }.first
      found[row.code] = earlier
      if earlier == nil {
        for key in keys + emails { known[key] = row.code }
      }
    }
    #expect(found == doubles)
  }
}
