/// The columns of a file of vCards: those that importers know by name and that some card fills,
/// then one for each property of other programs (`X-…`).
struct VCardColumns {
  private static let known: [(heading: String, text: @Sendable (VCard) -> String?)] = [
    ("name", { $0.displayName }),
    ("kind", { $0.kind }),
    ("honorific", { $0.structured("N").first?[3] }),
    ("gender", { $0.gender }),
    ("birthday", { $0.birthday }),
    ("phones", { joined($0.phones) }),
    ("emails", { joined($0.emails) }),
    ("fax", { joined($0.faxes) }),
    ("website", { joined($0.texts("URL")) }),
    ("facebook", { $0.profile("facebook") }),
    ("linkedin", { $0.profile("linkedin") }),
    ("office_address", { $0.addresses.first }),
    ("other_addresses", { joined(Array($0.addresses.dropFirst())) }),
    ("location", { $0.location }),
    ("company", { $0.employer }),
    ("department", { $0.firms.first.map { joined(Array($0.dropFirst()), ", ") } }),
    ("position", { joined($0.texts("TITLE").isEmpty ? $0.texts("ROLE") : $0.texts("TITLE")) }),
    ("description", { joined($0.texts("NOTE") + $0.foreignBirthdays, "\n") }),
    ("nickname", { joined($0.texts("NICKNAME")) }),
    ("categories", { card in joined(card.all("CATEGORIES").flatMap { VCardText.list($0.value) }) }),
    // That of our own writer is the code, which comes as a field of its own.
    ("uid", { card in card.texts("UID").first.flatMap { $0.hasPrefix("crm-") ? nil : $0 } }),
  ]

  private static func joined(_ texts: [String], _ separator: String = "; ") -> String {
    texts.filter { !$0.isEmpty }.joined(separator: separator)
  }

  /// What our own writer puts before the names of fields that vCard has no property for.
  static let prefix = "X-CRM-"

  private var filled: Set<Int> = [0]
  private var fields: [(heading: String, known: Int?, own: String?)] = []
  private var others: [String: Int] = [:]
  private var otherNames: [String] = []
  /// The columns that properties of other programs, or our own, fill.
  private var places: [String: Int] = [:]
  /// Columns that a file may have beyond the known ones.
  private static let otherLimit = 500

  /// Notes which columns a card fills.
  mutating func note(_ card: VCard) {
    for (place, column) in VCardColumns.known.enumerated() where !filled.contains(place) {
      if column.text(card)?.isEmpty == false { filled.insert(place) }
    }
    for name in card.properties.map(\.name)
    where name.hasPrefix("X-") && others[name] == nil && otherNames.count < VCardColumns.otherLimit
    {
      guard !VCardColumns.isConsumed(name) else { continue }
      others[name] = otherNames.count
      otherNames.append(name)
    }
  }

  /// Properties that the known columns hold already, or that only their program understands.
  private static func isConsumed(_ name: String) -> Bool {
    [
      "X-GENDER", "X-SOCIALPROFILE", "X-FACEBOOK", "X-LINKEDIN", "X-ABSHOWAS", "X-ABLABEL",
      "X-ABADR", "X-MS-CARDPICTURE", VCardWriter.entity,
    ].contains(name)
  }

  /// Takes down the columns when every card was noted.
  mutating func close() {
    fields = ordered()
    for (place, field) in fields.enumerated() {
      if let own = field.own { places[own] = place }
    }
  }

  /// The headings, in order; a column of ours comes under its field's name.
  var headings: [String] { fields.map(\.heading) }

  /// Returns the cells of a card.
  func cells(_ card: VCard) -> [Cell] {
    var cells = [Cell](repeating: .empty, count: fields.count)
    // There may be many such columns, of which a card fills few.
    for name in Set(card.properties.map(\.name)) {
      guard let place = places[name] else { continue }
      let text = VCardColumns.joined(card.texts(name))
      if !text.isEmpty { cells[place] = .text(text) }
    }
    for (place, field) in fields.enumerated() where cells[place] == .empty {
      guard let known = field.known, let text = VCardColumns.known[known].text(card) else {
        continue
      }
      if !text.isEmpty { cells[place] = .text(text) }
    }
    return cells
  }

  /// Known columns in their order, what our writer says of the same field winning; then others.
  private func ordered() -> [(heading: String, known: Int?, own: String?)] {
    var fields: [(heading: String, known: Int?, own: String?)] = []
    var own: [String: String] = [:]
    for name in otherNames where name.hasPrefix(VCardColumns.prefix) {
      own[VCardColumns.field(name)] = name
    }
    // Whom somebody belongs to is the firm, unless our writer says it better.
    let firm = ["customer", "employer"].first { own[$0] != nil } ?? "company"
    for (place, column) in VCardColumns.known.enumerated() {
      let heading = column.heading == "company" ? firm : column.heading
      let name = own.removeValue(forKey: heading)
      if name != nil || filled.contains(place) { fields.append((heading, place, name)) }
    }
    for name in otherNames {
      if !name.hasPrefix(VCardColumns.prefix) {
        fields.append((name, nil, name))
      } else if own[VCardColumns.field(name)] != nil {
        fields.append((VCardColumns.field(name), nil, name))
      }
    }
    return fields
  }

  /// `tax_code` of `X-CRM-TAX-CODE`.
  private static func field(_ name: String) -> String {
    String(name.dropFirst(prefix.count).lowercased().map { $0 == "-" ? "_" : $0 })
  }
}
