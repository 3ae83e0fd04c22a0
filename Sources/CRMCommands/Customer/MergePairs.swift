import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// The pairs of `crm customer merge --pairs`: a code that stays and a code that goes on each line,
/// separated by a tab, a comma, a semicolon or blanks.
///
/// What `crm customer duplicates` puts out can be given as it is: where the first line heads
/// columns `keep` and `other`, those are read.
struct MergePairs {
  struct Pair {
    let line: Int
    let keep: String
    let other: String
  }

  let pairs: [Pair]

  private static let headings: [(keep: String, other: String)] = [
    ("keep", "other"), (folded("Giữ"), folded("Gộp")),
  ]

  init(_ bytes: [UInt8], name: String) throws {
    var pairs: [Pair] = []
    var places = (keep: 0, other: 1)
    var isFirst = true
    let lines = try strictText(of: bytes, in: name).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let cells = MergePairs.cells(line)
      if cells.allSatisfy(\.isEmpty) { continue }
      defer { isFirst = false }
      if isFirst, let found = MergePairs.heading(cells) {
        places = found
        continue
      }
      guard cells.count > max(places.keep, places.other), !cells[places.keep].isEmpty,
        !cells[places.other].isEmpty, places != (0, 1) || cells.count == 2
      else { throw MergePairs.malformed(name, line: index + 1) }
      pairs.append(Pair(line: index + 1, keep: cells[places.keep], other: cells[places.other]))
    }
    self.pairs = pairs
  }

  private static func heading(_ cells: [String]) -> (keep: Int, other: Int)? {
    let words = cells.map(folded)
    for heading in headings {
      if let keep = words.firstIndex(of: heading.keep),
        let other = words.firstIndex(of: heading.other)
      {
        return (keep, other)
      }
    }
    return nil
  }

  private static func cells(_ line: Substring) -> [String] {
    let separators: [Character] = ["\t", ",", ";"]
    guard let separator = separators.first(where: line.contains) else {
      return line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    return split(line, at: separator).map(cleaned)
  }

  /// Splits a line of delimited text; a separator within quotation marks does not count.
  private static func split(_ line: Substring, at separator: Character) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private static func malformed(_ name: String, line: Int) -> CRMError {
    CRMError(
      .request, "\(name):\(line): a line needs two codes, the one that stays and the one that goes",
      vi: "\(name):\(line): mỗi dòng cần hai mã, mã giữ lại và mã gộp vào",
      hints: [Label("Example: KH000001,KH000002", vi: "Ví dụ: KH000001,KH000002")])
  }

  /// Brings the pairs together by the records they name.
  ///
  /// - Throws: ``CRMError`` that names the line of a code that names no live record, or of a
  ///   record that is to be merged with itself.
  func groups(_ reader: Reader, name: String) throws -> MergeGroups {
    var groups = MergeGroups()
    for pair in pairs {
      do {
        let keep = try reader.liveCustomer(pair.keep)
        let other = try reader.liveCustomer(pair.other)
        if keep == other { throw Merge.withItself(pair.keep) }
        groups.add(keep, other)
      } catch let error as CRMError where error.kind == .request {
        throw CRMError(
          .request, "\(name):\(pair.line): \(error.message.en)",
          vi: "\(name):\(pair.line): \(error.message.vi)", hints: error.hints)
      }
    }
    return groups
  }
}

extension MergePairs {
  /// Says which lines are left out, since their record has gone into another.
  func leftOut(_ groups: MergeGroups, _ reader: Reader, name: String) throws -> [Label] {
    try groups.leftOut.map { place, into in
      let pair = pairs[place]
      let code = try reader.label(.customer, into)
      return Label(
        "\(name):\(pair.line): left out: \(pair.other) goes into \(code) by another line, so it cannot "
          + "go into \(pair.keep) too",
        vi:
          "\(name):\(pair.line): bỏ qua: \(pair.other) đã gộp vào \(code) theo dòng khác nên không gộp "
          + "vào \(pair.keep) được nữa")
    }
  }
}

extension Reader {
  /// Returns the customer a code names, else the one a name, phone or email does.
  fileprivate func liveCustomer(_ text: String) throws -> Int64 {
    if let found = try find(.customer, code: text), !found.isDeleted { return found.id }
    return try one(.customer, text)
  }
}
