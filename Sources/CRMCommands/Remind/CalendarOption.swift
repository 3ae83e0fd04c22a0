import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

extension RemindCommands {
  /// Says on a terminal that nothing is due; mail of cron, and pipes, get nothing.
  static func sayNothingDue(_ session: Session) {
    guard session.environment.isOutputTerminal, !session.invocation.has("json"),
      !session.invocation.isGiven("format")
    else {
      return
    }
    session.say("Nothing is due.", vi: "Không có gì cần nhắc.")
  }
}

/// `--ics FILE` of the reminders: the same as events of a calendar.
enum CalendarOption {
  static let option = Option(
    "ics", value: .one("FILE", .files(.written, ["ics"])),
    Label(
      "Write an iCalendar file instead; - is standard output. Nothing due writes nothing",
      vi: "Ghi tệp lịch iCalendar; - là đầu ra chuẩn. Không có gì thì không ghi tệp"),
    heading: Label("Output", vi: "Kết quả"))

  /// Returns the calendar to write into, nil where none is asked for.
  ///
  /// - Parameter hasTimes: whether its events have times of day.
  /// - Throws: a usage error where rows are asked for as well.
  static func writer(_ session: Session, hasTimes: Bool = false) throws -> CalendarWriter? {
    guard let path = session.invocation.value("ics") else { return nil }
    guard !session.invocation.has("format"), !session.invocation.has("json") else {
      throw CRMError(
        .usage, "--ics and --format do not go together", vi: "--ics không dùng cùng --format")
    }
    return CalendarWriter(
      try session.output(path), at: session.moment.now, language: session.language,
      product: "crm \(version)", hasTimes: hasTimes)
  }
}
