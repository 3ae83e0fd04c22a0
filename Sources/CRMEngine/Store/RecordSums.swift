/// Compares what two sources say of the records of a kind, such as a table of keys and the texts
/// that they are made of, in memory that does not grow with the records.
///
/// Either source gives a number an item (``item(_:)``), the one adding what the other takes away, in
/// whatever order. What is left of a record is 0 where both have said the same; that two that differ
/// come to 0 happens once in 10¹⁹ times.
package final class RecordSums {
  /// How many records, or groups of them, are told apart at once at most: 4 MB.
  private static let mostSlots: Int64 = 1 << 19

  private var sums: [UInt64]
  /// The records that are looked at; nil for all, several of which then share a sum.
  private var window: Range<Int64>?
  private let last: Int64
  /// Records that cannot be, of which something was said; the first few.
  private var strays: Set<Int64> = []

  private init(upTo last: Int64) {
    self.last = last
    sums = [UInt64](repeating: 0, count: Int(min(max(last, 0) + 1, RecordSums.mostSlots)))
  }

  /// Adds something that one source says of a record.
  package func add(_ id: Int64, _ item: UInt64) { change(id, RecordSums.mixed(id, item)) }

  /// Takes away something that the other source says of a record.
  package func take(_ id: Int64, _ item: UInt64) { change(id, 0 &- RecordSums.mixed(id, item)) }

  private func change(_ id: Int64, _ number: UInt64) {
    guard id > 0, id <= last else {
      if strays.count < 1_000 { strays.insert(id) }
      return
    }
    if let window, !window.contains(id) { return }
    sums[Int(id % RecordSums.mostSlots)] &+= number
  }

  /// Hands over the records of whom two sources differ, for several things at once.
  ///
  /// - Parameters:
  ///   - count: of how many things they speak.
  ///   - last: the greatest id there is.
  ///   - fill: says everything that the sources say, and may be asked to again.
  ///   - body: receives which thing it is, and the id.
  package static func differing(
    _ count: Int, upTo last: Int64, _ fill: ([RecordSums]) throws -> Void,
    _ body: (_ thing: Int, _ id: Int64) throws -> Void
  ) throws {
    let all = (0..<count).map { _ in RecordSums(upTo: last) }
    try fill(all)
    for (thing, sums) in all.enumerated() {
      for id in sums.strays.sorted() { try body(thing, id) }
    }
    guard all.contains(where: { $0.sums.contains { $0 != 0 } }) else { return }
    for start in stride(from: 0, through: last, by: Int(mostSlots)) {
      if last >= mostSlots {
        for sums in all { sums.look(at: start..<start + mostSlots) }
        try fill(all)
      }
      for (thing, sums) in all.enumerated() {
        for (slot, sum) in sums.sums.enumerated() where sum != 0 {
          try body(thing, start + Int64(slot))
        }
      }
    }
  }

  private func look(at window: Range<Int64>) {
    self.window = window
    for slot in sums.indices { sums[slot] = 0 }
  }

  /// Returns the number that stands for a text (FNV-1a).
  package static func item(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  package static func item(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8(item)
  }

  /// Spreads an item of a record over all bits (SplitMix64), so that sums do not meet by chance.
  private static func mixed(_ id: Int64, _ item: UInt64) -> UInt64 {
    var number = item ^ (UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15)
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}
