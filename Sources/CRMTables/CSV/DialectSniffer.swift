/// Recognises delimiter and line break of delimited text by its first rows.
struct DialectSniffer {
  /// The delimiters that are recognised, the likelier first.
  static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  let delimiter: UInt8
  let lineBreak: String
  /// Bytes of Excel's `sep=;` line with its line break, 0 if there is none.
  let separatorLine: Int

  /// Looks at the first characters of a file; `isWhole` says that no more follow.
  init(head: UnsafeBufferPointer<UInt8>, isWhole: Bool, chosen: UInt8?) {
    lineBreak = DialectSniffer.firstLineBreak(head)
    let stated = DialectSniffer.separator(head)
    separatorLine = stated?.length ?? 0
    delimiter =
      chosen ?? stated?.delimiter ?? DialectSniffer.likeliest(head, isWhole: isWhole) ?? 0x2C
  }

  /// Reads `sep=;` with or without quotes around it.
  private static func separator(_ head: UnsafeBufferPointer<UInt8>) -> (
    delimiter: UInt8, length: Int
  )? {
    guard let end = head.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), end <= 7 else {
      return nil
    }
    var line = Array(head[..<end])
    if line.count == 7, line.first == 0x22, line.last == 0x22 {
      line = Array(line[1..<6])
    }
    guard line.count == 5, let last = line.last, last != 0x22,
      String(decoding: line[..<4], as: UTF8.self).lowercased() == "sep="
    else { return nil }
    let isCRLF = head[end] == 0x0D && end + 1 < head.count && head[end + 1] == 0x0A
    return (last, end + (isCRLF ? 2 : 1))
  }

  private static func firstLineBreak(_ head: UnsafeBufferPointer<UInt8>) -> String {
    var quoted = false
    for (index, byte) in head.enumerated() {
      switch byte {
      case 0x22: quoted.toggle()
      case 0x0A where !quoted: return "\n"
      case 0x0D where !quoted:
        return index + 1 < head.count && head[index + 1] == 0x0A ? "\r\n" : "\r"
      default: continue
      }
    }
    return "\n"
  }

  /// Picks the candidate under which the rows agree best in their number of cells.
  private static func likeliest(_ head: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> UInt8? {
    var best: (delimiter: UInt8, score: Double)?
    for candidate in candidates {
      var counts = cellCounts(head, candidate)
      if !isWhole, counts.count > 1 { counts.removeLast() }
      let score = agreement(counts)
      if score > (best?.score ?? 0) { best = (candidate, score) }
    }
    return best?.delimiter
  }

  /// Rates cell counts: the share of rows that have the commonest count above 1, more if the
  /// first row has it too, and a little more for every further column.
  private static func agreement(_ counts: [Int]) -> Double {
    var tally: [Int: Int] = [:]
    for count in counts where count > 1 { tally[count, default: 0] += 1 }
    let common = tally.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let common, let first = counts.first else { return 0 }
    var score = Double(common.value) / Double(counts.count)
    if first == 1 { score *= 0.5 } else if first != common.key { score *= 0.8 }
    return score + Double(min(common.key, 100)) * 0.001
  }

  /// Counts the cells of the first 200 rows that are not blank, as libcsv would divide them.
  private static func cellCounts(_ head: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> [Int] {
    var counts: [Int] = []
    var cells = 1
    var isBlank = true
    var atStart = true
    var quoted = false
    var closed = false
    for byte in head {
      if closed, byte != 0x20 {
        // A quote ended the cell if a delimiter or line break follows, else it is text.
        closed = false
        if byte == delimiter || byte == 0x0A || byte == 0x0D { quoted = false }
        if byte == 0x22 { continue }
      }
      if quoted {
        if byte == 0x22 { closed = true }
      } else if byte == delimiter {
        cells += 1
        (isBlank, atStart) = (false, true)
      } else if byte == 0x0A || byte == 0x0D {
        if !isBlank { counts.append(cells) }
        if counts.count == 200 { return counts }
        (cells, isBlank, atStart) = (1, true, true)
      } else if byte != 0x20 && byte != 0x09 {
        if atStart, byte == 0x22 { quoted = true }
        (isBlank, atStart) = (false, false)
      }
    }
    if !isBlank { counts.append(cells) }
    return counts
  }
}
