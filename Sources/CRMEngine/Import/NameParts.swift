import CRMTables
import CRMValues

/// The columns of a person's name that stands in two or three of them, as address books and some
/// shops write it.
struct NameParts {
  /// What a column holds of a name.
  enum Part { case family, middle, given }

  private static let headings: [(part: Part, names: [String])] = [
    (.family, ["Last name", "Family name", "Surname"]),
    (
      .family,
      [
        "Họ", "Họ và tên đệm", "Họ và đệm", "Họ đệm", "Họ lót", "Họ và tên lót", "Họ và chữ lót",
      ]
    ),
    (.middle, ["Middle name", "Additional name", "Tên đệm", "Tên lót", "Chữ lót", "Đệm"]),
    (.given, ["First name", "Given name", "Tên gọi"]),
  ]
  /// Under these a name is a Vietnamese one, whatever its family.
  private static let vietnamese = Set(headings[1].names.map(Headings.key))

  private static let parts: [String: Part] = {
    var parts: [String: Part] = [:]
    for entry in headings {
      for name in entry.names { parts[Headings.key(name)] = entry.part }
    }
    return parts
  }()

  /// Returns what a heading says that its column holds of a name; nil for none of the parts.
  static func part(_ key: String) -> Part? { parts[key] }

  /// Whether headings are those of an address book, which is about people and their firms.
  static func areOfAnAddressBook(_ keys: Set<String>) -> Bool {
    keys.contains("lastname") && keys.contains("firstname")
      || keys.contains("familyname") && keys.contains("givenname")
  }

  /// The column of the whole name, where there is one beside the parts.
  var whole: Int?

  init(whole: Int? = nil) { self.whole = whole }

  private(set) var family: Int?
  private(set) var middle: Int?
  private(set) var given: Int?
  private var isVietnamese = false

  /// All columns of the name.
  var places: [Int] { [whole, family, middle, given].compactMap(\.self) }

  /// Adds a column; false where there is one of its part.
  mutating func add(_ part: Part, _ place: Int, key: String) -> Bool {
    let path: WritableKeyPath<NameParts, Int?> =
      switch part {
      case .family: \.family
      case .middle: \.middle
      case .given: \.given
      }
    guard self[keyPath: path] == nil else { return false }
    self[keyPath: path] = place
    if NameParts.vietnamese.contains(key) { isVietnamese = true }
    return true
  }

  /// Whether the column of a whole name is that of the given one: `Họ`, `Tên`.
  func isGiven(_ key: String) -> Bool {
    family != nil && given == nil && Headings.generalNames["name"]?.contains(key) == true
  }

  /// Makes the column of the whole name that of the given one.
  mutating func takeWholeAsGiven() { (given, whole) = (whole, nil) }

  /// Returns the name of a row, in the order of its language: of the parts where there are two,
  /// else the whole one.
  func text(_ cell: (Int) -> String) -> String {
    func part(_ place: Int?) -> String { place.map { cleaned(cell($0)) } ?? "" }
    let parts = [part(family), part(middle), part(given)]
    let whole = part(whole)
    guard whole.isEmpty || parts.count(where: { !$0.isEmpty }) > 1 else { return whole }
    if isVietnamese { return parts.filter { !$0.isEmpty }.joined(separator: " ") }
    return PersonName.joined(family: parts[0], middle: parts[1], given: parts[2])
  }
}
