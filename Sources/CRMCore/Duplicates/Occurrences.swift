import CRMEngine

/// Numbers that stand for values; the same in every run.
enum Hash {
  /// FNV-1a with a last stir.
  static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return stirred(hash)
  }

  @inline(__always)
  static func stirred(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  @inline(__always)
  static func joined(_ one: UInt64, _ other: UInt64) -> UInt64 {
    stirred(one &* 0x9E37_79B9_7F4A_7C15 &+ other &+ 0x632B_E59B_D9B4_E019)
  }
}

/// Counts how often each value occurs.
struct Occurrences: Sendable {
  private var keys: [UInt64]
  private var counts: [UInt32]
  private var used = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1 << 10)
    counts = [UInt32](repeating: 0, count: 1 << 10)
  }

  /// Counts a value once more; 0 stands for none.
  mutating func add(_ value: UInt64) {
    guard value != 0 else { return }
    let slot = slot(of: value)
    if keys[slot] == 0 {
      keys[slot] = value
      used += 1
    }
    counts[slot] += 1
    if used * 2 > keys.count { grow() }
  }

  func count(_ value: UInt64) -> UInt32 { counts[slot(of: value)] }

  /// How many pairs share a value; of values that more than twenty have, none.
  var pairs: UInt64 {
    counts.reduce(0) { $0 + ($1 > 1 && $1 <= 20 ? UInt64($1) * UInt64($1 - 1) / 2 : 0) }
  }

  @inline(__always)
  private func slot(of value: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: Hash.stirred(value)) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != value { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 4)
    counts = [UInt32](repeating: 0, count: oldKeys.count * 4)
    for (index, key) in oldKeys.enumerated() where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      counts[slot] = oldCounts[index]
    }
  }
}
