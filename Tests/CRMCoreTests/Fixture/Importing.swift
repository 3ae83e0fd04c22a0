import CRMTables
import CRMValues
import Foundation

@testable import CRMCore
@testable import CRMEngine

/// What an import of a text did.
struct Imported {
  let report: ImportReport
  let rejected: [RejectedRow]

  /// The lines that did not land.
  var lines: [Int] { rejected.map(\.row.line) }

  /// The first reason of each line that did not land.
  var reasons: [String] { rejected.map { $0.reasons.first?.text.en ?? "" } }

  /// added + updated + unchanged + rejected.
  var counts: String {
    "\(report.added)+\(report.updated)+\(report.unchanged)+\(report.rejected)"
  }
}

extension TemporaryDatabase {
  /// Imports a file as one operation, and writes its rejects file where a path is given.
  @discardableResult
  func importFile(
    _ path: String, _ options: ImportOptions = ImportOptions(), dryRun: Bool = false,
    rejectsTo rejectsPath: String? = nil
  ) throws -> Imported {
    try write(dryRun: dryRun) {
      try TemporaryDatabase.importFile($0, path, options, rejectsTo: rejectsPath)
    }
  }

  /// Imports a file within an operation.
  @discardableResult
  static func importFile(
    _ writer: Writer, _ path: String, _ options: ImportOptions, rejectsTo rejectsPath: String? = nil
  ) throws -> Imported {
    let source = try openTable(path, options: options.read)
    let rows = try source.rows(ofSheet: 0)
    let headings = try rows.next()?.cells.map { cleaned($0.text) } ?? []
    let known = headings.map { RejectsFile.isOurs($0) ? "" : $0 }
    let file = try rejectsPath.map {
      try RejectsFile($0, RejectsFile.format(of: source.format), of: source, language: .en)
    }
    try file?.begin(
      OutputSheet(
        key: "", title: "1", columns: headings.map { OutputColumn(key: $0, title: $0) }))
    var rejected: [RejectedRow] = []
    let importer = try Importer(writer, headings: known, file: source.name, options: options) {
      rejected.append($0)
      try file?.write($0)
    }
    let report = try importer.run(rows)
    _ = try file?.finish()
    return Imported(report: report, rejected: rejected)
  }

  /// Imports a text as one operation.
  @discardableResult
  func importText(
    _ text: String, _ options: ImportOptions = ImportOptions(), dryRun: Bool = false
  ) throws -> Imported {
    try importFile(file("import-\(UUID().uuidString).csv", text), options, dryRun: dryRun)
  }
}

extension ImportOptions {
  /// Returns options with what the closure sets.
  static func with(_ set: (inout ImportOptions) -> Void) -> ImportOptions {
    var options = ImportOptions()
    set(&options)
    return options
  }
}
