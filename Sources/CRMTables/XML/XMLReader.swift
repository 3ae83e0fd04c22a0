import CExpat
import CRMValues

/// Bytes of an XML document, in pieces.
protocol XMLBytes: AnyObject {
  /// The document and the file it is in, for messages.
  var title: String { get }
  var fileName: String { get }
  /// How much of the document has been read, from 0 to 1, as far as its container knows.
  var progress: Double { get }
  /// Fills the buffer as far as it goes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Parses XML a piece at a time, so that rows can be pulled while the document is read.
final class XMLReader {
  /// Bytes a single tag or comment may have; the parser holds them in memory.
  static let tokenLimit = 2 << 20
  /// Bytes parsed at once: what they can make of cells is held until it is pulled.
  static let pieceSize = 8 << 10

  private let bytes: any XMLBytes
  private let handler: XMLHandler
  private let parser: OpaquePointer
  private var buffer: [UInt8]
  private var events: UInt = 0
  private var quiet = 0
  private var position = 0
  private var count = 0
  private var isFinished = false
  private var isStarted = false

  init(_ bytes: any XMLBytes, _ handler: XMLHandler, chunkSize: Int = 32 << 10) throws {
    self.bytes = bytes
    self.handler = handler
    buffer = [UInt8](repeating: 0, count: chunkSize)
    if let trouble = crmxml_load() {
      throw CRMError.libraryMissing(
        bytes.fileName, String(cString: trouble), package: "libexpat1")
    }
    let handlers = crmxml_handlers(start: elementStarted, end: elementEnded, text: textMet)
    guard let parser = crmxml_open(handlers, Unmanaged.passUnretained(handler).toOpaque()) else {
      throw CRMError(.request, "not enough memory to read XML", vi: "không đủ bộ nhớ để đọc XML")
    }
    self.parser = parser
    handler.parser = parser
  }

  deinit {
    handler.parser = nil
    crmxml_close(parser)
  }

  /// How much of the document has been parsed, from 0 to 1.
  var progress: Double { bytes.progress }

  /// Reads the whole document, or as much of it as the handler wants.
  func run() throws {
    while try step() {}
  }

  /// Parses one more piece; false when there is no more, or the handler has seen enough.
  func step() throws -> Bool {
    guard !isFinished else { return false }
    do {
      if position == count { try fill() }
      let size = min(count - position, XMLReader.pieceSize)
      let status = buffer.withUnsafeBytes { bytes in
        let text = bytes.bindMemory(to: CChar.self).baseAddress
        return Int(crmxml_parse(parser, text.map { $0 + position }, Int32(size), size == 0 ? 1 : 0))
      }
      position += size
      if let failure = handler.failure { throw failure }
      if !handler.isDone, status != CRMXML_OK { throw trouble(status) }
      isFinished = handler.isDone || size == 0
      try watch(size)
    } catch {
      isFinished = true
      throw error
    }
    return !isFinished
  }

  /// Reads the next bytes; none are left where there are no more.
  private func fill() throws {
    repeat {
      position = 0
      count = 0
      count = try buffer.withUnsafeMutableBytes(bytes.read)
      // Some programs write a blank line before the declaration, which has to come first.
      while !isStarted, position < count, [0x20, 0x09, 0x0A, 0x0D].contains(buffer[position]) {
        position += 1
      }
    } while position == count && count > 0
    isStarted = true
  }

  /// Stops at a tag or comment that does not end.
  private func watch(_ got: Int) throws {
    let now = crmxml_events(parser)
    quiet = now == events ? quiet + got : 0
    events = now
    if quiet > XMLReader.tokenLimit { throw tooIntricate }
  }

  private var tooIntricate: CRMError {
    CRMError.overblown(
      bytes.fileName,
      Label(
        "the tags of \(bytes.title) are too long, too deep or too many kinds",
        vi: "các thẻ trong \(bytes.title) quá dài, quá sâu hoặc quá nhiều loại"))
  }

  private func trouble(_ status: Int) -> CRMError {
    if status == CRMXML_ENTITIES {
      return CRMError.overblown(
        bytes.fileName,
        Label(
          "\(bytes.title) declares XML entities, which no spreadsheet program writes",
          vi: "\(bytes.title) khai báo thực thể XML, điều mà không chương trình bảng tính nào làm"))
    }
    if status == CRMXML_MEMORY { return tooIntricate }
    let place = "\(bytes.title):\(crmxml_line(parser)):\(crmxml_column(parser) + 1)"
    let reason = crmxml_message(parser).map { String(cString: $0) } ?? "XML"
    return CRMError.damaged(
      bytes.fileName, Label("\(place): \(reason)", vi: "\(place): XML sai (\(reason))"))
  }
}

private func handler(_ context: UnsafeMutableRawPointer) -> Unmanaged<XMLHandler> {
  Unmanaged<XMLHandler>.fromOpaque(context)
}

private func elementStarted(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
) {
  guard let context, let name else { return }
  handler(context)._withUnsafeGuaranteedRef {
    $0.start(XMLName(bytes: name), XMLAttributes(pairs: attributes))
  }
}

private func elementEnded(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let context, let name else { return }
  handler(context)._withUnsafeGuaranteedRef { $0.end(XMLName(bytes: name)) }
}

private func textMet(
  _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32
) {
  guard let context, let text, count > 0 else { return }
  text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
    handler(context)._withUnsafeGuaranteedRef {
      $0.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
  }
}
