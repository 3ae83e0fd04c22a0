import CRMValues

/// An open file of vCards: one sheet without a name, a row a card under a row of headings. Where
/// our own writer marked cards as those of contacts, these are a sheet of their own.
///
/// The file is read once at the start, to know its columns and to meet what is wrong with it
/// before anything is done with the rest.
final class VCardSource: TableSource {
  let name: String
  let format = TableFormat.vcf
  let sheets: [SheetInfo]
  let dialect: CSVDialect? = nil
  let notices: [Label]
  private let bytes: SeekableBytes
  private let options: ReadOptions
  /// The columns of each sheet, and whether its cards are those of contacts; nil for all cards.
  private let parts: [(columns: VCardColumns, ofContacts: Bool?)]

  init(_ source: ByteSource, options: ReadOptions) throws {
    name = source.name
    bytes = try SeekableBytes(source)
    self.options = options
    var plain = VCardColumns()
    var contacts = VCardColumns()
    var contactCount = 0
    var counts = (cards: 0, pictures: 0, calendars: 0)
    let reader = try VCardReader(bytes, options: options)
    while let card = try reader.next() {
      counts.cards += 1
      counts.pictures += card.properties.count { $0.skippedBytes > 0 }
      counts.calendars += card.foreignBirthdays.isEmpty ? 0 : 1
      if card.isOfContact {
        contactCount += 1
        contacts.note(card)
      } else {
        plain.note(card)
      }
    }
    guard counts.cards > 0 || (options.acceptsEmpty && bytes.count == 0) else {
      throw CRMError.vCardNone(name)
    }
    plain.close()
    contacts.close()
    switch contactCount {
    case 0:
      sheets = [SheetInfo(name: nil)]
      parts = [(plain, nil)]
    case counts.cards:
      sheets = [SheetInfo(name: VCardWriter.contact)]
      parts = [(contacts, nil)]
    default:
      sheets = [SheetInfo(name: VCardWriter.customer), SheetInfo(name: VCardWriter.contact)]
      parts = [(plain, false), (contacts, true)]
    }
    notices =
      reader.notices + VCardSource.pictures(name, counts.pictures)
      + VCardSource.calendars(name, counts.calendars)
  }

  private static func calendars(_ name: String, _ count: Int) -> [Label] {
    guard count > 0 else { return [] }
    return [
      Label(
        "\(name): \(count.counted(.en)) birthdays are of another calendar than the solar one and come in as notes",
        vi:
          "\(name): \(count.counted(.vi)) ngày sinh theo lịch khác dương lịch, được đưa vào ghi chú"
      )
    ]
  }

  private static func pictures(_ name: String, _ count: Int) -> [Label] {
    guard count > 0 else { return [] }
    return [
      Label(
        "\(name): \(count.counted(.en)) pictures, sounds or keys are not taken over",
        vi: "\(name): bỏ qua \(count.counted(.vi)) ảnh, âm thanh hoặc khóa")
    ]
  }

  func rows(ofSheet index: Int) throws -> any RowReader {
    VCardRows(
      try cards(), parts[index].columns, sheet: sheets[index].name,
      ofContacts: parts[index].ofContacts)
  }

  /// Reads the cards from the first one on.
  func cards() throws -> VCardReader { try VCardReader(bytes, options: options) }
}

/// The cards of a file as rows.
private final class VCardRows: RowReader {
  let sheetName: String?
  private let cards: VCardReader
  private let columns: VCardColumns
  private let ofContacts: Bool?
  private var isStarted = false

  init(_ cards: VCardReader, _ columns: VCardColumns, sheet: String?, ofContacts: Bool?) {
    (self.cards, self.columns, sheetName) = (cards, columns, sheet)
    self.ofContacts = ofContacts
  }

  var progress: Double? { cards.progress }

  func next() throws -> TableRow? {
    guard isStarted else {
      isStarted = true
      return TableRow(line: 1, cells: columns.headings.map(Cell.text))
    }
    while let card = try cards.next() {
      if let ofContacts, card.isOfContact != ofContacts { continue }
      return TableRow(line: card.line, cells: columns.cells(card))
    }
    return nil
  }
}

extension VCard {
  /// Whether our own writer marked the card as that of a contact.
  fileprivate var isOfContact: Bool {
    properties.contains { $0.name == VCardWriter.entity && $0.value == VCardWriter.contact }
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
          "\(name): \(strayLines.counted(.en)) lines are no properties and are passed over",
          vi: "\(name): bỏ qua \(strayLines.counted(.vi)) dòng không phải thuộc tính"))
    }
    if brokenTexts > 0 {
      notices.append(
        Label(
          "\(name): \(brokenTexts.counted(.en)) texts have bytes that are not of their encoding, "
            + "shown as �; "
            + "say the encoding with --encoding",
          vi:
            "\(name): \(brokenTexts.counted(.vi)) giá trị có byte không đúng bảng mã, hiện thành "
            + "�; hãy chỉ rõ "
            + "bằng --encoding"))
    }
    return notices
  }
}
