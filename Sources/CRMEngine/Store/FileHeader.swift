import Foundation

/// What the first bytes of a database say, read without SQLite: of a file that it cannot open, or is
/// not to open. Never of one that this process has open, whose locks would go with it.
///
/// The places are those of <https://sqlite.org/fileformat2.html#the_database_header>.
struct FileHeader {
  private let bytes: [UInt8]

  /// Nil where the file cannot be read, or is none of SQLite.
  init?(of path: String) {
    guard let file = FileHandle(forReadingAtPath: path),
      let header = try? file.read(upToCount: 100), header.count == 100,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    bytes = Array(header)
  }

  var isOurs: Bool { number(at: 68) == Migrations.applicationID }
  var format: Int { Int(Int32(truncatingIfNeeded: number(at: 60))) }

  /// Whether the file is all there is of the database, and needs nothing beside it to be read: its
  /// journal mode is not WAL.
  var isPlain: Bool { bytes[18] == 1 && bytes[19] == 1 }

  private func number(at place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
