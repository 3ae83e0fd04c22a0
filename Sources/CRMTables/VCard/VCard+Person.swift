import CRMValues

extension VCard {
  /// What the card calls the person or firm: `FN`, else the parts of `N` in the order their
  /// language has them, else the firm, a nickname or an address.
  var displayName: String {
    if let name = texts("FN").first { return name }
    if let parts = structured("N").first {
      let name = PersonName.joined(family: parts[0], middle: parts[2], given: parts[1])
      if !name.isEmpty { return name }
    }
    return structured("ORG").first?.first { !$0.isEmpty } ?? texts("NICKNAME").first
      ?? emails.first ?? ""
  }

  /// Whether the card is that of a firm: it names one, and nobody else.
  var isFirm: Bool {
    guard let firm = structured("ORG").first?.first(where: { !$0.isEmpty }) else { return false }
    return texts("FN").first.map { $0 == firm } ?? structured("N").isEmpty
  }

  /// The firm somebody works for; nil where the card is that of the firm.
  var employer: String? {
    isFirm ? nil : firms.first?.first.flatMap { $0 == displayName ? nil : $0 }
  }

  /// The firms somebody belongs to, with their departments; not a firm's own name, which our writer
  /// marks.
  var firms: [[String]] {
    all("ORG").filter { $0.parameters["X-CRM"] == nil }.map(components)
      .filter { $0.contains { !$0.isEmpty } }
  }

  /// The numbers of telephones, the preferred first; those of fax machines only are not among
  /// them.
  var phones: [String] { numbers { !$0.isFax } }

  var faxes: [String] { numbers(\.isFax) }

  private func numbers(_ isWanted: (VCardProperty) -> Bool) -> [String] {
    let wanted = all("TEL").filter { isWanted($0) }
    let ordered = wanted.filter(\.isPreferred) + wanted.filter { !$0.isPreferred }
    return distinct(ordered.map { VCard.number(text($0)) })
  }

  /// Takes `tel:` off, and writes `;ext=12` so that it does not look like a second number.
  private static func number(_ value: String) -> String {
    guard value.lowercased().hasPrefix("tel:") else { return value }
    let parts = value.dropFirst(4).split(separator: ";").map(String.init)
    let extensions = parts.dropFirst().filter { $0.lowercased().hasPrefix("ext=") }
      .map { " ext " + $0.dropFirst(4) }
    return (parts.first ?? "") + extensions.joined()
  }

  var emails: [String] {
    let given = all("EMAIL")
    let ordered = given.filter(\.isPreferred) + given.filter { !$0.isPreferred }
    return distinct(ordered.map { VCard.address(text($0)) })
  }

  /// Takes the address out of `"An" <an@example.com>` and `mailto:an@example.com`.
  private static func address(_ value: String) -> String {
    if let start = value.lastIndex(of: "<"), let end = value.lastIndex(of: ">"), start < end {
      return value[value.index(after: start)..<end].trimmed
    }
    return value.lowercased().hasPrefix("mailto:") ? String(value.dropFirst(7)) : value
  }

  /// The addresses on one line each, the one of work first.
  var addresses: [String] {
    // Our own writer marks an address whose parts come as fields of their own.
    let given = all("ADR").filter { $0.parameters["X-CRM"] == nil }
    let ordered =
      given.filter { $0.types.contains("work") } + given.filter { !$0.types.contains("work") }
    return distinct(
      ordered.map { property in
        let parts = components(property).map { $0.split(whereSeparator: \.isNewline) }
        return parts.map { $0.map(\.trimmed).joined(separator: ", ") }.filter { !$0.isEmpty }
          .joined(separator: ", ")
      })
  }

  /// The day of birth as the importer reads it, without the year where Apple marks it as unknown;
  /// nil where it is of another calendar than ours.
  var birthday: String? {
    guard let property = all("BDAY").first(where: { $0.calendar == nil }) else { return nil }
    let day = VCard.dashed(text(property))
    let unknown = property.parameters["X-APPLE-OMIT-YEAR"]
    if let unknown, !unknown.isEmpty, day.hasPrefix(unknown + "-") {
      return "--" + day.dropFirst(unknown.count + 1)
    }
    return day
  }

  /// The days of birth of other calendars, which are notes: no day of ours is the same every year.
  var foreignBirthdays: [String] {
    all("BDAY").compactMap { property in
      guard let calendar = property.calendar else { return nil }
      let name = calendar == "chinese" ? "âm lịch" : "lịch \(calendar)"
      return "Ngày sinh \(name): \(text(property))"
    }
  }

  /// Returns `--12-20` for `--1220` and `1990-12-20` for `19901220`; other texts as they are.
  private static func dashed(_ day: String) -> String {
    let digits = day.hasPrefix("--") ? day.dropFirst(2) : day[...]
    let isYearly = digits.utf8.count == 4 && day.hasPrefix("--")
    guard isYearly || digits.utf8.count == 8, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return day
    }
    let month = "\(digits.dropLast(2).suffix(2))-\(digits.suffix(2))"
    return isYearly ? "--\(month)" : "\(digits.prefix(4))-\(month)"
  }

  /// RFC 6350, 6.2.7: a letter, then perhaps words; other programs write words.
  var gender: String? {
    guard let value = texts("GENDER").first ?? texts("X-GENDER").first else { return nil }
    let parts = VCardText.components(value)
    switch parts[0].uppercased() {
    case "M": return "male"
    case "F": return "female"
    case "O", "N": return "other"
    case "U": return nil
    case "": return parts.count > 1 ? parts[1] : nil
    default: return value
    }
  }

  /// RFC 6350, 6.1.4; Apple's own property.
  var kind: String? {
    if texts("X-ABSHOWAS").first?.uppercased() == "COMPANY" { return "organisation" }
    switch texts("KIND").first?.lowercased() {
    case "org": return "organisation"
    case let other?: return other
    case nil: return isFirm ? "organisation" : nil
    }
  }

  /// A place as `lat,lng`: `geo:10.77,106.69` or `10.77;106.69`.
  var location: String? {
    guard let value = texts("GEO").first else { return nil }
    let plain = value.lowercased().hasPrefix("geo:") ? String(value.dropFirst(4)) : value
    return plain.split(whereSeparator: { $0 == ";" || $0 == "," }).prefix(2)
      .map { String($0).trimmed }.joined(separator: ",")
  }

  /// The address of a profile on the network of that name.
  func profile(_ network: String) -> String? {
    let found = (all("X-SOCIALPROFILE") + all("SOCIALPROFILE") + all("X-" + network.uppercased()))
      .first { $0.types.contains(network) || $0.name == "X-" + network.uppercased() }
    return found.map(text)
  }

  private func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension VCardProperty {
  /// The calendar that a day is of (RFC 6350, 5.8); nil for ours.
  var calendar: String? {
    let name = parameters["CALSCALE"]?.lowercased()
    return name == "gregorian" || name?.isEmpty == true ? nil : name
  }

  var isPreferred: Bool { types.contains("pref") }
  var isFax: Bool { types.contains("fax") && !types.contains("voice") && !types.contains("cell") }
}
