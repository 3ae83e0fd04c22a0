/// An amount of money as it is written: numbers with units, a sign, a currency.
struct AmountText {
  private(set) var amount: Int64 = 0

  private var rest: ArraySlice<UInt8>
  private var total: UInt64 = 0

  init(_ text: String) throws(AmountFailure) {
    rest = numberBytes(folded(text))[...]
    let isNegative = takeSign()
    takeCurrency()
    let isNegativeInside = !isNegative && takeSign()
    try readParts()
    let negative = isNegative || isNegativeInside
    guard total <= UInt64(Int64.max) else { throw .tooLarge }
    amount = negative ? -Int64(total) : Int64(total)
  }

  /// Reads `1 tỷ 200 triệu`, `2tr5`, `500k`, `1.500.000 đ`: each unit smaller than the last.
  private mutating func readParts() throws(AmountFailure) {
    var smallest = UInt64.max
    while true {
      let (number, digitCount) = try takeNumber()
      skipBlanks()
      let unit = takeUnit()
      if let unit {
        guard unit < smallest else { throw .unreadable }
        guard !number.isAmbiguous else { throw .ambiguous }
        try add(number, times: unit)
        smallest = unit
      } else if smallest == .max {
        // 1.500 is grouped; 1500.000 may have lost a dot.
        guard number.isAmbiguous || number.decimals != 3 else { throw .ambiguous }
        try add(number.isAmbiguous ? number.grouped : number, times: 1)
      } else {
        // 2tr5 and 2tr500 are two and a half million; what 2tr50 is nobody agrees on.
        guard digitCount == 1 || digitCount == 3 else { throw .ambiguous }
        try add(number, times: digitCount == 1 ? smallest / 10 : smallest / 1000)
      }
      skipBlanks()
      if let unit, take("ruoi") {
        try add(half: unit)
        skipBlanks()
      } else if unit != nil, let next = rest.first, next &- 0x30 < 10 {
        continue
      }
      takeCurrency()
      guard rest.isEmpty else { throw .unreadable }
      return
    }
  }

  /// Reads a number; the count is that of its digits when they stand without separators.
  private mutating func takeNumber() throws(AmountFailure) -> (NumberText, digitCount: Int) {
    let end =
      rest.firstIndex { byte in
        !(byte &- 0x30 < 10 || byte == 0x20 || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'"))
      } ?? rest.endIndex
    var bytes = rest[..<end]
    rest = rest[end...]
    while bytes.last == 0x20 { bytes.removeLast() }
    do {
      let number = try NumberText(bytes)
      return (number, bytes.allSatisfy { $0 &- 0x30 < 10 } ? bytes.count : 0)
    } catch {
      throw error == .tooLong ? .tooLarge : .unreadable
    }
  }

  private mutating func add(_ number: NumberText, times unit: UInt64) throws(AmountFailure) {
    let whole: UInt64?
    do {
      whole = try number.whole(times: unit)
    } catch {
      throw .tooLarge
    }
    guard let whole else { throw .fraction }
    let (sum, overflow) = total.addingReportingOverflow(whole)
    if overflow { throw .tooLarge }
    total = sum
  }

  private mutating func add(half unit: UInt64) throws(AmountFailure) {
    let (sum, overflow) = total.addingReportingOverflow(unit / 2)
    if overflow { throw .tooLarge }
    total = sum
  }

  private mutating func takeUnit() -> UInt64? {
    for (name, unit) in amountUnits where take(name) { return unit }
    return nil
  }

  private mutating func takeSign() -> Bool {
    defer { skipBlanks() }
    if take("-") { return true }
    _ = take("+")
    return false
  }

  private mutating func takeCurrency() {
    for name in currencyNames where take(name) { break }
    skipBlanks()
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == 0x20 }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard rest.starts(with: word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }
}

/// The units, folded.
private let amountUnits: [(StaticString, UInt64)] = [
  ("ty", 1_000_000_000), ("ti", 1_000_000_000), ("trieu", 1_000_000), ("tr", 1_000_000),
  ("nghin", 1000), ("ngan", 1000), ("k", 1000),
]

/// The names of the đồng, folded, each before any that it begins with.
private let currencyNames: [StaticString] = ["₫", "dong", "d", "vnd"]
