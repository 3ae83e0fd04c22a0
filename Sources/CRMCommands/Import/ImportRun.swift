import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// One run of `crm import`: options in, rows through, the result told.
final class ImportRun {
  private let session: Session
  private let invocation: Invocation
  private let file: String
  private let kind: Kind?
  private let bar: ProgressBar
  private var sheets: [ImportedSheetRun] = []

  init(_ kind: Kind?, _ invocation: Invocation, _ session: Session) {
    self.session = session
    self.invocation = invocation
    self.kind = kind
    file = invocation.operands.first ?? "-"
    bar = ProgressBar(session)
  }

  func run() throws {
    var options = try ImportRequest.options(kind, invocation, session)
    if invocation.has("preview") {
      return try ImportPreview(invocation, session).show(file, options)
    }
    options.entities = try session.entities()
    let source = try openTable(file, options: options.read)
    for notice in source.notices { session.say(notice) }
    options.hasGuards = source.dialect != nil
    options.mayLackColumns = source.format == .vcf
    let plan = try SheetPlan(
      source, options, sheet: invocation.value("sheet").map(SheetChoice.init),
      headerRow: invocation.integer("header-row", in: 1...1_048_576))
    try plan.checkOptions()
    ImportNotes.tellLeftOut(plan, session)
    let rejects = try ImportRejects(file, plan, session)
    sheets = plan.sheets.map {
      ImportedSheetRun($0, of: plan, file: file, session, bar, rejects)
    }
    let landed: Bool
    do {
      landed = try bring(options)
    } catch is StrictlyRejected {
      landed = false
    }
    bar.erase()
    try tell(landed: landed, rejects.finish())
    if sheets.contains(where: { $0.report.rejected > 0 }) { throw Finished(code: 1) }
  }

  /// Brings every sheet in as one operation.
  ///
  /// - Returns: whether the data has changed for good.
  private func bring(_ options: ImportOptions) throws -> Bool {
    defer { bar.erase() }
    try session.write { writer in
      for sheet in sheets { try sheet.run(writer) }
      if Interruption.happened { throw Interruption.error }
      if options.isStrict, sheets.contains(where: { $0.report.rejected > 0 }) {
        throw StrictlyRejected()
      }
      // What a dry run touched is gone afterwards.
      if session.isDryRun, invocation.has("json") {
        bar.erase()
        try ImportResult(sheets, landed: false).write(to: session, reader: writer)
      }
    }
    return !session.isDryRun
  }

  private func tell(landed: Bool, _ rejects: [String]) throws {
    for sheet in sheets { sheet.tell() }
    for path in rejects {
      session.say(
        "Rows in error, with line and reason: \(path)",
        vi: "Các dòng lỗi kèm số dòng và lý do: \(path)")
    }
    let reports = sheets.map(\.report)
    ImportNotes.tellComputed(reports, session)
    if !invocation.has("json") {
      for label in ImportNotes.summaries(reports, landed: landed, isDryRun: session.isDryRun) {
        session.say(label)
      }
    } else if landed {
      try session.read { try ImportResult(sheets, landed: true).write(to: session, reader: $0) }
    } else if !session.isDryRun {
      try ImportResult(sheets, landed: false).write(to: session, reader: nil)
    }
  }
}

/// Takes a strict import with a row in error back.
private struct StrictlyRejected: Error {}
