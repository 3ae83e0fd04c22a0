import CRMArguments
import CRMValues

/// `crm version`.
enum VersionCommand {
  static let summary = Label("Show the version", vi: "Hiện phiên bản")

  static var command: Command<Session> {
    Command(
      ["version"], summary,
      examples: [Example("crm version", Label("Prints the version", vi: "In phiên bản"))],
      runs: { _, session in try session.put("crm \(version)") })
  }
}
