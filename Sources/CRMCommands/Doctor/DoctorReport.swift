import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// What a checkup has found, as a table with the next steps below.
final class DoctorReport {
  private let checkup: Checkup
  private let session: Session
  private let isTried: Bool
  private let bar: ProgressBar
  private var isFaulty = false

  /// How many faults of a check people are shown, unless they want all.
  private static let most = 20

  init(_ session: Session, isTried: Bool) throws {
    self.session = session
    self.isTried = isTried
    let bar = ProgressBar(session)
    self.bar = bar
    checkup = try Checkup(
      .crm, at: session.databasePath, in: session.language, isTried: isTried
    ) { bar.show($0) }
  }

  /// Looks at everything.
  func examine(_ reader: Reader) throws {
    defer { bar.erase() }
    try checkup.examine(reader)
  }

  /// Looks at everything, and mends what can be.
  func mend(_ writing: Writing) throws {
    defer { bar.erase() }
    try checkup.mend(writing.writer)
    if checkup.isDamaged { writing.takeBack() }
  }

  /// Writes the faults, says what is to be done, and ends the command with 1 where faults are left.
  func put() throws {
    let form = try session.outputForm()
    let found = try checkup.counts()
    let most = form == .table && !session.invocation.has("all") ? DoctorReport.most : nil
    if form != .table || !found.isEmpty { try putRows(form, most) }
    if let most {
      for (check, _, counts) in found {
        let more = counts.values.reduce(0, +) - most
        guard more > 0 else { continue }
        session.say(
          "\(check.label.en): \(more.counted(.en)) more; all of them with --all",
          vi: "\(check.label.vi): còn \(more.counted(.vi)) lỗi nữa; xem hết bằng --all")
      }
    }
    say(found)
    if isFaulty { throw Finished(code: 1) }
  }

  private func putRows(_ form: OutputForm, _ most: Int?) throws {
    let style = session.style(form)
    let writer = try session.openRows(
      form, DoctorReport.columns, key: "doctor", title: Label("Faults", vi: "Lỗi"))
    try checkup.faults(most: most) { fault in
      let isForPrograms = style.audience == .programs
      let values: [String?] = [
        isForPrograms ? fault.check.key : session.text(fault.check.label),
        isForPrograms ? fault.subject : subject(fault.subject), fault.code,
        isForPrograms ? fault.field : field(fault), fault.found, fault.wanted,
        isForPrograms ? state(fault).rawValue : session.text(label(state(fault))),
      ]
      try writer.write(
        zip(DoctorReport.columns, values).map { column, value in
          column.kind.cell(value.map(Value.text) ?? .null, style)
        })
    }
    try writer.finish()
  }

  /// What was only tried has not been mended.
  private func state(_ fault: Fault) -> Fault.State {
    isTried && fault.state == .mended ? .mendable : fault.state
  }

  private static let columns = [
    RowColumn("check", .text, Label("Check", vi: "Mục")),
    RowColumn("kind", .text, Label("Kind", vi: "Loại")),
    RowColumn("code", .text, Label("Code", vi: "Mã")),
    RowColumn("field", .text, Label("Field", vi: "Trường")),
    RowColumn("is", .text, Label("Is", vi: "Đang là")),
    RowColumn("should_be", .text, Label("Should be", vi: "Đúng ra là")),
    RowColumn("state", .text, Label("Mended", vi: "Đã sửa")),
  ]

  private func label(_ state: Fault.State) -> Label {
    switch state {
    case .mendable: return Label("with --fix", vi: "khi dùng --fix")
    case .mended: return Label("yes", vi: "rồi")
    case .left: return Label("no", vi: "chưa")
    case .notice: return Label("a notice", vi: "lưu ý")
    }
  }

  private func subject(_ word: String) -> String {
    let kind = Catalogue.crm.kind(named: word)
    return kind.map { session.text(Catalogue.entity($0).label) }
      ?? DoctorWords.subject(word).map(session.text) ?? word
  }

  private func field(_ fault: Fault) -> String? {
    guard let name = fault.field else { return nil }
    let kind = Catalogue.crm.kind(named: fault.subject)
    let field = kind.flatMap { Catalogue.entity($0).field(name) }
    // What could not be looked at to its end is named by its check.
    let check = checkup.names.first { $0.key == name }
    return (field?.label ?? DoctorWords.field(name) ?? check?.label).map(session.text) ?? name
  }

  /// Says in a line that all is well, or how many faults there are; and what to do about those that
  /// are left.
  private func say(_ found: [(check: Choice, advice: Label, counts: Checkup.Counts)]) {
    func count(_ state: Fault.State) -> Int { found.reduce(0) { $0 + ($1.counts[state] ?? 0) } }
    let (mended, mendable, left) = (count(.mended), count(.mendable), count(.left))
    isFaulty = left + mendable + (isTried ? mended : 0) > 0
    let seen = checkup.seen
    if mended + mendable + left == 0 {
      return session.say(
        "All is well: format \(seen.format), \(Money.text(seen.records, .en)) records, "
          + "\(Money.text(seen.operations, .en)) operations",
        vi: "Không có lỗi: định dạng \(seen.format), \(Money.text(seen.records, .vi)) bản ghi, "
          + "\(Money.text(seen.operations, .vi)) thao tác")
    }
    if mended > 0 {
      session.say(
        isTried ? "\(mended.counted(.en)) would be mended" : "\(mended.counted(.en)) mended",
        vi: isTried ? "sẽ sửa được \(mended.counted(.vi)) lỗi" : "đã sửa \(mended.counted(.vi)) lỗi"
      )
    }
    if mendable > 0 {
      session.say(
        "\(mendable.counted(.en)) follow from other data: crm doctor --fix",
        vi: "\(mendable.counted(.vi)) lỗi tính lại được từ dữ liệu khác: crm doctor --fix")
    }
    guard left > 0 else { return }
    session.say(
      "\(left.counted(.en)) left for somebody to decide:",
      vi: "còn \(left.counted(.vi)) lỗi cần người quyết định:")
    for (check, advice, counts) in found where counts[.left] != nil {
      session.say("  \(check.label.en): \(advice.en)", vi: "  \(check.label.vi): \(advice.vi)")
    }
  }
}
