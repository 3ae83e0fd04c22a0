import CRMValues

/// The normalised values that key tables and the full-text index hold beside a record's texts.
///
/// One text is asked for several times while a record is written (for the duplicate check, the
/// key table and the full-text entry), so the last answers are kept. They can be worked out
/// beforehand by another of these, and handed over.
package final class RecordKeys {
  /// What was worked out last.
  struct Answers {
    fileprivate var phones = Keys(text: "")
    fileprivate var emails = Keys(text: "")
    fileprivate var name = (text: "", folded: "")
    fileprivate var words = Words()
  }

  fileprivate struct Keys {
    var text: String
    var keys: [String] = []
    var odd: [String] = []
    /// The keys, and what stands for the parts that have none.
    var stored: [String] = []
  }

  fileprivate struct Words {
    var kind: Kind?
    /// The values of the searched fields, of which the bytes are made.
    var values: [Value] = []
    var bytes: [UInt8] = []
  }

  var answers = Answers()

  package init() {}

  /// Works out everything that writing a record will ask for.
  ///
  /// - Parameter positions: those of the fields that are searched.
  func prepare(_ entity: Entity, _ positions: [Int], _ values: [Value]) {
    for (field, value) in zip(entity.fields, values) where field.isKeyed {
      if case .text(let text) = value { _ = keys(of: field, text) }
    }
    if entity.hasFoldedName { _ = folded(values[entity.place(of: "name")].text ?? "") }
    if !positions.isEmpty { findWords(entity, positions, values) }
  }

  /// Returns the keys of a phones or emails text, each once; empty for other fields.
  package func keys(of field: Field, _ text: String) -> [String] {
    switch field.kind {
    case .phones: return ofPhones(text).keys
    case .emails: return ofEmails(text).keys
    default: return []
    }
  }

  /// Returns what a key table holds of a phones or emails text: its keys, and the parts that are
  /// no phone number in a form that is no key, so that they are found but no duplicates.
  func storedKeys(of field: Field, _ text: String) -> [String] {
    switch field.kind {
    case .phones: return ofPhones(text).stored
    case .emails: return ofEmails(text).keys
    default: return []
    }
  }

  /// Returns a phones or emails text with parts that it has not yet, and without others, however
  /// they are written; what stays stands as it was typed.
  func changed(_ value: Value, _ field: Field, adding: [Value], removing: [Value]) -> Value {
    func parts(_ values: [Value]) -> [(text: String, key: String)] {
      values.compactMap(\.text).flatMap {
        field.kind == .phones ? Phone.split($0) : EmailAddress.split($0)
      }
      .map { ($0, storedKeys(of: field, $0).first ?? $0) }
    }
    let old = parts([value])
    let gone = Set(parts(removing).map(\.key))
    var kept = old.filter { !gone.contains($0.key) }
    for part in parts(adding) where !kept.contains(where: { $0.key == part.key }) {
      kept.append(part)
    }
    if kept.map(\.key) == old.map(\.key) { return value }
    return kept.isEmpty ? .null : .text(kept.map(\.text).joined(separator: "; "))
  }

  /// Returns the parts of a phones text that are no phone number.
  func unparseable(_ text: String) -> [String] { ofPhones(text).odd }

  /// Returns a name without case and marks.
  func folded(_ name: String) -> String {
    if answers.name.text != name { answers.name = (name, CRMValues.folded(name)) }
    return answers.name.folded
  }

  private func ofPhones(_ text: String) -> Keys {
    if answers.phones.text == text { return answers.phones }
    var answer = Keys(text: text)
    for part in Phone.split(text) {
      guard let key = Phone.key(part) else {
        answer.odd.append(part)
        continue
      }
      if !answer.keys.contains(key) { answer.keys.append(key) }
    }
    answer.stored = answer.keys
    for key in answer.odd.map(oddPhoneKey) where !answer.stored.contains(key) {
      answer.stored.append(key)
    }
    answers.phones = answer
    return answer
  }

  private func ofEmails(_ text: String) -> Keys {
    if answers.emails.text == text { return answers.emails }
    var answer = Keys(text: text)
    for part in EmailAddress.split(text) {
      let key = EmailAddress.key(part)
      if !answer.keys.contains(key) { answer.keys.append(key) }
    }
    answers.emails = answer
    return answer
  }

  /// Hands over the text of a record's full-text entry as bytes: folded, so that the tokenizer
  /// has little to do. Phones stand in it as their national number, so that every spelling finds
  /// them.
  func withWords<T>(
    _ entity: Entity, _ positions: [Int], _ values: [Value],
    _ body: (UnsafeBufferPointer<UInt8>) throws -> T
  ) rethrows -> T {
    findWords(entity, positions, values)
    return try answers.words.bytes.withUnsafeBufferPointer(body)
  }

  private func findWords(_ entity: Entity, _ positions: [Int], _ values: [Value]) {
    if answers.words.kind == entity.kind,
      zip(answers.words.values, positions).allSatisfy({ $0 == values[$1] })
    {
      return
    }
    var words = Words()
    swap(&words, &answers.words)
    words.kind = entity.kind
    words.values.removeAll(keepingCapacity: true)
    words.bytes.removeAll(keepingCapacity: true)
    words.values.reserveCapacity(positions.count)
    words.bytes.reserveCapacity(250)
    for position in positions {
      words.values.append(values[position])
      guard case .text(let text) = values[position], !text.isEmpty else { continue }
      let field = entity.fields[position]
      if case .phones = field.kind {
        let answer = ofPhones(text)
        for key in answer.keys { words.append(key.hasPrefix("+84") ? "0" + key.dropFirst(3) : key) }
        for part in answer.odd { words.append(CRMValues.folded(part)) }
      } else {
        words.append(field.name == "name" ? folded(text) : CRMValues.folded(text))
      }
    }
    swap(&words, &answers.words)
  }
}

extension RecordKeys.Words {
  fileprivate mutating func append(_ text: String) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: text.utf8)
  }
}
