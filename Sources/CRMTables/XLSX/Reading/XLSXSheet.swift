import CRMValues

/// Turns the XML of a sheet into rows. Every cell of an import passes here.
final class XLSXSheet: XMLHandler {
  /// The rows that are complete; taken by the reader.
  private var rows: [TableRow] = []
  /// Bytes of text in the rows that were not taken yet.
  private var queued = 0
  private var filled = 0

  private let name: String
  private let content: XLSXContent
  private let limit: Int
  private var isInData = false
  private var line = 0
  private var cells: [Cell] = []
  private var width = 0
  private var column = -1
  private var kind = XLSXCellKind.number
  private var style = 0
  private var value: [UInt8] = []
  private var inline: [UInt8] = []
  private var isInline = false
  private var isInValue = false
  private var isInText = false
  private var phonetic = 0

  /// Hands over the complete rows in exchange for an array to fill again.
  final func takeRows(into taken: inout [TableRow]) {
    taken.removeAll(keepingCapacity: true)
    swap(&taken, &rows)
    queued = 0
  }

  init(name: String, content: XLSXContent, limit: Int) {
    self.name = name
    self.content = content
    self.limit = limit
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard isInData else {
      if name == "sheetData" { isInData = true }
      return
    }
    switch name.first {
    case 0x63 where name.isOnly(0x63): startCell(attributes)
    case 0x76 where name.isOnly(0x76): isInValue = true
    case 0x74 where name.isOnly(0x74): isInText = isInline && phonetic == 0
    case 0x72 where name == "row": startRow(attributes)
    case 0x72 where name == "rPh": phonetic += 1
    case 0x69 where name == "is": isInline = true
    default: break
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isInValue {
      value.append(contentsOf: text)
    } else if isInText {
      inline.append(contentsOf: text)
    } else {
      return
    }
    if value.count + inline.count > limit { stop(CRMError.cellTooLong(self.name, limit: limit)) }
  }

  override func end(_ name: XMLName) {
    guard isInData else { return }
    switch name.first {
    case 0x76 where name.isOnly(0x76): isInValue = false
    case 0x74 where name.isOnly(0x74): isInText = false
    case 0x63 where name.isOnly(0x63): endCell()
    case 0x72 where name == "row": endRow()
    case 0x72 where name == "rPh": phonetic -= 1
    case 0x69 where name == "is": isInline = false
    case 0x73 where name == "sheetData": stop()
    default: break
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    let given = attributes.integer("r") ?? 0
    line = 1...CellReference.rowLimit ~= given ? given : line + 1
    column = -1
    cells = []
    cells.reserveCapacity(width)
  }

  private func endRow() {
    guard !cells.isEmpty else { return }
    width = cells.count
    rows.append(TableRow(line: line, cells: cells))
    cells = []
  }

  private func startCell(_ attributes: XMLAttributes) {
    kind = .number
    style = 0
    var place: Int?
    if var pair = attributes.pairs {
      while let key = pair[0], let text = pair[1] {
        if key[1] == 0 {
          switch UInt8(bitPattern: key[0]) {
          case 0x72: place = CellReference.column(text)
          case 0x73: style = XLSXCellKind.style(text)
          case 0x74: kind = XLSXCellKind(text)
          default: break
          }
        }
        pair += 2
      }
    }
    column = place ?? column + 1
    value.removeAll(keepingCapacity: true)
    inline.removeAll(keepingCapacity: true)
    if column >= CellReference.columnLimit {
      stop(CRMError.tooManyColumns(name, row: line))
    }
  }

  private func endCell() {
    guard column >= 0, let cell = cell() else { return }
    if case .text(let text) = cell {
      // A piece of XML is far smaller than this; shared strings may make much of it.
      queued += text.utf8.count
      if queued > 2 * limit { return stop(CRMError.cellTooLong(name, limit: limit)) }
    }
    if column == cells.count {
      cells.append(cell)
    } else if column < cells.count {
      cells[column] = cell
    } else {
      let gap = column - cells.count
      if gap >= CellReference.wideGap { filled += gap }
      if filled > CellReference.fillLimit {
        return stop(CRMError.mostlyEmpty(name, row: line))
      }
      cells.append(contentsOf: repeatElement(.empty, count: gap))
      cells.append(cell)
    }
  }

  /// Returns what the cell holds; nil for one that is only formatted.
  private func cell() -> Cell? {
    // The text of an inline string is its `is`; a value beside or instead of it does not count.
    if value.isEmpty || kind == .inline {
      guard !inline.isEmpty else { return nil }
      EscapedText.decode(&inline)
      return .text(String(decoding: inline, as: UTF8.self))
    }
    switch kind {
    case .shared:
      guard let index = XLSXCellKind.index(value) else { return nil }
      do {
        return try content.strings.text(index).flatMap { $0.isEmpty ? nil : .text($0) }
      } catch {
        stop(error)
        return nil
      }
    case .text, .inline:
      EscapedText.decode(&value)
      return .text(String(decoding: value, as: UTF8.self))
    case .number: return number()
    case .bool: return .bool(value.first == 0x31 || value.first == 0x74)
    case .error: return .error(String(decoding: value, as: UTF8.self))
    case .iso:
      let text = String(decoding: value, as: UTF8.self)
      return ISOCell.cell(text) ?? .text(text)
    }
  }

  private func number() -> Cell {
    let text = String(decoding: value, as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      let trimmed = text.trimmingBlanks
      guard let number = Double(trimmed), number.isFinite else { return .text(text) }
      return format.cell(number, is1904: content.is1904)
    }
    return format.cell(number, is1904: content.is1904)
  }

  private var format: NumberFormat {
    style < content.formats.count ? content.formats[style] : .general
  }

}
