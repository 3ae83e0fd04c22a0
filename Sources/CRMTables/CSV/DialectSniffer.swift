/// Recognises delimiter and line break of delimited text by its first rows.
struct DialectSniffer {
  /// The delimiters that are recognised, the likelier first.
  static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  let delimiter: UInt8
  let lineBreak: String
  /// Bytes of Excel's `sep=;` line with its line break, 0 if there is none.
  let separatorLine: Int
  /// Whether a quote after spaces is text instead of the start of a quoted cell.
  let keepsSpacedQuotes: Bool

  /// Looks at the first characters of a file; `isWhole` says that no more follow.
  init(head: UnsafeBufferPointer<UInt8>, isWhole: Bool, chosen: UInt8?) {
    lineBreak = DialectSniffer.firstLineBreak(head)
    let stated = DialectSniffer.separator(head)
    separatorLine = stated?.length ?? 0
    delimiter =
      chosen ?? stated?.delimiter ?? DialectSniffer.likeliest(head, isWhole: isWhole)
      ?? (isWhole && DialectSniffer.isSpaced(head) ? 0x20 : 0x2C)
    keepsSpacedQuotes = DialectSniffer.keepsSpacedQuotes(head, delimiter)
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

  /// Counts the cells of the first 200 rows that are not blank.
  private static func cellCounts(_ head: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> [Int] {
    RowShapes(head, delimiter).counts
  }

  /// Tells what a quote after spaces is: in a file that has quoted cells without a space before
  /// them too, text, as RFC 4180 has it, unless the rows then agree less in their cells.
  private static func keepsSpacedQuotes(
    _ head: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8
  ) -> Bool {
    let layout = RowShapes(head, delimiter)
    guard layout.spacedQuotes > 0, layout.plainQuotes > 0 else { return false }
    let literal = RowShapes(head, delimiter, keepsSpacedQuotes: true)
    return agreement(literal.counts) >= agreement(layout.counts)
  }

  /// Whether spaces separate the cells: three rows or more, all of as many words and with a
  /// number at one place. A first row with a number in it has no headings, so that a list of
  /// names under a heading is never taken apart.
  private static func isSpaced(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let rows = head.split { $0 == 0x0A || $0 == 0x0D }.prefix(200).map { line in
      line.split(separator: 0x20, omittingEmptySubsequences: false)
    }
    guard rows.count >= 3, let width = rows.first?.count, width > 1,
      rows.allSatisfy({ $0.count == width && $0.allSatisfy { !$0.isEmpty } })
    else { return false }
    return (0..<width).contains { place in
      rows.allSatisfy { row in
        row[place].allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2D }
      }
    }
  }
}
