import CRMValues

/// The words by which the values of an enumerated field are typed, prepared once: the key and
/// both labels, as they are, as they may be spelt, and without case, marks and dashes.
struct ChoiceTable {
  private let choices: [Choice]
  private var exact: [String: Value] = [:]
  /// By what a word is the same as where marks count, which tells more of them apart.
  private var same: [String: Value] = [:]
  private var forgiving: [String: Value] = [:]

  init(_ choices: [Choice]) {
    self.choices = choices
    for choice in choices {
      let value = Value.text(choice.key)
      for word in [choice.key, choice.label.en, choice.label.vi] {
        if exact[word] == nil { exact[word] = value }
        let identity = identityText(word)
        if same[identity] == nil { same[identity] = value }
        let folded = Self.simplified(word)
        if forgiving[folded] == nil { forgiving[folded] = value }
      }
    }
    for choice in choices {
      for alias in choice.aliases where forgiving[Self.simplified(alias)] == nil {
        forgiving[Self.simplified(alias)] = .text(choice.key)
      }
    }
    // A key wins over a label that reads the same.
    for choice in choices {
      exact[choice.key] = .text(choice.key)
      forgiving[Self.simplified(choice.key)] = .text(choice.key)
    }
  }

  /// Returns the stored value of a typed word, nil where it is none of the choices.
  func value(_ word: String) -> Value? {
    exact[word] ?? same[identityText(word)] ?? forgiving[Self.simplified(word)]
  }

  /// Returns the keys of the choices whose key or label contains the words, marks ignored.
  func keys(containing words: String) -> [String] {
    let part = Self.simplified(words)
    return choices.filter { choice in
      [choice.key, choice.label.en, choice.label.vi].contains {
        Self.simplified($0).contains(part)
      }
    }.map(\.key)
  }

  /// Says that a word is none of the choices, lists them and names the nearest.
  func unknown(_ word: String) -> CRMError {
    let en = choices.map(\.label.en).joined(separator: ", ")
    let vi = choices.map(\.label.vi).joined(separator: ", ")
    var hints = [Label("Known values: \(en).", vi: "Các giá trị: \(vi).")]
    let words = choices.flatMap { [$0.key, $0.label.en, $0.label.vi] }
    if let near = nearest(to: word, among: words, limit: 1).first, let key = value(near)?.text,
      let choice = choices.first(where: { $0.key == key })
    {
      hints.insert(
        Label("Did you mean \(choice.label.en)?", vi: "Có phải bạn muốn: \(choice.label.vi)?"),
        at: 0)
    }
    return CRMError(
      .request, "“\(fitted(word, to: 60))” is not one of the known values",
      vi: "“\(fitted(word, to: 60))” không có trong các giá trị", hints: hints)
  }

  private static func simplified(_ word: String) -> String {
    let text = folded(word)
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
    else { return text }
    return String(text.map { $0 == "-" || $0 == "_" ? " " : $0 })
  }
}

/// The choice tables of an input, each built when its field is first read.
final class ChoiceTables {
  private var known: [(choices: [Choice], table: ChoiceTable)] = []
  private var nouns: [(others: [Choice], table: ChoiceTable)] = []

  /// Returns the table of a field's choices.
  func table(_ choices: [Choice]) -> ChoiceTable {
    // Arrays of one declaration share their storage, so that this compares addresses.
    for entry in known where entry.choices == choices { return entry.table }
    let table = ChoiceTable(choices)
    known.append((choices, table))
    return table
  }

  /// Returns the table of a field that names a kind of record, or takes one of further words.
  func nouns(_ catalogue: Catalogue, or others: [Choice]) -> ChoiceTable {
    for entry in nouns where entry.others == others { return entry.table }
    let table = ChoiceTable(catalogue.nounChoices + others)
    nouns.append((others, table))
    return table
  }
}
