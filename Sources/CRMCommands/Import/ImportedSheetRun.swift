import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// One sheet on its way in: its rows through, those in error aside, its result told.
final class ImportedSheetRun {
  let sheet: SheetPlan.Sheet
  private let plan: SheetPlan
  private let file: String
  private let session: Session
  private let bar: ProgressBar
  private let rejects: ImportRejects
  /// The file and sheet as messages name them.
  private let place: String
  private let isOneOfSeveral: Bool
  private var rejected: RejectsFile?
  private var shown = 0
  private(set) var report: ImportReport
  private var awaited: [AwaitedReference] = []
  /// What is to be said of records that no sheet brought.
  private var lacking: [Label] = []
  /// What is kept of the sheet with the operation, once it has been read.
  private(set) var noted: ImportedSheet?

  init(
    _ sheet: SheetPlan.Sheet, of plan: SheetPlan, file: String, _ session: Session,
    _ bar: ProgressBar, _ rejects: ImportRejects
  ) {
    self.sheet = sheet
    self.plan = plan
    self.file = file
    self.session = session
    self.bar = bar
    self.rejects = rejects
    isOneOfSeveral = plan.sheets.count > 1
    place = isOneOfSeveral ? "\(plan.source.name):\(sheet.name ?? "")" : plan.source.name
    report = ImportReport(kind: sheet.kind ?? Nouns.main)
  }

  /// Brings the rows in, within the operation of a writer.
  func run(_ writer: Writer) throws {
    let first = writer.nextChange
    var kinds: [FieldKind?] = []
    let importer = try Importer(
      writer, headings: SheetPlan.headings(of: sheet),
      headingRows: plan.repeatedRows(of: sheet), file: place,
      options: plan.options(for: sheet), reject: { try self.take($0, kinds) })
    kinds = importer.columnKinds
    report = try importer.run(plan.rows(of: sheet)) { [bar] progress in
      if Interruption.happened { throw Interruption.error }
      bar.advance(progress)
    }
    awaited = importer.awaited
    // What an export of everything has no records of is no part of the import.
    if isOneOfSeveral, report.rows == 0 { return }
    noted = writer.note(
      report, file: file, sheet: isOneOfSeveral ? sheet.name : nil, rejects: rejected?.path,
      from: first)
  }

  /// Refers to what the other sheets brought.
  func link(_ writer: Writer) throws {
    guard !awaited.isEmpty else { return }
    lacking = try writer.link(awaited, of: writer.entity(report.kind))
  }

  /// A row in error: told, and kept for mending.
  private func take(_ row: RejectedRow, _ kinds: [FieldKind?]) throws {
    if shown < 20 {
      shown += 1
      bar.erase()
      let en = row.reasons.map(\.text.en).joined(separator: "; ")
      let vi = row.reasons.map(\.text.vi).joined(separator: "; ")
      session.say("\(place):\(row.row.line): \(en)", vi: "\(place):\(row.row.line): \(vi)")
    }
    guard rejects.areKept else { return }
    try rejects.writing {
      let file = try rejected ?? rejects.file(for: sheet, kinds)
      rejected = file
      try file.write(row)
    }
  }

  /// Tells what a person should know of the sheet.
  func tell(_ writing: Writing) {
    if report.rejectedRows > shown {
      let more = report.rejectedRows - shown
      session.say(
        "… and \(more.counted(.en)) more rows in error",
        vi: "… và \(more.counted(.vi)) dòng lỗi nữa")
    }
    for label in lacking.prefix(20) { session.say(label) }
    ImportNotes.tell(report, isOneOfSeveral ? sheet.name : nil, writing)
  }
}
