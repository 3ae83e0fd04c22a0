import CRMArguments
import CRMEngine
import CRMValues

/// `--series`: what changes of a record that comes again holds for those to come, too (RULES 15.4).
enum SeriesOption {
  static func options(_ entity: Entity) -> [Option] {
    guard entity.schedule?.recurrence != nil else { return [] }
    return [
      Option(
        "series",
        Label(
          "Of one that comes again: those to come as well, not this one alone",
          vi: "Với việc lặp lại: đổi cả các lần sau, không chỉ lần này"))
    ]
  }

  static func apply(_ writing: Writing) {
    let invocation = writing.invocation
    writing.writer.changesSeries = invocation.declares("series") && invocation.has("series")
  }
}
