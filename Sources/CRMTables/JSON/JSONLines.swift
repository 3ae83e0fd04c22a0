import CRMValues

/// The lines of JSON Lines that are not blank; LF, CRLF and lone CR each end one.
final class JSONLines {
  private let fill: (inout [UInt8]) throws -> Bool
  private let limit: Int
  private var chunk: [UInt8] = []
  private var index = 0
  private var number = 1
  private var afterReturn = false
  private var isTooLong = false

  /// - Parameters:
  ///   - limit: bytes a line may have.
  ///   - fill: replaces the bytes with the next ones of UTF-8 text; false at the end.
  init(limit: Int, _ fill: @escaping (inout [UInt8]) throws -> Bool) {
    (self.limit, self.fill) = (limit, fill)
  }

  /// Returns the next line that holds anything, nil after the last or one that is too long.
  func next() throws -> (bytes: [UInt8], number: Int)? {
    var bytes: [UInt8] = []
    while true {
      if index == chunk.count {
        (index, chunk) = (0, [])
        guard try fill(&chunk) else {
          return JSONLines.isBlank(bytes) ? nil : (bytes, number)
        }
        continue
      }
      if afterReturn, chunk[index] == 0x0A {
        afterReturn = false
        index += 1
        continue
      }
      let end = chunk[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? chunk.count
      bytes.append(contentsOf: chunk[index..<end])
      index = end
      if bytes.count > limit {
        isTooLong = true
        return (bytes, number)
      }
      guard end < chunk.count else { continue }
      afterReturn = chunk[end] == 0x0D
      index += 1
      number += 1
      if !JSONLines.isBlank(bytes) { return (bytes, number - 1) }
      bytes = []
    }
  }

  /// What ends the reading: a line of more bytes than one may have.
  func failure(_ file: String) -> CRMError? {
    guard isTooLong else { return nil }
    return CRMError(
      .request, "\(file):\(number): the line is longer than \(limit >> 20) MB",
      vi: "\(file):\(number): dòng dài hơn \(limit >> 20) MB")
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether the first line of a file begins an object, and is one or has another below it.
  static func areRecords(_ bytes: SeekableBytes, _ options: ReadOptions) throws -> Bool {
    let input = try TextInput(
      ByteSource(bytes), encoding: options.encoding, chunkSize: options.chunkSize,
      isUnicode: true)
    let lines = JSONLines(limit: 4 * options.cellLimit) { chunk in
      try input.next { chunk.append(contentsOf: $0) }
    }
    return try lines.areRecords()
  }

  /// Whether the first line begins an object, and is one or has another below it.
  func areRecords() throws -> Bool {
    guard let first = try next()?.bytes, !isTooLong else { return false }
    let inner = first.drop { $0 == 0x20 || $0 == 0x09 }
    guard inner.first == 0x7B else { return false }
    let last = first.last { $0 != 0x20 && $0 != 0x09 }
    guard let second = try self.next()?.bytes, !isTooLong else { return false }
    let next = second.first { $0 != 0x20 && $0 != 0x09 }
    return next == 0x7B && (last == 0x7D || inner.count > 1) || last == 0x7D && next != 0x5D
  }
}
