import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm import FILE --preview`: what the reader sees, without a database and without writing.
struct ImportPreview {
  private let invocation: Invocation
  private let session: Session

  init(_ invocation: Invocation, _ session: Session) {
    self.invocation = invocation
    self.session = session
  }

  /// Shows the file: as text, as JSON, or its number of rows.
  func show(_ file: String, _ options: ImportOptions) throws {
    var preview = try TablePreview(file, options: options.read)
    preview.headingScore = HeadingScore(options.kind, map: options.map).callAsFunction
    preview.sheet = invocation.value("sheet").map(SheetChoice.init)
    preview.headingLine = try invocation.integer("header-row", in: 1...1_048_576)
    let output = session.environment.output
    switch (invocation.has("count"), invocation.has("json")) {
    case (true, false): try session.put(String(preview.countRows()))
    case (true, true): try session.put("{\"rows\":\(preview.countRows())}")
    case (false, true): try preview.writeJSON(to: output)
    case (false, false): try preview.writeText(to: output, language: session.language)
    }
    for notice in preview.notices { session.say(notice) }
  }
}
