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

  /// Prepares the import; shows the file instead where that was asked for.
  func work() throws -> Work? {
    var options = try ImportRequest.options(kind, invocation, session)
    if invocation.has("preview") {
      try ImportPreview(invocation, session).show(file, options)
      return nil
    }
    try ImportRejects.check(file, session)
    if file == "-" { try StandardInput.await() }
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
    let format = try ImportRejects.format(invocation.value("rejects"), plan.source.format)
    return Work(previewed: false) { [self, isStrict = options.isStrict] writing in
      let rejects = try ImportRejects(
        file, plan, format, session, isTried: writing.tense == .conditional)
      sheets = plan.sheets.map {
        ImportedSheetRun($0, of: plan, file: file, session, bar, rejects)
      }
      writing.otherwise { rejects.takeBack() }
      try bring(writing, isStrict: isStrict)
      let paths = try rejects.finish()
      writing.afterwards { try self.tell(writing, paths) }
    }
  }

  /// Brings every sheet in as one operation.
  private func bring(_ writing: Writing, isStrict: Bool) throws {
    defer { bar.erase() }
    for sheet in sheets { try sheet.run(writing.writer) }
    for sheet in sheets { try sheet.link(writing.writer) }
    if Interruption.happened { throw Interruption.error }
    // What a dry run touched is gone afterwards.
    if writing.tense == .conditional, invocation.has("json") {
      bar.erase()
      try ImportResult(sheets, landed: false).write(to: session, reader: writing.writer)
    }
    if isStrict, isRejected { writing.takeBack() }
  }

  private var isRejected: Bool { sheets.contains { $0.report.rejected > 0 } }

  private func tell(_ writing: Writing, _ rejects: [String]) throws {
    bar.erase()
    let isTold = SummaryOption.isWanted(session) || !writing.lands || isRejected
    for sheet in sheets { sheet.tell(writing) }
    for path in rejects {
      session.say(
        "Rows in error, with line and reason: \(path)",
        vi: "Các dòng lỗi kèm số dòng và lý do: \(path)")
    }
    let reports = sheets.map(\.report)
    if isTold { ImportNotes.tellComputed(reports, session) }
    if !invocation.has("json") {
      guard isTold else { return }
      for label in ImportNotes.summaries(reports, writing) { session.say(label) }
    } else if writing.lands {
      try session.read { try ImportResult(sheets, landed: true).write(to: session, reader: $0) }
    } else if writing.tense == .past {
      try ImportResult(sheets, landed: false).write(to: session, reader: nil)
    }
    if isRejected { throw Finished(code: 1) }
  }
}
