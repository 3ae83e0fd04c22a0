/// A record on its way into a vCard.
struct VCardRecord {
  let version: VCardVersion
  let isContact: Bool
  /// The texts by field name, as programs read them; empty ones are absent.
  var fields: [String: String] = [:]
  /// The fields in their order.
  var keys: [String] = []

  init(version: VCardVersion, isContact: Bool) {
    (self.version, self.isContact) = (version, isContact)
  }

  /// The content lines of the card, neither folded nor with line breaks.
  var lines: [String] {
    var rest = fields
    func take(_ key: String) -> String? { rest.removeValue(forKey: key) }
    var lines = ["BEGIN:VCARD", "VERSION:\(version.rawValue)"]
    func put(_ header: String, _ value: String?) {
      if let value { lines.append("\(header):\(VCardRecord.escaped(value))") }
    }
    func put(_ header: String, parts: [String?]) {
      guard parts.contains(where: { $0?.isEmpty == false }) else { return }
      let value = parts.map { VCardRecord.escaped($0 ?? "") }.joined(separator: ";")
      lines.append("\(header):\(value)")
    }
    let name = take("name") ?? ""
    put("FN", name.isEmpty ? fields["code"] ?? "-" : name)
    let isFirm = fields["kind"].map { $0 != "individual" } ?? false
    if isFirm {
      // RFC 2426, 3.1.2 requires the property, RFC 6350 does not.
      if version == .v3 { lines.append("N:;;;;") }
      if version == .v4, fields["kind"] == "organisation" { lines.append("KIND:org") }
    } else {
      let person = PersonName(name)
      let parts = [person.family, person.given, person.middle, take("honorific"), nil]
      put("N", parts: parts)
    }
    for phone in VCardRecord.list(take("phones")) { put("TEL;TYPE=voice", phone) }
    for email in VCardRecord.list(take("emails")) { put("EMAIL", email) }
    put("TEL;TYPE=fax", take("fax"))
    if let birthday = take("birthday") { lines.append(day(birthday)) }
    put(
      "ADR;TYPE=work",
      parts: take("office_address").map { [nil, nil, $0, nil, nil, nil, nil] } ?? [])
    let town = [fields["ward"], fields["district"]].compactMap { $0 }.joined(separator: ", ")
    // Marked, since its parts come back as fields of their own.
    put(
      "ADR;TYPE=home;X-CRM=parts",
      parts: [nil, nil, fields["house_number"], town, fields["province"], nil, fields["country"]])
    let named = VCardFirm.fields.compactMap { take(VCardFirm.path($0)) }.first
    let firm =
      named ?? (isContact ? fields["customer"] : fields["employer"] ?? fields["employer_name"])
    // Some telephones show a firm by this alone.
    if isFirm, firm == nil { put("ORG;X-CRM=name", name) }
    put("ORG", parts: [firm] + (take("department").map { [$0] } ?? []))
    put("TITLE", take("position"))
    put("URL", take("website"))
    for network in ["facebook", "linkedin"] {
      put("X-SOCIALPROFILE;TYPE=\(network)", take(network))
    }
    put("NOTE", take("description"))
    if version == .v4, let letter = VCardRecord.genders[fields["gender"] ?? ""] {
      rest.removeValue(forKey: "gender")
      lines.append("GENDER:\(letter)")
    }
    if let place = take("location") {
      let parts = place.split(separator: ",").joined(separator: ";")
      lines.append(version == .v4 ? "GEO:geo:\(place)" : "GEO:\(parts)")
    }
    if let code = fields["code"] { put("UID", "crm-\(isContact ? "contact-" : "")\(code)") }
    if isContact { put(VCardWriter.entity, VCardWriter.contact) }
    for key in keys {
      guard let value = rest.removeValue(forKey: key) else { continue }
      let header = key.uppercased().map { $0 == "_" || $0 == "." ? "-" : $0 }
      put(VCardColumns.prefix + String(header), value)
    }
    return lines + ["END:VCARD"]
  }

  private static let genders = ["male": "M", "female": "F", "other": "O"]

  /// RFC 6350, 6.2.5 has days without a year; in 3.0 Apple's way of marking the year is known.
  private func day(_ stored: String) -> String {
    guard version == .v3 else { return "BDAY:" + VCardRecord.compact(stored) }
    guard stored.hasPrefix("--") else { return "BDAY:\(stored)" }
    return "BDAY;X-APPLE-OMIT-YEAR=1604:1604-\(stored.dropFirst(2))"
  }

  /// `19901220` of `1990-12-20`, `--1220` of `--12-20`.
  private static func compact(_ day: String) -> String {
    (day.hasPrefix("--") ? "--" : "") + day.filter { $0 != "-" }
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Escapes a text or a component (RFC 6350, 3.4); characters no text may have go.
  static func escaped(_ text: String) -> String {
    var output = ""
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ",", ";":
        output.append("\\")
        output.unicodeScalars.append(scalar)
      case "\r": output.append("\\n")
      case "\n": if !afterReturn { output.append("\\n") }
      case "\t": output.append(" ")
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { output.unicodeScalars.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    return output
  }
}
