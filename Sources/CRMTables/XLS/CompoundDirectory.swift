/// The names of a compound file: storages as a tree, streams as its leaves ([MS-CFB] 2.6).
struct CompoundDirectory {
  struct Entry: Equatable {
    var kind: UInt8
    var left: UInt32
    var right: UInt32
    var child: UInt32
    /// The first sector.
    var start: UInt32
    var size: UInt64
  }

  private static let entrySize = 128
  /// The entries as they are in the file.
  private let bytes: [UInt8]

  init(entries bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var count: Int { bytes.count / CompoundDirectory.entrySize }

  /// The root storage, whose stream is the mini stream; the first entry ([MS-CFB] 2.6.2).
  var root: Entry? {
    entry(0).flatMap { $0.kind == 5 ? $0 : nil }
      ?? (0..<count).lazy.compactMap(entry).first { $0.kind == 5 }
  }

  /// Finds a stream by its name, whatever the case: in the root storage, else anywhere, since
  /// the tree of a file may be wrong.
  func stream(_ name: String) -> Entry? {
    let wanted = Array(name.lowercased().utf16)
    func matches(_ index: Int) -> Entry? {
      guard let entry = entry(index), entry.kind == 2, self.name(index) == wanted else {
        return nil
      }
      return entry
    }
    return rootStreams.lazy.compactMap(matches).first
      ?? (0..<count).lazy.compactMap(matches).first
  }

  /// The places of the entries of the root storage; each once, whatever the tree's shape.
  private var rootStreams: [Int] {
    guard let root else { return [] }
    var seen = [Bool](repeating: false, count: count)
    var places: [Int] = []
    var left = [root.child]
    while let next = left.popLast() {
      guard next < count, !seen[Int(next)], let entry = entry(Int(next)) else { continue }
      seen[Int(next)] = true
      places.append(Int(next))
      left += [entry.left, entry.right]
    }
    return places
  }

  private func entry(_ index: Int) -> Entry? {
    let start = index * CompoundDirectory.entrySize
    guard let kind = bytes.u8(start + 66), let left = bytes.u32(start + 68),
      let right = bytes.u32(start + 72), let child = bytes.u32(start + 76),
      let first = bytes.u32(start + 116), let size = bytes.u64(start + 120)
    else { return nil }
    return Entry(kind: kind, left: left, right: right, child: child, start: first, size: size)
  }

  /// The name in small letters; the length counts a zero behind it.
  private func name(_ index: Int) -> [UInt16] {
    let start = index * CompoundDirectory.entrySize
    var units: [UInt16] = []
    for place in 0..<32 {
      guard let unit = bytes.u16(start + place * 2), unit != 0 else { break }
      units.append(0x41...0x5A ~= unit ? unit + 0x20 : unit)
    }
    return units
  }
}
