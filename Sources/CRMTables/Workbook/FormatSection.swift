/// A section of a number format, made ready for the numbers of a column.
struct FormatSection: Sendable {
  private enum Kind { case general, digits, other }

  private enum Piece {
    /// A place for a digit; whether it shows a zero where there is none.
    case digit(fills: Bool)
    case text([UInt8])
  }

  private let kind: Kind
  private var whole: [Piece] = []
  private var fraction: [Piece] = []
  private var wholePlaces = 0
  private var decimals = 0
  /// Decimals that are shown even where they are zeros at the end.
  private var keptDecimals = 0
  /// What numbers are multiplied with: 100 for each percent sign, a thousandth for each comma
  /// behind the last digit.
  private var factor = 1.0
  private var divisor = 1.0
  /// Whether a number is shown a hundred times as great, with its percent sign.
  var isFraction: Bool { factor > 1 }
  /// Bytes of the texts between the digits.
  private var textBytes = 0

  init(_ tokens: [NumberFormat.Token]) {
    let lastDigit = tokens.lastIndex { if case .digit = $0 { true } else { false } }
    if tokens.contains(.general) {
      kind = .general
    } else if tokens.contains(.exponent) || tokens.contains(.slash) || lastDigit == nil {
      kind = .other
    } else {
      kind = .digits
    }
    guard kind == .digits, let lastDigit else { return }
    let point = tokens.firstIndex(of: .point) ?? tokens.count
    for (place, token) in tokens.enumerated() {
      if token == .comma, place > lastDigit { divisor *= 1000 }
      if token == .percent { factor *= 100 }
      guard let piece = FormatSection.piece(token) else { continue }
      if case .text(let text) = piece { textBytes += text.count }
      if place < point { whole.append(piece) } else { fraction.append(piece) }
      guard case .digit(let fills) = piece else { continue }
      if place < point {
        wholePlaces += 1
      } else {
        decimals += 1
        if fills { keptDecimals = decimals }
      }
    }
  }

  private static func piece(_ token: NumberFormat.Token) -> Piece? {
    switch token {
    case .digit(let kind): return .digit(fills: kind == 0x30)
    case .literal(let text): return .text(Array(text.utf8))
    case .percent: return .text([0x25])
    default: return nil
    }
  }

  /// Returns a number as the section shows it; nil where that is not in digits, or in more of them
  /// than a sheet keeps.
  func text(_ number: Double, hidesSign: Bool = false) -> String? {
    switch kind {
    case .general: return PlainNumber.text(number)
    case .other: return nil
    case .digits: break
    }
    let size = abs(number) * factor / divisor
    guard let scaled = PlainNumber.scaled(size, decimals: decimals) else { return nil }
    // The digits, the lowest first.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var count = 0
      var rest = scaled
      while rest > 0 {
        digits[count] = 0x30 + UInt8(rest % 10)
        rest /= 10
        count += 1
      }
      let wholeCount = max(count - decimals, 0)
      let room = textBytes + max(wholeCount, wholePlaces) + decimals + 2
      return String(unsafeUninitializedCapacity: room) { output in
        var end = 0
        func put(_ byte: UInt8) {
          output[end] = byte
          end += 1
        }
        func digit(_ place: Int) -> UInt8 { place < count ? digits[place] : 0x30 }
        if number < 0, !hidesSign { put(0x2D) }
        // Digits that there are no places for stand at the first.
        var left = max(wholeCount, wholePlaces)
        if wholePlaces == 0 { while left > 0 { left -= 1; put(digit(decimals + left)) } }
        var places = wholePlaces
        for piece in whole {
          switch piece {
          case .text(let text): text.forEach(put)
          case .digit(let fills):
            while left >= places {
              left -= 1
              if left < wholeCount || fills { put(digit(decimals + left)) }
            }
            places -= 1
          }
        }
        var shownDecimals = decimals
        while shownDecimals > keptDecimals, digit(decimals - shownDecimals) == 0x30 {
          shownDecimals -= 1
        }
        if shownDecimals > 0 { put(0x2E) }
        var place = 0
        for piece in fraction {
          switch piece {
          case .text(let text): text.forEach(put)
          case .digit:
            place += 1
            if place <= shownDecimals { put(digit(decimals - place)) }
          }
        }
        return end
      }
    }
  }
}
