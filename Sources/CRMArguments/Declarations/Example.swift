import CRMValues

/// A command line worth copying, with what it does. Help prints it and a test parses it.
public struct Example: Hashable, Sendable {
  /// The line as typed into a POSIX shell: `crm customer filter --and VIP`.
  public let command: String
  public let summary: Label

  public init(_ command: String, _ summary: Label) {
    self.command = command
    self.summary = summary
  }
}
