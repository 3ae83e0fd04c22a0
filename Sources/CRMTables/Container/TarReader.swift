import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads an archive of plain files in the ustar format (POSIX.1-2017, pax, "ustar Interchange
/// Format") from a stream.
public enum TarReader {
  /// Puts the files of an archive into a folder, each new and for its owner alone.
  ///
  /// - Parameters:
  ///   - names: the only names that files may have; none leads out of the folder.
  ///   - limit: how many bytes the files may have together.
  /// - Throws: a `CRMError` for what is no such archive, is none of the names, or does not fit.
  public static func extract(
    descriptor: Int32, into folder: String, names: Set<String>, limit: Int
  ) throws {
    let source = try ByteSource(descriptor: descriptor, name: "-")
    var left = limit
    var header = [UInt8](repeating: 0, count: blockSize)
    while try fill(&header, from: source), header.contains(where: { $0 != 0 }) {
      guard isWhole(header) else { throw CRMError.noArchive }
      let name = text(header[0..<100])
      guard names.contains(name), isPlain(name), header[156] == 0x30 || header[156] == 0,
        let size = octal(header[124..<136])
      else { throw CRMError.notInArchive(name) }
      guard size <= left else { throw CRMError.archiveTooLarge(limit) }
      left -= size
      try copy(size, from: source, to: folder + "/" + name)
    }
  }

  static let blockSize = 512

  /// Whether a name is that of a file in a folder, and of nothing else.
  public static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.contains("/") && !name.contains("\0")
  }

  private static func copy(_ size: Int, from source: ByteSource, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw CRMError.cannotWrite(path, errno) }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var left = size
    var padded = (size + blockSize - 1) / blockSize * blockSize
    while padded > 0 {
      let wanted = min(padded, buffer.count)
      let got = try buffer.withUnsafeMutableBytes {
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<wanted]))
      }
      guard got > 0 else { throw CRMError.noArchive }
      try buffer.withUnsafeBytes {
        try writeAll(
          UnsafeRawBufferPointer(rebasing: $0[..<min(got, left)]), to: file, name: path)
      }
      left -= min(got, left)
      padded -= got
    }
  }

  /// Reads one block; false where the stream has ended before it.
  private static func fill(_ block: inout [UInt8], from source: ByteSource) throws -> Bool {
    var count = 0
    while count < blockSize {
      let got = try block.withUnsafeMutableBytes {
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
      if got == 0 { break }
      count += got
    }
    guard count == 0 || count == blockSize else { throw CRMError.noArchive }
    return count == blockSize
  }

  /// Whether the sum of the bytes of a header is what it says, its own field taken as blanks.
  private static func isWhole(_ header: [UInt8]) -> Bool {
    let sum = header.enumerated().reduce(0) {
      $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element))
    }
    return octal(header[148..<156]) == sum
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func octal(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = text(bytes).filter { $0 != " " }
    return digits.allSatisfy { ("0"..."7").contains($0) } ? Int(digits, radix: 8) : nil
  }
}

extension CRMError {
  static let noArchive = CRMError(
    .request, "standard input is no whole tar archive",
    vi: "đầu vào chuẩn không phải một tệp tar trọn vẹn")

  static func notInArchive(_ name: String) -> CRMError {
    CRMError(
      .request, "“\(name)” in the archive is no file that the command names",
      vi: "“\(name)” trong tệp tar không phải tệp mà lệnh nêu tên")
  }

  static func archiveTooLarge(_ limit: Int) -> CRMError {
    CRMError(
      .request, "the files have more than \(limit >> 20) MB together",
      vi: "các tệp vượt quá \(limit >> 20) MB",
      hints: [Label("Bring them one by one.", vi: "Hãy đưa vào từng tệp một.")])
  }
}
