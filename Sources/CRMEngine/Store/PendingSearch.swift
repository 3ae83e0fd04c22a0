/// Full-text entries that wait to be written in the order of their records.
///
/// The index gathers what it is given in memory as long as row ids rise, and writes it out each
/// time they do not; undoing a bulk change in reverse would write it out once a record.
struct PendingSearch {
  private struct Entry {
    let id: Int64
    let isDelete: Bool
    let start: Int
    let count: Int
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// How much waited at ``begin()``.
  private var before: (entries: Int, bytes: Int)?
  /// What waited then, should it have been written since: where that is taken back, it waits again.
  private var written: (entries: [Entry], bytes: [UInt8])?

  var isEmpty: Bool { entries.isEmpty }
  /// Whether enough waits to be written out now, so that memory stays flat.
  var isLarge: Bool { bytes.count > 6 << 20 || entries.count > 40_000 }

  /// Appends an entry to be added or taken away.
  mutating func append(_ id: Int64, isDelete: Bool, _ words: UnsafeBufferPointer<UInt8>) {
    entries.append(Entry(id: id, isDelete: isDelete, start: bytes.count, count: words.count))
    bytes.append(contentsOf: words)
  }

  /// Hands over everything by rising id, entries of one id in the order they came, and forgets
  /// it.
  mutating func flush(
    _ body: (Int64, _ isDelete: Bool, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let order = entries.indices.sorted {
      (entries[$0].id, $0) < (entries[$1].id, $1)
    }
    try bytes.withUnsafeBufferPointer { all in
      for index in order {
        let entry = entries[index]
        let words = UnsafeBufferPointer(rebasing: all[entry.start..<entry.start + entry.count])
        try body(entry.id, entry.isDelete, words)
      }
    }
    if let before, before.entries > 0, written == nil {
      written = (entries, bytes)
      (entries, bytes) = ([], [])
      return
    }
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Begins what may be taken back.
  mutating func begin() { before = (entries.count, bytes.count) }

  mutating func land() {
    before = nil
    written = nil
  }

  mutating func takeBack() {
    guard let before else { return }
    if let written { (entries, bytes) = written }
    entries.removeLast(entries.count - before.entries)
    bytes.removeLast(bytes.count - before.bytes)
    land()
  }
}
