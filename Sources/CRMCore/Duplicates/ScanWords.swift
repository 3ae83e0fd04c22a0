import CRMEngine
import CRMValues

/// Takes names and addresses apart into words that are compared.
struct ScanWords: Sendable {
  private(set) var names = Vocabulary()
  private(set) var places = Vocabulary()
  private let nameRules: WordRules
  private let shortCompany: UInt32
  private let placeRules: WordRules
  private var raw: [UInt32] = []
  /// The words of the text taken apart last.
  private(set) var words: [UInt32] = []
  /// Whether the name taken apart last has a legal form.
  private(set) var isOrganisation = false
  /// Whether that is one of other countries, which is often left out.
  private(set) var isForeign = false
  /// Whether it begins with a form of address.
  private(set) var hasTitle = false

  init() {
    nameRules = WordRules.names(&names)
    placeRules = WordRules.places(&places)
    shortCompany = names.number("co")
  }

  mutating func countNames(_ words: ArraySlice<UInt32>) { for word in words { names.count(word) } }
  mutating func countPlaces(_ words: ArraySlice<UInt32>) {
    for word in words { places.count(word) }
  }

  /// Takes a name apart: without legal forms and forms of address, abbreviations as one word.
  mutating func readName(_ text: String) {
    raw.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    isOrganisation = false
    isForeign = false
    hasTitle = false
    var folded = folded(withoutInitials(text))
    folded.withUTF8 { bytes in
      ScanWords.split(bytes, atNumbers: false) { raw.append(names.number($0)) }
    }
    // `ABC Trading Co.`: without its dot it is a name (Cơ, Cố).
    if raw.count > 1, raw.last == shortCompany, text.hasSuffix(".") || text.hasSuffix(",") {
      raw.removeLast()
      isOrganisation = true
    }
    var index = 0
    while index < raw.count {
      guard let rule = nameRules.rule(raw, at: index) else {
        words.append(raw[index])
        index += 1
        continue
      }
      switch rule.meaning {
      case .form: isOrganisation = true
      case .foreignForm: (isOrganisation, isForeign) = (true, true)
      case .address where index == 0 && raw.count > 2: hasTitle = true
      case .word(let word): words.append(word)
      case .address, .nothing, .area: words.append(raw[index])
      }
      index += rule.count
    }
    if words.isEmpty { words = raw }
  }

  /// Leaves out initials within a name: `Sarah A. Chen` is `Sarah Chen`.
  private func withoutInitials(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    let words = text.split(separator: " ")
    guard words.count > 2 else { return text }
    let kept = words.enumerated().filter { place, word in
      let isInitial =
        word.utf8.count == 2 && word.hasSuffix(".") && word.first?.isLetter == true
      return !isInitial || place == 0 || place == words.count - 1
    }
    return kept.map(\.element).joined(separator: " ")
  }

  /// Takes a part of an address apart and appends its words to those there are.
  ///
  /// - Parameter area: what a bare number is: `q` for a district, `p` for a ward.
  mutating func readPlace(_ text: String, area: UInt8? = nil) {
    raw.removeAll(keepingCapacity: true)
    var folded = folded(text)
    folded.withUTF8 { bytes in
      ScanWords.split(bytes, atNumbers: true) { raw.append(places.number($0)) }
    }
    if let area, raw.count == 1, places.isNumber(raw[0]) { return append(area, raw[0]) }
    var index = 0
    while index < raw.count {
      guard let rule = placeRules.rule(raw, at: index) else {
        append(raw[index])
        index += 1
        continue
      }
      index += rule.count
      switch rule.meaning {
      case .word(let word): append(word)
      case .area(let letter):
        if index < raw.count, places.isNumber(raw[index]) {
          append(letter, raw[index])
          index += 1
        } else if index == raw.count {
          append(raw[index - 1])
        }
      case .nothing, .form, .foreignForm, .address: break
      }
    }
  }

  /// Forgets the words there are.
  mutating func beginPlace() { words.removeAll(keepingCapacity: true) }

  private mutating func append(_ word: UInt32) {
    if !words.contains(word) { words.append(word) }
  }

  private mutating func append(_ letter: UInt8, _ number: UInt32) {
    append(places.number(String(UnicodeScalar(letter)) + places.text(number)))
  }

  func isHouseNumber(_ word: UInt32) -> Bool { places.isNumber(word) }
}
