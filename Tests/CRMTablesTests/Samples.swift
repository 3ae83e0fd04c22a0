import CRMTables
import CRMTestSupport
import CRMValues
import Foundation

/// A folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "crm-tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(self.path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  func contents(_ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// What was read: the rows, and the error that ended them.
struct Reading: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var error: String?
}

func read(_ bytes: [UInt8], _ options: ReadOptions = ReadOptions()) throws -> Reading {
  let folder = try TemporaryFolder()
  let path = try folder.file("a.csv", bytes)
  var reading = Reading()
  do {
    let rows = try openTable(path, options: options).rows(ofSheet: 0)
    while let row = try rows.next() {
      reading.rows.append(row.cells.map(\.text))
      reading.lines.append(row.line)
    }
  } catch let error as CRMError {
    reading.error = error.message.en.replacingOccurrences(of: folder.path + "/", with: "")
  }
  return reading
}

func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> Reading {
  try read(Array(text.utf8), options)
}

extension Seeded {
  /// A text of Vietnamese names and everything that has ever broken a CSV file.
  mutating func text() -> String {
    let pieces = [
      "Nguyễn Đức", "Ð", "Hoà\u{301}", "'", "''", "=", "+", "-", "@", "+84 912", "-5", "0912345678",
      ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", " ", "  ", "a", "1.5", "\u{0}",
      "\u{FEFF}", "😀", "＝", "=1+1", "\u{1F}", "\\", "<b>", "sep=;", "_x000D_",
    ]
    return (0..<Int.random(in: 0...5, using: &self)).map { _ in
      pieces.randomElement(using: &self) ?? ""
    }.joined()
  }
}
