import CRMValues

/// A version of vCard that is written.
public enum VCardVersion: String, Sendable, CaseIterable {
  /// RFC 2426, which every telephone reads.
  case v3 = "3.0"
  /// RFC 6350.
  case v4 = "4.0"
}

/// Writes customers and contacts as vCards, a record a card.
///
/// What vCard has no property for goes into `X-CRM-FIELD`, so that our reader gets every field
/// back; other programs keep or ignore it. `X-CRM-ENTITY` tells our reader contacts from customers.
final class VCardWriter: RowWriter {
  private var buffer: OutputBuffer
  private let version: VCardVersion
  private var keys: [String] = []
  private var isContact = false
  private var written: Set<String> = []

  /// The kinds that have cards, and the property that says which of them a card is of.
  static let customer = "customer"
  static let contact = "contact"
  static let entity = VCardColumns.prefix + "ENTITY"

  init(_ sink: any ByteSink, version: VCardVersion) {
    buffer = OutputBuffer(sink)
    self.version = version
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    guard [VCardWriter.customer, VCardWriter.contact].contains(sheet.key) else {
      throw CRMError(
        .usage, "vCards hold customers or contacts, not \(sheet.title.lowercased())",
        vi: "vCard chỉ chứa khách hàng hoặc liên hệ, không chứa \(sheet.title.lowercased())",
        hints: [Label("Use --xlsx, --csv or --json", vi: "Dùng --xlsx, --csv hoặc --json")])
    }
    guard written.insert(sheet.key).inserted else { throw CRMError.oneSheetOnly(.vcf) }
    isContact = sheet.key == VCardWriter.contact
    keys = sheet.columns.map(\.key)
  }

  func write(_ cells: [OutputCell]) throws {
    var record = VCardRecord(version: version, isContact: isContact)
    for (key, cell) in zip(keys, cells) {
      let text = cell.text
      if !text.isEmpty { record.fields[key] = text }
    }
    record.keys = keys
    for line in record.lines { buffer.appendFolded(line) }
    try buffer.flushIfFull()
  }

  func finish() throws { try buffer.finish() }

  func cancel() { buffer.sink.discard() }
}
