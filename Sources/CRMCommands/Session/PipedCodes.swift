import CRMEngine
import CRMTables
import CRMValues

/// The codes of records on standard input: one a line, or what a list prints, of which the column
/// of codes is taken: delimited text with its heading, JSON, a JSON object a line.
struct PipedCodes {
  /// How messages name standard input where they name a line of it.
  private static let file = "-"
  private static let separators: [Character] = [",", ";"]

  private let entities: [Entity]
  private let names: Set<String>

  /// - Parameter entities: the kinds that the records may be of.
  init(_ entities: [Entity]) {
    self.entities = entities
    let fields = entities.compactMap { $0.fields.first { $0.kind == .code } }
    names = Set(
      fields.flatMap { field in
        let labels = [field.label, field.short ?? field.label]
        return [field.name] + labels.flatMap { [$0.en, $0.vi] } + field.headers
      }.map(folded))
  }

  /// Reads every line.
  ///
  /// - Throws: ``CRMError`` for a heading without a column of codes, a row without a code, and for
  ///   JSON that is none.
  func read(_ next: () throws -> String?) throws -> [String] {
    var lines: [String] = []
    while let line = try next() {
      lines.append(line.hasPrefix("\u{FEFF}") ? String(line.dropFirst()) : line)
    }
    guard let first = lines.first(where: { !cleaned($0).isEmpty }) else { return [] }
    let start = cleaned(first)
    if start.hasPrefix("{") || start.hasPrefix("[") && !isHeading(start) {
      return try ofJSON(lines)
    }
    if let table = try PipedTable.tabbed(lines, isHeading) ?? delimited(lines) {
      return try table.codes()
    }
    try refuseOtherHeading(first)
    // Without its heading a list begins with the code, as it does unless columns were chosen.
    return lines.map { cleaned(String($0.prefix { $0 != "\t" })) }.filter { !$0.isEmpty }
  }

  private func isHeading(_ cell: String) -> Bool { names.contains(folded(cell)) }

  private func delimited(_ lines: [String]) throws -> PipedTable? {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    for separator in PipedCodes.separators {
      if let table = try PipedTable(bytes, separator: separator, isHeading) {
        // Names a line below a heading of one cell may have commas.
        return table.isColumn ? PipedTable(column: lines) : table
      }
    }
    return nil
  }

  /// Refuses a first line that heads columns of which none is the code.
  private func refuseOtherHeading(_ line: String) throws {
    let tabbed = PipedTable.cells(line)
    guard tabbed.count == 1 else {
      if tabbed.contains(where: isOfAnotherField) { throw noCodes(line) }
      return
    }
    for separator in PipedCodes.separators {
      let cells = line.split(separator: separator).map { cleaned(String($0)) }
      if cells.count > 1, cells.allSatisfy(isOfAnotherField) { throw noCodes(line) }
    }
  }

  private func isOfAnotherField(_ cell: String) -> Bool {
    let cell = folded(cell)
    return entities.contains { entity in
      entity.fields.contains { folded($0.label.en) == cell || folded($0.label.vi) == cell }
    }
  }

  // MARK: JSON

  private func ofJSON(_ lines: [String]) throws -> [String] {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    return try JSONNode.several(parsing: bytes, file: PipedCodes.file).flatMap { node in
      if case .array(let nodes) = node { return try nodes.map(code) }
      return [try code(of: node)]
    }
  }

  private func code(of node: JSONNode) throws -> String {
    switch node {
    case .text(let text) where !cleaned(text).isEmpty: return cleaned(text)
    case .object(let members):
      guard let member = members.first(where: { isHeading($0.name) }) else {
        throw noCodes(members.map(\.name).joined(separator: ", "))
      }
      if case .text(let text) = member.value, !cleaned(text).isEmpty { return cleaned(text) }
      throw noCode(node)
    case .text, .null, .bool, .number, .array: throw noCode(node)
    }
  }

  // MARK: errors

  private func noCodes(_ text: String) -> CRMError {
    let shown = PipedCodes.shown(text)
    return CRMError(
      .request, "standard input has no column of codes: \(shown)",
      vi: "đầu vào chuẩn không có cột mã: \(shown)",
      hints: [
        Label(
          "List the codes, too: --columns code", vi: "Hãy liệt kê cả mã: --columns code")
      ])
  }

  private func noCode(_ node: JSONNode) -> CRMError {
    let shown = PipedCodes.shown(node.text)
    return CRMError(
      .request, "standard input: neither a code nor an object with a code: \(shown)",
      vi: "đầu vào chuẩn: không phải mã, cũng không phải đối tượng có mã: \(shown)",
      hints: [
        Label(
          "Give an array of codes, or of objects with a code: [{\"code\": \"…\"}]",
          vi: "Hãy đưa vào một mảng các mã, hoặc các đối tượng có mã: [{\"code\": \"…\"}]")
      ])
  }

  private static func shown(_ text: String) -> String {
    fitted(String(text.map { $0.isWhitespace ? " " : $0 }), to: 60)
  }
}
