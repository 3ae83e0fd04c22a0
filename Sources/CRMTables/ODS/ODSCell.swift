/// What the tag of a cell says: its value, its type and how many times it stands there.
struct ODSCell {
  private(set) var repeats = 1
  private var type = ""
  private var value: String?
  private var isError = false

  init(_ attributes: XMLAttributes) {
    repeats = max(attributes.integer("number-columns-repeated") ?? 1, 1)
    guard attributes.bytes("value-type") != nil else { return }
    type = attributes["value-type"] ?? ""
    isError = attributes.hasErrorType
    switch type {
    case "float", "percentage", "currency": value = attributes["value"]
    case "date": value = attributes["date-value"]
    case "time": value = attributes["time-value"]
    case "boolean": value = attributes["boolean-value"]
    case "string": value = attributes["string-value"]
    default: break
    }
  }

  /// Returns the cell; `text` is what the sheet shows in it.
  func cell(_ text: String) -> Cell {
    if isError { return .error(text.isEmpty ? "#VALUE!" : text) }
    guard let value else { return text.isEmpty ? .empty : .text(text) }
    switch type {
    case "float", "percentage", "currency":
      guard let number = Double(value.trimmingBlanks), number.isFinite else {
        return .text(text.isEmpty ? value : text)
      }
      return .number(number, shown: ODSCell.shown(number, text))
    case "boolean": return .bool(value == "true" || value == "1")
    case "date", "time": return ISOCell.cell(value) ?? .text(text.isEmpty ? value : text)
    default: return text.isEmpty ? (value.isEmpty ? .empty : .text(value)) : .text(text)
    }
  }

  /// Returns how a number is shown: as the text in the cell, unless that groups the digits or
  /// rounds them, which depends on where the sheet was saved.
  private static func shown(_ number: Double, _ text: String) -> String {
    let plain = PlainNumber.text(number)
    guard number == number.rounded(), !text.isEmpty, text.utf8.count < 64 else {
      return text.hasSuffix("%") ? text : plain
    }
    if text.hasSuffix("%") { return text }
    let digits = text.utf8.filter { 0x30...0x39 ~= $0 }
    let known = plain.utf8.filter { 0x30...0x39 ~= $0 }
    let significant = digits.drop { $0 == 0x30 }
    guard significant.elementsEqual(known.drop { $0 == 0x30 }), !isGrouped(text) else {
      return plain
    }
    return text
  }

  /// Whether the digits stand in groups of three behind points, commas or blanks.
  private static func isGrouped(_ text: String) -> Bool {
    guard text.utf8.first != 0x30 else { return false }
    let groups = text.split { ".,  \u{202F}'".contains($0) }
    return groups.count > 1
      && groups.dropFirst().allSatisfy { $0.filter(\.isNumber).count == 3 }
  }
}

extension XMLAttributes {
  /// Whether one of the attributes `value-type`, of which LibreOffice writes two, says error.
  var hasErrorType: Bool {
    guard var pair = pairs else { return false }
    while let key = pair[0], let value = pair[1] {
      if value[0] == 0x65, String(cString: value) == "error",
        String(cString: key).hasSuffix("value-type")
      {
        return true
      }
      pair += 2
    }
    return false
  }
}
