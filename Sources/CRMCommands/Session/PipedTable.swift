import CRMTables
import CRMValues

/// A list on standard input as rows of cells under a heading, one of whose cells heads the codes.
struct PipedTable {
  private let rows: [(line: Int, cells: [String])]
  /// The place of the code in a row.
  private let place: Int
  private let width: Int

  /// Whether there is nothing but codes.
  var isColumn: Bool { width == 1 }

  private init(_ rows: [(line: Int, cells: [String])], place: Int, width: Int) {
    (self.rows, self.place, self.width) = (rows, place, width)
  }

  /// Reads a heading with tabs; nil where the first line is none.
  ///
  /// A list writes a row a line and no quotes around cells. An export has quotes, so that a cell may
  /// hold tabs and line breaks: then the lines have not as many tabs as the heading.
  ///
  /// - Throws: a `CRMError` where it could be the one as well as the other, with other codes.
  static func tabbed(_ lines: [String], _ isHeading: (String) -> Bool) throws -> PipedTable? {
    let rows = lines.enumerated().map { ($0 + 1, PipedTable.cells($1)) }.filter { _, cells in
      cells.contains { !$0.isEmpty }
    }
    guard let heading = rows.first?.1, heading.count > 1,
      let place = heading.firstIndex(where: isHeading)
    else { return nil }
    let plain = PipedTable(Array(rows.dropFirst()), place: place, width: heading.count)
    let opening = rows.dropFirst().first { $0.1.contains { $0.hasPrefix("\"") } }
    guard let opening else { return plain }
    let text = Array(lines.joined(separator: "\n").utf8)
    // With quotes that do not match it is a list.
    guard let quoted = try? PipedTable(text, separator: "\t", isHeading),
      quoted.found != plain.found
    else { return plain }
    guard rows.contains(where: { $0.1.count != heading.count }) else {
      throw CRMError(
        .request, "-:\(opening.0): the quotes from here on can be read in two ways",
        vi: "-:\(opening.0): dấu nháy kép từ dòng này có thể hiểu theo hai cách",
        hints: [
          Label(
            "Give it as CSV or JSON: --format csv, --csv -",
            vi: "Hãy đưa vào dạng CSV hoặc JSON: --format csv, --csv -")
        ])
    }
    return quoted
  }

  /// Reads delimited text; nil where no cell of its first row heads the codes.
  init?(_ text: [UInt8], separator: Character, _ isHeading: (String) -> Bool) throws {
    var options = ReadOptions(
      format: .csv, encoding: .utf8, delimiter: separator.asciiValue)
    options.acceptsEmpty = true
    let reader = try openTable(text, name: "-", options: options).rows(ofSheet: 0)
    // What is wrong with the first row of something else than a table is not ours to tell.
    guard let heading = try? reader.next()?.cells.map({ cleaned($0.text) }),
      let place = heading.firstIndex(where: isHeading)
    else { return nil }
    var rows: [(line: Int, cells: [String])] = []
    // That a cell holds lines like rows is no fault here: a list writes down what there is.
    while let row = try reader.next() {
      let cells = row.cells.map { cleaned($0.text) }
      if cells.contains(where: { !$0.isEmpty }) { rows.append((row.line, cells)) }
    }
    self.init(rows, place: place, width: heading.count)
  }

  /// Takes the lines below a heading as they stand; of cells in quotes what is in them.
  init(column lines: [String]) {
    let rows = lines.enumerated().map { ($0 + 1, [PipedTable.unquoted(cleaned($1))]) }
    self.init(Array(rows.filter { $0.1 != [""] }.dropFirst()), place: 0, width: 1)
  }

  /// Returns the code of every row.
  ///
  /// - Throws: a `CRMError` for a row that has none, and for one whose cells are not below their
  ///   headings, so that another could be taken for it.
  func codes() throws -> [String] {
    try rows.map { line, cells in
      guard place < cells.count, !cells[place].isEmpty else {
        throw CRMError(
          .request, "-:\(line): no code in column \(place + 1)",
          vi: "-:\(line): không có mã ở cột \(place + 1)", hints: [PipedTable.whatToDo])
      }
      let used = (cells.lastIndex { !$0.isEmpty } ?? 0) + 1
      guard place == 0 || used <= width else {
        throw CRMError(
          .request, "-:\(line): \(used) cells below \(width) headings, so which is the code?",
          vi: "-:\(line): \(used) ô dưới \(width) tiêu đề, không rõ ô nào là mã",
          hints: [PipedTable.whatToDo])
      }
      return cells[place]
    }
  }

  /// What stands below the heading of the codes, with its lines.
  private var found: [String] {
    rows.map { line, cells in "\(line) \(place < cells.count ? cells[place] : "")" }
  }

  private static let whatToDo = Label(
    "Mend the line or take it out; a cell with a separator in it stands in quotes",
    vi: "Hãy sửa hoặc bỏ dòng đó; ô có dấu phân cách bên trong phải đặt trong dấu nháy kép")

  /// Returns the cells of a line with tabs between them.
  static func cells(_ line: String) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { cleaned(String($0)) }
  }

  private static func unquoted(_ cell: String) -> String {
    guard cell.count > 2, cell.hasPrefix("\""), cell.hasSuffix("\"") else { return cell }
    return String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
