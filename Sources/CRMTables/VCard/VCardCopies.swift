import CRMValues

/// Writes some cards of an open file again as they were read, each with properties more.
///
/// Its own pass over the file goes along with what is asked for, so that no card is held.
public final class VCardCopies {
  private let source: VCardSource
  private var cards: VCardReader
  private var buffer: OutputBuffer

  /// - Returns: nil where the file is no file of vCards.
  /// - Throws: a `CRMError` if the output cannot be created.
  public init?(of source: any TableSource, to target: OutputTarget) throws {
    guard let source = source as? VCardSource else { return nil }
    self.source = source
    cards = try source.cards()
    buffer = OutputBuffer(try target.open())
  }

  /// Returns the property by which our reader has a column of that name.
  public static func name(of column: String) -> String {
    VCardColumns.prefix + String(column.uppercased().map { $0 == "_" ? "-" : $0 })
  }

  /// Writes the card that begins on a line of the file; cards are best asked for in the order they
  /// are read in, since going back means reading from the first one on.
  ///
  /// - Parameter properties: names in capitals and their texts, in place of those the card has of
  ///   these names.
  public func write(line: Int, adding properties: [(name: String, text: String)]) throws {
    guard let card = try find(line) else {
      throw CRMError(
        .request, "\(source.name):\(line): the file has changed while it was read",
        vi: "\(source.name):\(line): tệp bị thay đổi trong khi đang đọc")
    }
    for line in card.lines(adding: properties) { buffer.appendFolded(line) }
    try buffer.flushIfFull()
  }

  private func find(_ line: Int) throws -> VCard? {
    while let card = try cards.next() {
      if card.line == line { return card }
    }
    cards = try source.cards()
    while let card = try cards.next() {
      if card.line == line { return card }
    }
    return nil
  }

  /// Ends the output and puts the file in place.
  public func finish() throws { try buffer.finish() }

  /// Throws away what was written.
  public func cancel() { buffer.sink.discard() }
}
