import CRMCore
import CRMEngine
import CRMValues

/// Entries of a timeline as rows.
struct TimelineRows {
  private let session: Session
  private let reader: Reader
  private let form: OutputForm
  private let titles: RecordTitle
  private let changes: ChangeTexts
  private let users: UserNames

  /// - Parameter form: nil for the one that was asked for.
  init(_ session: Session, _ reader: Reader, form asked: OutputForm? = nil) throws {
    self.session = session
    self.reader = reader
    form = try asked ?? session.outputForm()
    let style = session.style(form)
    titles = RecordTitle(session, reader, style)
    changes = ChangeTexts(session, reader, form: form)
    users = UserNames(reader)
  }

  static let columns = [
    RowColumn("time", .instant, Label("Time", vi: "Thời gian"), stays: true),
    RowColumn(
      "kind",
      .choice(
        Catalogue.nouns.map { Choice($0.rawValue, Catalogue.entity($0).label) } + [
          Choice(Timeline.changes, Label("Change", vi: "Thay đổi"))
        ]), Label("Kind", vi: "Loại"), stays: true),
    RowColumn("code", .code, Label("Code", vi: "Mã"), stays: true),
    RowColumn("what", .text, Label("What", vi: "Nội dung"), stays: true),
    RowColumn("by", .text, Label("By", vi: "Người"), yields: 1),
  ]

  func put(_ entries: [Timeline.Entry]) throws {
    try session.putRows(
      try entries.map(row), TimelineRows.columns, key: "timeline",
      title: Label("Timeline", vi: "Dòng thời gian"), form: form)
  }

  private func row(_ entry: Timeline.Entry) throws -> [Value] {
    let time = Value.integer(entry.time)
    guard let kind = entry.kind else {
      let (text, actor) = try changes.text(ofChange: entry.id)
      return [time, .text(Timeline.changes), .null, .text(text), try by(actor)]
    }
    let record = try reader.record(kind, entry.id)
    let author = try record?[.createdBy].integer.map { try reader.label(.user, $0) }
    return [
      time, .text(kind.rawValue), .text(try reader.label(kind, entry.id)),
      .text(try titles.text(kind, entry.id, beside: reader.entity(kind).happens)), try by(author),
    ]
  }

  private func by(_ login: String?) throws -> Value {
    guard let login, !login.isEmpty else { return .null }
    return .text(session.style(form).audience == .people ? try users.name(login) : login)
  }
}

/// A change of a record in one line.
final class ChangeTexts {
  private let session: Session
  private let reader: Reader
  private let rows: ChangeRows
  private let style: CellStyle
  private let deeds = OperationDeeds()

  init(_ session: Session, _ reader: Reader, form: OutputForm) {
    self.session = session
    self.reader = reader
    rows = ChangeRows(session, reader, form: form)
    style = session.style(form)
  }

  /// Returns what a change was, `Level: New → Signed`, and who made it.
  func text(ofChange number: Int64) throws -> (text: String, actor: String?) {
    guard let change = try OperationLog.change(reader, number) else { return ("", nil) }
    let operation = try OperationLog.operation(reader, change.operation)
    let deed = operation.flatMap(deeds.deed)
    let texts = try rows.rows(of: change, as: deed).map { row in
      let action = ChangeRows.action.kind.cell(row[0], style).text
      guard let field = row[1].text else {
        return row[3].text.map { "\(action) \($0)" } ?? action
      }
      let (old, new) = (row[2].text, row[3].text)
      switch (old, new) {
      case (let old?, let new?): return "\(field): \(old) → \(new)"
      case (nil, let new?): return "\(field): \(new)"
      case (let old?, nil): return "\(field): \(old) → \(session.text(ChangeTexts.nothing))"
      case (nil, nil): return field
      }
    }
    return (texts.joined(separator: "; "), operation?.actor)
  }

  private static let nothing = Label("empty", vi: "trống")
}
