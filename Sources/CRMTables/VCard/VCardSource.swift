import CRMValues

/// An open file of vCards: one sheet without a name, a row a card under a row of headings.
///
/// The file is read once at the start, to know its columns and to meet what is wrong with it
/// before anything is done with the rest.
final class VCardSource: TableSource {
  let name: String
  let format = TableFormat.vcf
  let sheets = [SheetInfo(name: nil)]
  let dialect: CSVDialect? = nil
  let notices: [Label]
  private let bytes: SeekableBytes
  private let options: ReadOptions
  private let columns: VCardColumns

  init(_ source: ByteSource, options: ReadOptions) throws {
    name = source.name
    bytes = try SeekableBytes(source)
    self.options = options
    var columns = VCardColumns()
    var counts = (cards: 0, pictures: 0)
    let reader = try VCardReader(bytes, options: options)
    while let card = try reader.next() {
      counts.cards += 1
      counts.pictures += card.properties.count { $0.skippedBytes > 0 }
      columns.note(card)
    }
    guard counts.cards > 0 || (options.acceptsEmpty && bytes.count == 0) else {
      throw CRMError.vCardNone(name)
    }
    columns.close()
    self.columns = columns
    notices = reader.notices + VCardSource.pictures(name, counts.pictures)
  }

  private static func pictures(_ name: String, _ count: Int) -> [Label] {
    guard count > 0 else { return [] }
    return [
      Label(
        "\(name): \(count) pictures, sounds or keys are not taken over",
        vi: "\(name): bỏ qua \(count) ảnh, âm thanh hoặc khóa")
    ]
  }

  func rows(ofSheet index: Int) throws -> any RowReader {
    VCardRows(try cards(), columns)
  }

  /// Reads the cards from the first one on.
  func cards() throws -> VCardReader { try VCardReader(bytes, options: options) }
}

/// The cards of a file as rows.
private final class VCardRows: RowReader {
  let sheetName: String? = nil
  private let cards: VCardReader
  private let columns: VCardColumns
  private var isStarted = false

  init(_ cards: VCardReader, _ columns: VCardColumns) {
    (self.cards, self.columns) = (cards, columns)
  }

  func next() throws -> TableRow? {
    guard isStarted else {
      isStarted = true
      return TableRow(line: 1, cells: columns.headings.map(Cell.text))
    }
    guard let card = try cards.next() else { return nil }
    return TableRow(line: card.line, cells: columns.cells(card))
  }
}

extension VCardReader {
  /// What the user should know about what was read so far.
  var notices: [Label] {
    var notices: [Label] = []
    if let guessed { notices.append(.guessedEncoding(name, guessed)) }
    if strayLines > 0 {
      notices.append(
        Label(
          "\(name): \(strayLines) lines are no properties and are passed over",
          vi: "\(name): bỏ qua \(strayLines) dòng không phải thuộc tính"))
    }
    if brokenTexts > 0 {
      notices.append(
        Label(
          "\(name): \(brokenTexts) texts have bytes that are not of their encoding, shown as �; "
            + "say the encoding with --encoding",
          vi:
            "\(name): \(brokenTexts) giá trị có byte không đúng bảng mã, hiện thành �; hãy chỉ rõ "
            + "bằng --encoding"))
    }
    return notices
  }
}
