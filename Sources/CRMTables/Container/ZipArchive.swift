import CMinizip
import CRMValues

/// The directory of a zip archive: its parts by name. Nothing is ever unpacked to a file, so
/// that the names in it are of no consequence.
final class ZipArchive {
  /// One part, where the directory says it is.
  struct Part {
    /// The name as the archive has it.
    let name: String
    let compressed: Int
    /// Bytes it unpacks to, as the directory says.
    let unpacked: Int
    fileprivate let place: UInt64
    fileprivate let number: UInt64
    let isEncrypted: Bool
    let isReadable: Bool
  }

  /// Parts an archive may have: workbooks have some dozens, those with pictures some thousands.
  static let partLimit = 100_000

  let bytes: SeekableBytes
  private var parts: [String: Part] = [:]
  /// The names as they are looked up, in the directory's order.
  private(set) var names: [String] = []

  var name: String { bytes.name }

  init(_ bytes: SeekableBytes) throws {
    self.bytes = bytes
    let handle = try ZipHandle(bytes)
    var entry = crmzip_entry()
    var status = crmzip_next(handle.archive, 1, &entry)
    while status > 0 {
      guard names.count < ZipArchive.partLimit else {
        let limit = ZipArchive.partLimit
        throw CRMError.overblown(
          name,
          Label(
            "over \(limit.counted(.en)) parts in the archive",
            vi: "gói zip có hơn \(limit.counted(.vi)) phần"))
      }
      let title = withUnsafeBytes(of: &entry.name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let key = ZipArchive.key(title)
      // Of parts with one name the last is meant: it was appended to replace the others.
      if parts[key] == nil { names.append(key) }
      parts[key] = Part(
        name: title, compressed: Int(clamping: entry.compressed),
        unpacked: Int(clamping: entry.unpacked), place: entry.place,
        number: entry.number, isEncrypted: entry.is_encrypted != 0,
        isReadable: entry.is_readable != 0)
      status = crmzip_next(handle.archive, 0, &entry)
    }
    guard status == 0 else { throw CRMError.damagedArchive(name) }
  }

  /// Returns the part of a name; case, backslashes and a slash in front do not count.
  func part(_ name: String) -> Part? { parts[ZipArchive.key(name)] }

  /// Opens a part for reading from its beginning; `limit` is what it may unpack to, where that is
  /// not to depend on how well it is packed.
  func open(_ part: Part, limit: Int? = nil) throws -> ZipStream {
    guard !part.isEncrypted else { throw CRMError.passwordProtected(name) }
    let handle = try ZipHandle(bytes)
    guard part.isReadable, crmzip_enter(handle.archive, part.place, part.number) == 0 else {
      throw CRMError.damagedPart(name, part.name)
    }
    return try ZipStream(handle, part: part, limit: limit)
  }

  private static func key(_ name: String) -> String {
    var key = name.lowercased()
    if key.utf8.contains(0x5C) { key = String(key.map { $0 == "\\" ? "/" : $0 }) }
    return String(key.drop { $0 == "/" })
  }
}

/// An archive opened by minizip over bytes of ours.
final class ZipHandle {
  let archive: OpaquePointer
  let bytes: SeekableBytes

  init(_ bytes: SeekableBytes) throws {
    self.bytes = bytes
    if let trouble = crmzip_load() {
      throw CRMError.libraryMissing(
        bytes.name, String(cString: trouble), package: "libminizip1")
    }
    let context = Unmanaged.passUnretained(bytes).toOpaque()
    guard let archive = crmzip_open(readBytes, context, UInt64(bytes.count)) else {
      throw CRMError.damagedArchive(bytes.name)
    }
    self.archive = archive
  }

  deinit { crmzip_close(archive) }
}

private func readBytes(
  _ context: UnsafeMutableRawPointer?, _ offset: UInt64, _ buffer: UnsafeMutableRawPointer?,
  _ count: UInt
) -> Int {
  guard let context, let buffer else { return -1 }
  let bytes = Unmanaged<SeekableBytes>.fromOpaque(context).takeUnretainedValue()
  let target = UnsafeMutableRawBufferPointer(start: buffer, count: Int(clamping: count))
  return (try? bytes.read(at: Int(clamping: offset), into: target)) ?? -1
}
