import CRMEngine

/// Brings customers with a key in common together.
///
/// A key and a customer are one number, 32 bits each: sorting the numbers makes blocks of the
/// customers of a key. Two keys that happen to be alike in 32 bits cost a few comparisons, no more.
struct Blocks {
  private var entries: [UInt64] = []
  private var spare: [UInt64] = []

  mutating func begin() { entries.removeAll(keepingCapacity: true) }

  mutating func add(_ key: UInt64, _ customer: Int) {
    entries.append(key & 0xFFFF_FFFF_0000_0000 | UInt64(customer))
  }

  /// Hands over the customers of every key that more than one has, until the body says no.
  mutating func each(_ body: (UnsafeBufferPointer<UInt64>) -> Bool) {
    sort()
    entries.withUnsafeBufferPointer { all in
      var start = 0
      while start < all.count {
        let key = all[start] >> 32
        var end = start + 1
        while end < all.count, all[end] >> 32 == key { end += 1 }
        if end - start > 1, !body(UnsafeBufferPointer(rebasing: all[start..<end])) { return }
        start = end
      }
    }
  }

  /// Sorts by the keys, eleven bits at a time; the customers of a key stay in their order.
  private mutating func sort() {
    if entries.count < 1 << 12 { return entries.sort() }
    if spare.count < entries.count { spare = [UInt64](repeating: 0, count: entries.count) }
    var places = [Int](repeating: 0, count: 2049)
    for shift in [UInt64(32), 43, 54] {
      for index in places.indices { places[index] = 0 }
      let count = entries.count
      entries.withUnsafeMutableBufferPointer { from in
        spare.withUnsafeMutableBufferPointer { into in
          for index in 0..<count { places[Int(from[index] >> shift & 2047) + 1] += 1 }
          for index in 1..<2049 { places[index] += places[index - 1] }
          for index in 0..<count {
            let digit = Int(from[index] >> shift & 2047)
            into[places[digit]] = from[index]
            places[digit] += 1
          }
          for index in 0..<count { from[index] = into[index] }
        }
      }
    }
  }
}
