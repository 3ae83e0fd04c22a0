import CRMValues

/// Returns the numbers of a phones text as they are compared (E.164), each once, in order.
/// What cannot be a telephone number has none.
public func phoneKeys(_ text: String) -> [String] {
  var keys: [String] = []
  for phone in Phone.split(text) {
    if let key = Phone.key(phone), !keys.contains(key) { keys.append(key) }
  }
  return keys
}

/// Returns the parts of a phones text that cannot be telephone numbers: they are kept, and
/// reported.
public func unparseablePhones(_ text: String) -> [String] {
  Phone.split(text).filter { Phone.key($0) == nil }
}

/// Returns what the key table holds of a part that cannot be a telephone number: a question mark,
/// with which no number begins, and the part without what only separates.
func oddPhoneKey(_ part: String) -> String { "?" + part.filter { !" .-".contains($0) } }

/// Returns the numbers of a clean cell as they are stored: as typed, separated by `; `.
func joinedPhones(_ text: String) -> String {
  if text.utf8.allSatisfy(isPlainPhoneByte) { return text }
  return distinct(Phone.split(oneLineSeparated(text))) { Phone.key($0) ?? $0 }
}

/// Returns parts as they are stored, each once, however it is spelt.
private func distinct(_ parts: [String], _ key: (String) -> String) -> String {
  guard parts.count > 1 else { return parts.first ?? "" }
  var known: Set<String> = []
  return parts.filter { known.insert(key($0)).inserted }.joined(separator: "; ")
}

/// Returns the addresses of a clean cell as they are stored: as typed, separated by `; `.
///
/// - Throws: a ``CRMError`` that names a malformed one.
func joinedEmails(_ text: String) throws -> String {
  if EmailAddress.isValid(text) { return text }
  let parts = EmailAddress.split(text)
  for part in parts where !EmailAddress.isValid(part) {
    let shown = fitted(oneLine(part), to: 60)
    throw CRMError(
      .request, "“\(shown)” is not an email address",
      vi: "“\(shown)” không phải là địa chỉ email",
      hints: [Label("Write name@example.com.", vi: "Viết dạng ten@example.com.")])
  }
  return distinct(parts) { $0.lowercased() }
}

/// Tells whether a byte can stand in one number, never between two of them: no blanks, which
/// may separate.
private func isPlainPhoneByte(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10 || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
}

/// Returns the text with tabs as blanks; line breaks stay, they separate numbers.
private func oneLineSeparated(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "\t")) else { return text }
  return String(text.map { $0 == "\t" ? " " : $0 })
}
