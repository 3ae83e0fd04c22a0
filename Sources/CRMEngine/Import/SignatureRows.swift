import CRMTables
import CRMValues

/// The rows below a table in which people sign: the day, who signs as what, that they are to sign,
/// and below that their names.
struct SignatureRows {
  /// How many cells such a row fills at most.
  private let most: Int
  /// The columns in which somebody signs, once a row has said so.
  private var places: Set<Int> = []

  /// - Parameter width: how many columns the table has.
  init(width: Int) { most = min(6, max(width, 2) / 2) }

  /// Forgets what was signed: the headings come again, and records below them.
  mutating func begin() { places = [] }

  /// Returns whether a row is one of them. Rows of records mostly fill more of the columns, and are
  /// not looked at further.
  mutating func take(_ row: TableRow) -> Bool {
    var count = 0
    for place in row.cells.indices where !row.cells[place].isEmpty {
      count += 1
      if count > most { return false }
    }
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard !filled.isEmpty, filled.allSatisfy({ mayBeSaid(row.cells[$0]) }) else { return false }
    let texts = filled.map { folded(row.cells[$0].text) }
    if texts.count == 1, Self.isDay(texts[0]) { return true }
    if texts.allSatisfy({ Self.titles.contains($0) || Self.asksToSign($0) }),
      texts.count > 1 || Self.asksToSign(texts[0]) || Self.clear.contains(texts[0])
    {
      places.formUnion(filled)
      return true
    }
    return places.isSuperset(of: filled)
      && texts.allSatisfy { !$0.contains(where: \.isNumber) && $0.contains(" ") }
  }

  private func mayBeSaid(_ cell: Cell) -> Bool {
    if case .text(let text) = cell { text.utf8.count < 100 } else { false }
  }

  /// What somebody signs as and nobody is called, so that it may stand alone.
  private static let clear: Set = [
    "nguoi lap", "nguoi lap bieu", "nguoi lap bang", "nguoi lap phieu", "nguoi lap bao cao",
    "ke toan truong", "phu trach ke toan", "thu truong don vi", "nguoi phe duyet", "nguoi duyet",
    "prepared by", "approved by", "checked by",
  ]

  private static let titles = clear.union([
    "nguoi kiem tra", "nguoi kiem soat", "nguoi giao", "nguoi nhan", "nguoi giao hang",
    "nguoi nhan hang", "nguoi ban hang", "nguoi mua hang", "nguoi nop tien", "ke toan", "thu quy",
    "thu kho", "giam doc", "tong giam doc", "pho giam doc", "truong phong", "truong bo phan",
    "chu ho kinh doanh", "chu cua hang", "quan ly", "dai dien don vi", "director", "accountant",
    "chief accountant", "manager",
  ])

  /// `(Ký, ghi rõ họ tên)`.
  private static func asksToSign(_ text: String) -> Bool {
    ["(ky,", "(ky ", "(ky)", "(signature", "(sign "].contains(where: text.hasPrefix)
      && text.hasSuffix(")")
  }

  /// `Hà Nội, ngày 30 tháng 11 năm 2026`, also with dots where the numbers are to be written.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: ",").map { cleaned(String($0)) }
    guard let last = parts.last, parts.count <= 2 else { return false }
    let words = last.split(separator: " ").map { String($0.filter { $0.isLetter }) }
    return words.filter { !$0.isEmpty } == ["ngay", "thang", "nam"]
  }
}
