/// Pages of a stream that were read lately: a sheet that was written column by column is read at
/// as many places at a time as it has columns.
final class PageCache {
  private static let pageSize = 4096
  /// Bytes of the next page that each has too, so that few records cross its end.
  private static let overlap = 256
  private let stream: StreamBytes
  private var pages: [(number: Int, bytes: [UInt8])]

  init(_ stream: StreamBytes) {
    self.stream = stream
    pages = Array(repeating: (-1, []), count: 1024)
  }

  /// Returns the page that has the byte at a place, and where the page starts.
  func page(with position: Int) throws -> (bytes: [UInt8], start: Int) {
    let number = position / PageCache.pageSize
    let start = number * PageCache.pageSize
    let slot = number % pages.count
    if pages[slot].number != number {
      pages[slot] = (number, try stream.read(at: start, PageCache.pageSize + PageCache.overlap))
    }
    return (pages[slot].bytes, start)
  }
}
