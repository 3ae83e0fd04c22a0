import CMinizip
import CRMValues

/// The unpacked bytes of one part, in pieces.
final class ZipStream: XMLBytes {
  /// Bytes that any part may unpack to, however small it is packed.
  static let freeSize = 32 << 20
  /// Times its packed size that a part may unpack to beyond that: XML of tables packs 5 to 60
  /// times smaller, bombs some 1,000 times.
  static let ratio = 100

  private let handle: ZipHandle
  private let part: ZipArchive.Part
  private var unpacked = 0

  /// Throws where the directory says that the part unpacks to more than it may: no more than what
  /// it says is ever unpacked.
  init(_ handle: ZipHandle, part: ZipArchive.Part, limit: Int?) throws {
    self.handle = handle
    self.part = part
    let (product, overflow) = part.compressed.multipliedReportingOverflow(by: ZipStream.ratio)
    let limit = limit ?? max(ZipStream.freeSize, overflow ? Int.max : product)
    guard part.unpacked <= limit else { throw tooLarge(limit) }
  }

  var title: String { part.name }
  var fileName: String { handle.bytes.name }
  var progress: Double { part.unpacked > 0 ? min(Double(unpacked) / Double(part.unpacked), 1) : 1 }

  /// Fills the buffer as far as it goes; 0 at the end of the part.
  ///
  /// Throws where the part is cut off, broken, or not what its checksum says.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let got = crmzip_read(handle.archive, buffer.baseAddress, UInt32(clamping: buffer.count))
    guard got >= 0 else { throw CRMError.damagedPart(fileName, part.name) }
    unpacked += got
    return got
  }

  private func tooLarge(_ limit: Int) -> CRMError {
    CRMError.overblown(
      fileName,
      Label(
        "\(part.name) unpacks to over \(limit >> 20) MB (a zip bomb?)",
        vi: "\(part.name) giải nén ra hơn \(limit >> 20) MB (bom zip?)"))
  }
}
