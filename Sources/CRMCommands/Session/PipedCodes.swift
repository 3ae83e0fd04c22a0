import CRMEngine
import CRMTables
import CRMValues

/// The codes of records on standard input: one a line, or what a list prints, of which the column
/// of codes is taken: delimited text with its heading, JSON, a JSON object a line.
struct PipedCodes {
  private let entity: Entity
  private let names: Set<String>
  /// How lines are read, once the first has told.
  private var shape: Shape?

  private enum Shape {
    case plain
    /// Cells of which the one at this place is the code.
    case cells(separator: Character, place: Int)
    case objects
  }

  init(_ entity: Entity) {
    self.entity = entity
    let field = entity.fields.first { $0.kind == .code }
    names = Set(
      [field?.name, field?.label.en, field?.label.vi].compactMap(\.self).map(folded)
        + (field?.headers.map(folded) ?? []))
  }

  /// Reads every line.
  ///
  /// - Throws: ``CRMError`` for a heading without a column of codes, and for JSON that is none.
  mutating func read(_ next: () throws -> String?) throws -> [String] {
    var codes: [String] = []
    while let line = try next() {
      if shape == nil, cleaned(line).hasPrefix("["), !names.contains(folded(line)) {
        var text = line
        while let more = try next() { text += "\n" + more }
        return try ofArray(text)
      }
      let text = cleaned(line.hasPrefix("\u{FEFF}") ? String(line.dropFirst()) : line)
      if text.isEmpty { continue }
      if let code = try code(text, line) { codes.append(code) }
    }
    return codes
  }

  /// Returns the code of a line; nil for a heading.
  private mutating func code(_ text: String, _ line: String) throws -> String? {
    guard let shape else {
      let (found, isHeading) = try shape(of: text, line)
      shape = found
      return isHeading ? nil : try code(text, line)
    }
    switch shape {
    case .plain: return text
    case .objects: return try code(of: JSONNode(parsing: Array(text.utf8), file: "-"))
    case .cells(let separator, let place):
      let cells = PipedCodes.cells(line, separator)
      return place < cells.count ? cells[place] : text
    }
  }

  private func shape(of text: String, _ line: String) throws -> (Shape, isHeading: Bool) {
    if text.hasPrefix("{") { return (.objects, false) }
    if names.contains(folded(text)) { return (.plain, true) }
    for separator in ["\t", ",", ";"] as [Character] where line.contains(separator) {
      let cells = PipedCodes.cells(line, separator)
      if let place = cells.firstIndex(where: { names.contains(folded($0)) }) {
        return (.cells(separator: separator, place: place), true)
      }
      // Without its heading a list begins with the code, as it does unless columns were chosen.
      if separator == "\t" {
        guard !cells.contains(where: isOfAnotherField) else { throw noCodes(text) }
        return (.cells(separator: separator, place: 0), false)
      }
    }
    return (.plain, false)
  }

  private func isOfAnotherField(_ cell: String) -> Bool {
    let cell = folded(cell)
    return entity.fields.contains { folded($0.label.en) == cell || folded($0.label.vi) == cell }
  }

  private func ofArray(_ text: String) throws -> [String] {
    guard case .array(let nodes) = try JSONNode(parsing: Array(text.utf8), file: "-") else {
      throw noCodes(text)
    }
    return try nodes.map(code)
  }

  private func code(of node: JSONNode) throws -> String {
    switch node {
    case .text(let text): return text
    case .object(let members):
      for member in members where member.name == "code" {
        if case .text(let code) = member.value { return code }
      }
      throw noCodes(members.map(\.name).joined(separator: ", "))
    case .null, .bool, .number, .array: throw noCodes("JSON")
    }
  }

  private func noCodes(_ text: String) -> CRMError {
    let shown = fitted(String(text.map { $0.isWhitespace ? " " : $0 }), to: 60)
    return CRMError(
      .request, "standard input has no column of codes: \(shown)",
      vi: "đầu vào chuẩn không có cột mã: \(shown)",
      hints: [
        Label(
          "List the codes, too: --columns code", vi: "Hãy liệt kê cả mã: --columns code")
      ])
  }

  /// Returns the cells of a line; one in quotation marks may hold the separator.
  private static func cells(_ line: String, _ separator: Character) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      if character == "\"", separator != "\t" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        cells.append(cleaned(cell))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells + [cleaned(cell)]
  }
}
