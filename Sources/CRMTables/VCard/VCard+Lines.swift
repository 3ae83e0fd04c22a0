extension VCard {
  /// The content lines of the card as it was read, with properties more, neither folded nor with
  /// line breaks.
  ///
  /// Every text comes back as it was; what was vCard 2.1 becomes 3.0 in UTF-8, and pictures,
  /// sounds and keys, which are never read, are left out.
  func lines(adding added: [(name: String, text: String)]) -> [String] {
    let version = VCardVersion(rawValue: version ?? "") ?? .v3
    let kept = properties.filter { property in
      !property.value.isEmpty && property.name != "VERSION"
        && !added.contains { $0.name == property.name }
    }
    return ["BEGIN:VCARD", "VERSION:\(version.rawValue)"] + kept.map(\.line)
      + added.map { "\($0.name):\(VCardRecord.escaped($0.text))" } + ["END:VCARD"]
  }
}

extension VCardProperty {
  /// The content line of the property.
  fileprivate var line: String {
    var line = group.map { $0 + "." } ?? ""
    line += name
    // Our reader divides types at commas, in quotes or not.
    if !types.isEmpty { line += ";TYPE=" + VCardProperty.quoted(types.joined(separator: ",")) }
    for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
      line += ";\(name)=" + VCardProperty.quoted(value)
    }
    return line + ":" + VCardProperty.onOneLine(value)
  }

  private static func quoted(_ parameter: String) -> String {
    let isPlain = parameter.utf8.allSatisfy { $0 != 0x3A && $0 != 0x3B }
    return isPlain ? parameter : "\"\(parameter)\""
  }

  /// Writes line breaks, which quoted-printable can hold, as the escape for one.
  private static func onOneLine(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return value }
    var output = ""
    var isEscaped = false
    var afterReturn = false
    for scalar in value.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        // A backslash before it stood for itself.
        if isEscaped { output += "\\" }
        if scalar == "\r" || !afterReturn { output += "\\n" }
        isEscaped = false
      } else {
        output.unicodeScalars.append(scalar)
        isEscaped = scalar == "\\" && !isEscaped
      }
      afterReturn = scalar == "\r"
    }
    return output
  }
}
