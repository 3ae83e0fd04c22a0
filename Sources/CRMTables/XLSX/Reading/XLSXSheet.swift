import CRMValues

/// Turns the XML of a sheet into rows. Every cell of an import passes here.
final class XLSXSheet: XMLHandler {
  /// What is being read; behind a pointer, since a class would check exclusive access for every
  /// tag of every cell.
  private struct Reading {
    var isInData = false
    var cell = XLSXCell()
    var rows: XLSXRowCollector
  }

  private let reading = UnsafeMutablePointer<Reading>.allocate(capacity: 1)
  private let name: String
  private let content: XLSXContent
  private let limit: Int

  init(name: String, content: XLSXContent, limit: Int) {
    self.name = name
    self.content = content
    self.limit = limit
    reading.initialize(to: Reading(rows: XLSXRowCollector(name: name, limit: limit)))
  }

  deinit {
    reading.deinitialize(count: 1)
    reading.deallocate()
  }

  /// Hands over the complete rows in exchange for an array to fill again.
  func takeRows(into taken: inout [TableRow]) { reading.pointee.rows.takeRows(into: &taken) }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard reading.pointee.isInData else {
      if name == "sheetData" { reading.pointee.isInData = true }
      return
    }
    switch name.first {
    case 0x63 where name.isOnly(0x63):
      let column = reading.pointee.cell.begin(attributes)
      do { try reading.pointee.rows.beginCell(column) } catch { stop(error) }
    case 0x72 where name == "row": reading.pointee.rows.beginRow(attributes)
    default: reading.pointee.cell.start(name)
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    reading.pointee.cell.append(text)
    if reading.pointee.cell.size > limit {
      stop(CRMError.cellTooLong(name, limit: limit, at: reading.pointee.rows.place))
    }
  }

  override func end(_ name: XMLName) {
    guard reading.pointee.isInData else { return }
    switch name.first {
    case 0x63 where name.isOnly(0x63):
      do {
        guard let cell = try reading.pointee.cell.content(content) else { return }
        try reading.pointee.rows.add(cell)
      } catch { stop(error) }
    case 0x72 where name == "row": reading.pointee.rows.endRow()
    case 0x73 where name == "sheetData": stop()
    default: reading.pointee.cell.end(name)
    }
  }
}
