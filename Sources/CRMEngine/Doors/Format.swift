import Foundation
import GRDB

/// The format of a database, as the file says it: SQLite's `user_version`, in a file of ours.
enum Format {
  /// Returns the format of an open database.
  ///
  /// - Throws: ``CRMError`` for a database that is not ours, of a newer format, or of none.
  static func read(_ db: Database, _ path: String, known: Int) throws -> Int {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard application == Migrations.applicationID else { throw DatabaseFailure.notOurs(path) }
    let format = try number(db)
    guard format <= known else { throw DatabaseFailure.newer(path, version: format, known: known) }
    guard format > 0 else { throw UpgradeFailure.halfMade(path, format) }
    return format
  }

  /// Returns the bare number.
  static func number(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Returns the format that stands in the first bytes of a file of ours, for one that SQLite
  /// cannot open; nil where they cannot be read or are not ours.
  ///
  /// The places are those of <https://sqlite.org/fileformat2.html#the_database_header>.
  static func inHeader(of path: String) -> Int? {
    guard let file = FileHandle(forReadingAtPath: path),
      let header = try? file.read(upToCount: 100), header.count == 100,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    func number(at place: Int) -> Int {
      header[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return number(at: 68) == Migrations.applicationID
      ? Int(Int32(truncatingIfNeeded: number(at: 60))) : nil
  }
}
