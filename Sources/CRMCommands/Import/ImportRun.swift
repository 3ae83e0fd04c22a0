import CRMArguments
import CRMCatalogue
import CRMCore
import CRMTables
import CRMValues

/// One run of `crm import`: options in, rows through, the result told.
final class ImportRun {
  private let session: Session
  private let invocation: Invocation
  private let file: String
  private var options = ImportOptions()
  private var rejects: RejectsFile?
  private var shown = 0

  init(_ kind: Kind?, _ invocation: Invocation, _ session: Session) throws {
    self.session = session
    self.invocation = invocation
    file = invocation.operands.first ?? "-"
    options.kind = kind
    if invocation.declares("into"), let word = invocation.value("into") {
      options.kind = try Nouns.kind(word)
    }
    for text in invocation.values("map") { options.map.append(try mapping(text)) }
    if let mode = try invocation.choice("mode").flatMap(ImportOptions.Mode.init(rawValue:)) {
      options.mode = mode
    }
    if let blank = try invocation.choice("blank").flatMap(ImportOptions.Blank.init(rawValue:)) {
      options.blank = blank
    }
    let match = invocation.values("match").flatMap { $0.split(separator: ",").map(String.init) }
    if !match.isEmpty { options.match = match }
    options.createsMissing = invocation.has("create-missing")
    options.isStrict = invocation.has("strict")
    options.restoresTrashed = invocation.has("restore-trashed")
    options.allowsDuplicates = invocation.has("allow-duplicate")
    if let name = invocation.value("encoding") {
      options.read.encoding = try TextEncoding(named: name)
    }
    if let name = invocation.value("delimiter") {
      guard let byte = CSVDialect.delimiter(named: name) else {
        throw CRMError(
          .usage, "--delimiter takes one character or tab, not “\(name)”",
          vi: "--delimiter nhận một ký tự hoặc tab, không nhận “\(name)”")
      }
      options.read.delimiter = byte
    }
  }

  private func mapping(_ text: String) throws -> (heading: String, field: String) {
    guard let sign = text.lastIndex(of: "=") else {
      throw CRMError(
        .usage, "--map takes HEADING=FIELD, not “\(text)”",
        vi: "--map có dạng TIÊU ĐỀ=TRƯỜNG, không nhận “\(text)”",
        hints: [
          Label("Example: --map \"Tên KH=name\"", vi: "Ví dụ: --map \"Tên KH=name\"")
        ])
    }
    return (String(text[..<sign]), cleaned(String(text[text.index(after: sign)...])))
  }

  func run() throws {
    if invocation.has("preview") {
      return try ImportPreview(invocation, session).show(file, options)
    }
    let source = try openTable(file, options: options.read)
    for notice in source.notices { session.say(notice) }
    let sheet = try invocation.value("sheet").map { try SheetChoice($0).index(in: source) }
    let rows = try HeadedRows(
      source.rows(ofSheet: sheet ?? source.sheets.firstIndex { !$0.isHidden } ?? 0),
      line: invocation.integer("header-row", in: 1...1_048_576),
      score: HeadingScore(options.kind, map: options.map).callAsFunction)
    guard let head = rows.heading else {
      throw CRMError(
        .request, "\(source.name) has no rows", vi: "\(source.name) không có dòng nào")
    }
    let headings = head.cells.map { cleaned($0.text) }.map {
      [RejectsFile.lineHeading, RejectsFile.reasonHeading].contains($0) ? "" : $0
    }
    let report: ImportReport
    do {
      report = try session.write { writer in
        let importer = try Importer(
          writer, headings: headings, file: source.name, options: options,
          reject: { try self.take($0, headings, source.dialect) })
        let ahead = ReadAhead(rows)
        defer { ahead.abandon() }
        let report = try importer.run(ahead)
        if Interruption.happened { throw Importer.interrupted }
        if options.isStrict && report.rejected > 0 { throw StrictlyRejected(report: report) }
        return report
      }
    } catch let strict as StrictlyRejected {
      try tell(strict.report, landed: false)
      throw Finished(code: 1)
    }
    try tell(report, landed: !session.isDryRun)
    if report.rejected > 0 { throw Finished(code: 1) }
  }

  /// A row in error: told, and kept for mending.
  private func take(_ row: RejectedRow, _ headings: [String], _ dialect: CSVDialect?) throws {
    if shown < 20 {
      shown += 1
      let en = row.reasons.map(\.text.en).joined(separator: "; ")
      let vi = row.reasons.map(\.text.vi).joined(separator: "; ")
      session.say("\(file):\(row.row.line): \(en)", vi: "\(file):\(row.row.line): \(vi)")
    }
    if rejects == nil, !session.isDryRun || invocation.value("rejects") != nil {
      rejects = try RejectsFile(
        invocation.value("rejects") ?? rejectsPath, headings: headings, dialect: dialect,
        language: session.language)
    }
    try rejects?.write(row)
  }

  /// The rejects file of an import that names none: in the current folder, after the input.
  private var rejectsPath: String {
    let name = file.split(separator: "/").last.map(String.init) ?? "import"
    let stem = name == "-" ? "stdin" : name
    let base = stem.lastIndex(of: ".").map { String(stem[..<$0]) } ?? stem
    return base + ".rejects.csv"
  }

  private func tell(_ report: ImportReport, landed: Bool) throws {
    if report.rejectedRows > shown {
      let more = report.rejectedRows - shown
      session.say("… and \(more) more rows in error", vi: "… và \(more) dòng lỗi nữa")
    }
    let wroteRejects = try rejects?.finish() ?? false
    ImportNotes.tell(report, session)
    if wroteRejects, let path = rejects?.path {
      session.say(
        "Rows in error, with line and reason: \(path)",
        vi: "Các dòng lỗi kèm số dòng và lý do: \(path)")
    }
    if invocation.has("json") {
      try session.put(ImportNotes.json(report, landed: landed))
    } else {
      session.say(ImportNotes.summary(report, landed: landed, isDryRun: session.isDryRun))
    }
  }
}

/// Takes a strict import with a row in error back.
private struct StrictlyRejected: Error {
  let report: ImportReport
}
