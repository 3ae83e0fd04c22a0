import CRMValues

/// A compound file: streams kept in sectors that are chained by a table ([MS-CFB]).
///
/// Header fields and chains are checked, not believed: a chain ends where it leaves the file or
/// has more sectors than the file.
struct CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  let bytes: SeekableBytes
  private let sectorSize: Int
  private let miniSectorSize: Int
  /// Streams shorter than this are kept in the mini stream.
  private let cutoff: Int
  private let isVersion4: Bool
  /// The sector that follows each sector ([MS-CFB] 2.3).
  private var table: [UInt32] = []
  private var miniTable: [UInt32] = []
  private var miniStream: StreamBytes
  private(set) var directory = CompoundDirectory(entries: [])

  /// Reads header, tables and directory of a file that begins with the signature.
  ///
  /// Throws a `CRMError` if there is no directory to be found.
  init(_ bytes: SeekableBytes) throws {
    self.bytes = bytes
    let header = try bytes.bytes(at: 0, 512)
    guard header.count == 512 else { throw CRMError.xlsTruncated(bytes.name) }
    // [MS-CFB] 2.2. Other sizes than 512 and 4096 are read as long as they make sense.
    let shift = header.u16(30) ?? 9
    sectorSize = 1 << (7...16 ~= shift ? Int(shift) : 9)
    let miniShift = Int(header.u16(32) ?? 6)
    miniSectorSize = 4...16 ~= miniShift && 1 << miniShift <= sectorSize ? 1 << miniShift : 64
    let cutoff = Int(header.u32(56) ?? 4096)
    self.cutoff = 1...1 << 20 ~= cutoff ? cutoff : 4096
    isVersion4 = header.u16(26) ?? 3 >= 4
    miniStream = StreamBytes(bytes, blocks: [], size: 1, length: nil)
    table = try readTable(header)
    let entries = stream(from: header.u32(48) ?? 0, length: nil, limit: 4 << 20)
    directory = CompoundDirectory(entries: try entries.read(at: 0, 4 << 20))
    guard let root = directory.root else { throw CRMError.xlsNoDirectory(bytes.name) }
    miniStream = stream(from: root.start, length: nil)
    let miniSectors = stream(from: header.u32(60) ?? 0, length: nil)
    // No more entries than the mini stream has sectors.
    let count = miniStream.count / miniSectorSize + 1
    miniTable = CompoundFile.numbers(try miniSectors.read(at: 0, count * 4))
  }

  /// The bytes of a stream of the directory.
  func stream(_ entry: CompoundDirectory.Entry) -> StreamBytes {
    // Writers of version 3 leave rubbish in the upper half ([MS-CFB] 2.6.1).
    let size = isVersion4 ? entry.size : entry.size & 0xFFFF_FFFF
    let length = Int(min(size, 1 << 40))
    guard length < cutoff else { return stream(from: entry.start, length: length) }
    let chain = CompoundFile.chain(
      from: entry.start, in: miniTable, limit: length / miniSectorSize + 1)
    var offsets: [Int] = []
    for sector in chain {
      guard let offset = miniStream.fileOffset(of: Int(sector) * miniSectorSize) else { break }
      offsets.append(offset)
    }
    return StreamBytes(bytes, blocks: offsets, size: miniSectorSize, length: length)
  }

  private func stream(from start: UInt32, length: Int?, limit: Int = Int.max) -> StreamBytes {
    let sectors = min(limit, length ?? Int.max) / sectorSize
    let chain = CompoundFile.chain(from: start, in: table, limit: sectors + 1)
    return StreamBytes(
      bytes, blocks: chain.map(sectorOffset), size: sectorSize, length: length)
  }

  /// Sector 0 follows the header, which fills a whole sector ([MS-CFB] 2.2).
  private func sectorOffset(_ sector: UInt32) -> Int {
    max(512, sectorSize) + Int(sector) * sectorSize
  }

  /// Reads the table of sectors, whose own sectors the header and a chain of lists name
  /// ([MS-CFB] 2.5).
  private func readTable(_ header: [UInt8]) throws -> [UInt32] {
    let sectorCount = bytes.count / sectorSize + 1
    var table: [UInt32] = []
    func append(_ sectors: ArraySlice<UInt32>) throws {
      for sector in sectors where table.count < sectorCount && sector < sectorCount {
        let part = try bytes.bytes(at: sectorOffset(sector), sectorSize)
        table += CompoundFile.numbers(part)
        // A last sector cut off: later ones keep their places.
        let missing = (sectorSize - part.count) / 4
        table += [UInt32](repeating: CompoundFile.endOfChain, count: missing)
      }
    }
    try append(CompoundFile.numbers(Array(header[76...]))[...])
    var next = header.u32(68) ?? CompoundFile.endOfChain
    var steps = 0
    while next < sectorCount, steps < sectorCount, table.count < sectorCount {
      let list = CompoundFile.numbers(try bytes.bytes(at: sectorOffset(next), sectorSize))
      guard let last = list.last else { break }
      try append(list.dropLast())
      next = last
      steps += 1
    }
    return table
  }

  private static let endOfChain: UInt32 = 0xFFFF_FFFE

  private static func numbers(_ bytes: [UInt8]) -> [UInt32] {
    (0..<bytes.count / 4).map { bytes.u32($0 * 4) ?? endOfChain }
  }

  /// Follows a chain to its end, at most `limit` sectors; it ends where it comes back to itself.
  private static func chain(from start: UInt32, in table: [UInt32], limit: Int) -> [UInt32] {
    var chain: [UInt32] = []
    var seen = [Bool](repeating: false, count: table.count)
    var sector = Int(start)
    while sector < table.count, chain.count < limit, !seen[sector] {
      chain.append(UInt32(sector))
      seen[sector] = true
      sector = Int(table[sector])
    }
    return chain
  }
}
