import CRMCatalogue
import CRMValues

/// The normalised values that key tables hold beside a field's text.
///
/// One text is asked for several times while a record is written (for the duplicate check, the
/// key table and the full-text entry), so the last answer of each kind of field is kept.
final class RecordKeys {
  private struct Answer {
    var text: String
    var keys: [String]
    var odd: [String]
  }

  private var phones = Answer(text: "", keys: [], odd: [])
  private var emails = Answer(text: "", keys: [], odd: [])

  /// Returns the keys of a phones or emails text, each once; empty for other fields.
  func keys(of field: Field, _ text: String) -> [String] {
    switch field.kind {
    case .phones: return ofPhones(text).keys
    case .emails: return ofEmails(text).keys
    case .code, .text, .longText, .choice, .flag, .integer, .decimal, .percent, .money, .day,
      .yearlyDay, .instant, .taxCode, .location, .reference, .references:
      return []
    }
  }

  /// Returns the parts of a phones text that are no phone number.
  func unparseable(_ text: String) -> [String] { ofPhones(text).odd }

  private func ofPhones(_ text: String) -> Answer {
    if phones.text == text { return phones }
    var answer = Answer(text: text, keys: [], odd: [])
    for part in Phone.split(text) {
      guard let key = Phone.key(part) else {
        answer.odd.append(part)
        continue
      }
      if !answer.keys.contains(key) { answer.keys.append(key) }
    }
    phones = answer
    return answer
  }

  private func ofEmails(_ text: String) -> Answer {
    if emails.text == text { return emails }
    var answer = Answer(text: text, keys: [], odd: [])
    for part in EmailAddress.split(text) {
      let key = EmailAddress.key(part)
      if !answer.keys.contains(key) { answer.keys.append(key) }
    }
    emails = answer
    return answer
  }

  /// Hands over the text of a record's full-text entry as bytes. Phones stand in it as their
  /// national number, so that every spelling finds them.
  func withWords<T>(
    _ entity: Entity, _ positions: [Int], _ values: [Value],
    _ body: (UnsafeBufferPointer<UInt8>) throws -> T
  ) rethrows -> T {
    words.removeAll(keepingCapacity: true)
    for position in positions {
      guard case .text(let text) = values[position], !text.isEmpty else { continue }
      let field = entity.fields[position]
      if field.kind == .phones {
        let answer = ofPhones(text)
        for key in answer.keys { append(key.hasPrefix("+84") ? "0" + key.dropFirst(3) : key) }
        for part in answer.odd { append(part) }
      } else {
        append(searchText(text))
      }
    }
    return try words.withUnsafeBufferPointer(body)
  }
  private var words: [UInt8] = []

  private func append(_ text: String) {
    if !words.isEmpty { words.append(UInt8(ascii: " ")) }
    words.append(contentsOf: text.utf8)
  }
}
