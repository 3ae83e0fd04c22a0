import CRMArguments
import CRMValues

/// `--summary` of the commands that carry much at once: what went well is told where somebody
/// follows it, and to nobody else unless it is asked for, since cron mails whatever is said.
enum SummaryOption {
  static let option = Option(
    "summary",
    Label(
      "Say what was done, also where nobody is at a terminal",
      vi: "Báo kết quả cả khi không chạy trên màn hình"))

  static func isWanted(_ session: Session) -> Bool {
    session.environment.isFollowed || session.invocation.has("summary")
  }
}
