import CRMArguments
import CRMEngine
import CRMValues

/// `--approved`: changes approved records as they are, by who may approve them (RULES 9.8).
enum ApprovedOption {
  static let option = Option(
    "approved",
    Label(
      "Also what is approved; takes the right to approve",
      vi: "Cả bản ghi đã duyệt; cần quyền duyệt"))

  static func options(_ entity: Entity) -> [Option] {
    entity.traits.contains(.approvable) ? [option] : []
  }

  /// Lets the operation change approved records where the command line says so.
  static func apply(_ writing: Writing) {
    let invocation = writing.invocation
    writing.writer.changesApproved = invocation.declares("approved") && invocation.has("approved")
  }
}
