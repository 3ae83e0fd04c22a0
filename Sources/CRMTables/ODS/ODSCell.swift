/// What the tag of a cell says: its value, its type and how many times it stands there.
struct ODSCell {
  private enum Value {
    case none, number(Double), bool(Bool), text(String)
    /// A day or time in ISO 8601.
    case moment(String)
    case error
  }

  private(set) var repeats = 1
  private var value = Value.none
  /// Whether the number is one of percents, shown a hundred times as great.
  private var isFraction = false

  init(_ attributes: XMLAttributes) {
    guard var pair = attributes.pairs else { return }
    var type: UnsafePointer<CChar>?
    var isError = false
    // The value is in an attribute that is named after its type.
    typealias Text = UnsafePointer<CChar>
    var (number, day, time): (Text?, Text?, Text?)
    var (truth, text): (Text?, Text?)
    while let key = pair[0], let given = pair[1] {
      let name = XMLName(bytes: XMLAttributes.local(key))
      switch name.first {
      case 0x6E where name == "number-columns-repeated":
        repeats = max(XMLAttributes.integer(given) ?? 1, 1)
      case 0x76 where name == "value-type":
        // LibreOffice writes two, of which the second tells errors.
        if type == nil { type = given }
        isError = isError || XMLName(bytes: given) == "error"
      case 0x76 where name == "value": number = given
      case 0x64 where name == "date-value": day = given
      case 0x74 where name == "time-value": time = given
      case 0x62 where name == "boolean-value": truth = given
      case 0x73 where name == "string-value": text = given
      default: break
      }
      pair += 2
    }
    guard let type else { return }
    if isError {
      value = .error
      return
    }
    switch type[0] {
    // float, percentage, currency
    case 0x66, 0x70, 0x63:
      isFraction = type[0] == 0x70
      value = number.map(ODSCell.number) ?? .none
    case 0x64: value = day.map { .moment(String(cString: $0)) } ?? .none
    case 0x74: value = time.map { .moment(String(cString: $0)) } ?? .none
    case 0x62: value = truth.map { .bool($0[0] | 0x20 == 0x74 || $0[0] == 0x31) } ?? .none
    case 0x73: value = text.map { .text(String(cString: $0)) } ?? .none
    default: break
    }
  }

  private static func number(_ text: UnsafePointer<CChar>) -> Value {
    var count = 0
    while text[count] != 0 { count += 1 }
    return text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      let bytes = UnsafeBufferPointer(start: bytes, count: count)
      return PlainNumber.value(bytes).map(Value.number)
        ?? .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Returns the cell; `text` is what the sheet shows in it.
  func cell(_ text: ODSText) -> Cell {
    switch value {
    case .none: return text.isEmpty ? .empty : .text(text.text)
    case .error: return .error(text.isEmpty ? "#VALUE!" : text.text)
    case .number(let number):
      let shown = ODSCell.shown(number, text)
      // What is shown with a percent sign is a fraction, also where the sign is mere text.
      let isScaled = shown.utf8.contains(0x25) && !isFraction
      return .number(isScaled ? number / 100 : number, shown: shown)
    case .bool(let value): return .bool(value)
    case .moment(let iso):
      guard let cell = ISOCell.cell(iso) else { return .text(text.isEmpty ? iso : text.text) }
      guard case .day(let day) = cell, let part = PartOfDay(day, shown: text.bytes) else {
        return cell
      }
      return .partialDay(day, part)
    case .text(let given):
      return text.isEmpty ? (given.isEmpty ? .empty : .text(given)) : .text(text.text)
    }
  }

  /// Returns how a number is shown: as the text in the cell, unless that groups the digits or
  /// rounds them, which depends on where the sheet was saved.
  private static func shown(_ number: Double, _ text: ODSText) -> String {
    let bytes = text.bytes
    if bytes.last == 0x25 { return text.text }
    var plain = PlainNumber.text(number)
    guard number == number.rounded(), !bytes.isEmpty, bytes.count < 64 else { return plain }
    let isSame = plain.withUTF8 { plain in
      func digits(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        Array(bytes.filter { 0x30...0x39 ~= $0 }.drop { $0 == 0x30 })
      }
      return plain.elementsEqual(bytes)
        || bytes.withUnsafeBufferPointer(digits) == digits(plain) && !isGrouped(bytes)
    }
    return isSame ? text.text : plain
  }

  /// Whether the digits stand in groups of three behind points, commas, apostrophes or blanks.
  private static func isGrouped(_ bytes: [UInt8]) -> Bool {
    guard bytes.first != 0x30 else { return false }
    var groups = 0
    var digits = 0
    for byte in bytes + [0x20] {
      switch byte {
      case 0x30...0x39: digits += 1
      // U+00A0 and U+202F are in UTF-8 C2 A0 and E2 80 AF.
      case 0x2E, 0x2C, 0x20, 0x27, 0xC2, 0xA0, 0xE2, 0x80, 0xAF:
        // Between blanks there may be a unit, too.
        guard digits > 0 else { continue }
        groups += 1
        if groups > 1, digits != 3 { return false }
        digits = 0
      default: break
      }
    }
    return groups > 1
  }
}

extension PartOfDay {
  /// Tells by the text that a cell shows what it leaves out of its day: the numbers in it are the
  /// day, the month and the year, of which two digits may stand; nil where nothing is missing, or
  /// where the text says something else.
  init?(_ iso: String, shown: [UInt8]) {
    let date = iso.split(separator: "-").compactMap { Int($0) }
    guard date.count == 3 else { return nil }
    let groups = shown.split { !(0x30...0x39 ~= $0) }
    let numbers = groups.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    func isYear(_ number: Int) -> Bool { number == date[0] || number == date[0] % 100 }
    switch numbers.count {
    case 3
    where numbers.sorted() == [date[0] % 100, date[1], date[2]].sorted()
      && !groups.contains { $0.count > 2 }:
      self = .shortYear
    case 1 where numbers[0] == date[0] && groups[0].count == 4:
      let hasLetters = shown.contains { $0 | 0x20 >= 0x61 }
      self = hasLetters ? .yearAndMonth : .year
    // The month is a word.
    case 2
    where shown.contains { $0 | 0x20 >= 0x61 } && !numbers.contains(date[1])
      && numbers.sorted() == [date[0] % 100, date[2]].sorted() && groups.last?.count == 2:
      self = .shortYear
    case 1 where numbers[0] == date[2]: self = .monthAndDay
    case 1 where isYear(numbers[0]): self = .yearAndMonth
    case 2 where numbers.sorted() == date[1...].sorted() && !groups.contains { $0.count == 4 }:
      self = .monthAndDay
    case 2 where numbers.contains(date[1]) && numbers.contains(where: isYear): self = .yearAndMonth
    default: return nil
    }
  }
}
