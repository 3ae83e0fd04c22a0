import Foundation

/// One company's real files beside the repository, which tests use where they are present.
enum CompanyFiles {
  static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("../../../../shared/data").standardized

  static var exist: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("expected.json").path)
  }

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// What the files hold, by their maker's own count.
  struct Expected: Decodable {
    let rows: Int
    let invalid: [String: String]
    let duplicates: [String: String]
    let valid: Int
    let groups: [String: Int]
    let filter: [String: Int]
    let orders: Int
    let orderLines: Int
    let customersWithoutOrders: Int
    let careCards: Int
    let contacts: Int

    enum CodingKeys: String, CodingKey {
      case rows, invalid, valid, groups, filter, orders, contacts
      case duplicates = "duplicate_phone_or_email"
      case orderLines = "order_lines"
      case customersWithoutOrders = "customers_without_orders"
      case careCards = "care_cards"
    }
  }

  static func expected() throws -> Expected {
    let data = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
    return try JSONDecoder().decode(Expected.self, from: data)
  }
}
