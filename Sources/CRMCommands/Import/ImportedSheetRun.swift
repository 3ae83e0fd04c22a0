import CRMCatalogue
import CRMCore
import CRMTables
import CRMValues

/// One sheet on its way in: its rows through, those in error aside, its result told.
final class ImportedSheetRun {
  let sheet: SheetPlan.Sheet
  private let plan: SheetPlan
  private let file: String
  private let session: Session
  private let bar: ProgressBar
  /// The file and sheet as messages name them.
  private let place: String
  private let isOneOfSeveral: Bool
  private var rejects: RejectsFile?
  private var shown = 0
  private(set) var report: ImportReport
  /// What is kept of the sheet with the operation, once it has been read.
  private(set) var noted: ImportedSheet?

  init(
    _ sheet: SheetPlan.Sheet, of plan: SheetPlan, file: String, _ session: Session,
    _ bar: ProgressBar
  ) {
    self.sheet = sheet
    self.plan = plan
    self.file = file
    self.session = session
    self.bar = bar
    isOneOfSeveral = plan.sheets.count > 1
    place = isOneOfSeveral ? "\(plan.source.name):\(sheet.name ?? "")" : plan.source.name
    report = ImportReport(kind: sheet.kind ?? .customer)
  }

  /// Brings the rows in, within the operation of a writer.
  func run(_ writer: Writer) throws {
    let headings = SheetPlan.headings(of: sheet)
    let first = writer.nextChange
    let importer = try Importer(
      writer, headings: headings, file: place, options: plan.options(for: sheet),
      reject: { try self.take($0, headings) })
    let ahead = ReadAhead(try plan.rows(of: sheet))
    defer { ahead.abandon() }
    report = try importer.run(WatchedRows(ahead, bar))
    // What an export of everything has no records of is no part of the import.
    if isOneOfSeveral, report.rows == 0 { return }
    noted = writer.note(
      report, file: file, sheet: isOneOfSeveral ? sheet.name : nil, rejects: rejects?.path,
      from: first)
  }

  /// A row in error: told, and kept for mending.
  private func take(_ row: RejectedRow, _ headings: [String]) throws {
    if shown < 20 {
      shown += 1
      bar.erase()
      let en = row.reasons.map(\.text.en).joined(separator: "; ")
      let vi = row.reasons.map(\.text.vi).joined(separator: "; ")
      session.say("\(place):\(row.row.line): \(en)", vi: "\(place):\(row.row.line): \(vi)")
    }
    let chosen = session.invocation.value("rejects")
    if rejects == nil, !session.isDryRun || chosen != nil {
      rejects = try RejectsFile(
        rejectsPath(chosen), headings: headings, dialect: plan.source.dialect,
        language: session.language)
    }
    try rejects?.write(row)
  }

  /// The rejects file: the one that is chosen, else one in the current folder after the input.
  /// Each of several sheets has its own, because their columns differ.
  private func rejectsPath(_ chosen: String?) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? "import"
    let path = chosen ?? ImportedSheetRun.stem(name == "-" ? "stdin" : name) + ".rejects.csv"
    guard isOneOfSeveral, let kind = sheet.kind else { return path }
    let ending = chosen == nil ? ".rejects.csv" : ".csv"
    let base = path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path
    let others = plan.sheets.filter { $0.kind == kind && $0.index < sheet.index }.count
    return base + ".\(kind.rawValue)" + (others == 0 ? "" : "-\(others + 1)") + ending
  }

  private static func stem(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Tells what a person should know of the sheet, and puts the rejects file in place.
  func tell() throws {
    if report.rejectedRows > shown {
      let more = report.rejectedRows - shown
      session.say("… and \(more) more rows in error", vi: "… và \(more) dòng lỗi nữa")
    }
    let wroteRejects = try rejects?.finish() ?? false
    ImportNotes.tell(report, isOneOfSeveral ? sheet.name : nil, session)
    if wroteRejects, let path = rejects?.path {
      session.say(
        "Rows in error, with line and reason: \(path)",
        vi: "Các dòng lỗi kèm số dòng và lý do: \(path)")
    }
  }
}
