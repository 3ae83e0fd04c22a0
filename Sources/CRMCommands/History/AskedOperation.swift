import CRMCore
import CRMEngine
import CRMValues

/// The operation that an undo or a redo is about: what it did is shown on a terminal before it is
/// asked whether to reverse it, and what was shown is what is reversed.
final class AskedOperation {
  /// What is shown of its changes.
  private static let shown = 10

  /// The number that was typed, or that of what was shown; nil for the latest.
  private(set) var number: Int64?
  private let session: Session

  init(_ number: Int64?, _ session: Session) {
    self.number = number
    self.session = session
  }

  /// The question whether to reverse it.
  func question(toRedo: Bool) -> Work.Question {
    .shown { [self] reader in
      guard let operation = try operation(reader, toRedo: toRedo),
        reader.actor.isMe(operation.actor) || reader.mayConfigure
      else { return nil }
      number = operation.number
      let question =
        toRedo
        ? Label("Do it again", vi: "Làm lại thao tác này")
        : Label("Take it back", vi: "Hoàn tác thao tác này")
      return (try lines(operation, reader), question)
    }
  }

  private func operation(_ reader: Reader, toRedo: Bool) throws -> Operation? {
    if let number { return try OperationLog.operation(reader, number) }
    guard toRedo else { return try OperationLog.latestToUndo(reader) }
    return try OperationLog.latestToRedo(reader)?.undoes.flatMap {
      try OperationLog.operation(reader, $0)
    }
  }

  private func lines(_ operation: Operation, _ reader: Reader) throws -> [String] {
    let time = FieldKind.instant.cell(.integer(operation.time), session.style(.table)).text
    let number = session.text(Label("Operation", vi: "Thao tác")) + " \(operation.number)"
    var lines = ["\(number), \(time), \(operation.actor): \(operation.command)"]
    var count = 0
    try OperationLog.changes(reader, of: operation, limit: AskedOperation.shown * 10) { change in
      guard change.kind.isNoun else { return }
      count += 1
      if count <= AskedOperation.shown {
        lines.append("  " + (try Preview.line(change, reader, session)))
      }
    }
    if count > AskedOperation.shown || operation.changes > AskedOperation.shown * 10 {
      let changes = Int(operation.changes)
      let all = session.text(
        Label(
          "… see all \(changes.counted(.en)) changes with: crm log show \(operation.number)",
          vi: "… xem cả \(changes.counted(.vi)) thay đổi bằng: crm log show \(operation.number)"))
      lines.append("  " + all)
      lines.append(session.text(Label("In all:", vi: "Tổng cộng:")))
      lines += try Consequences.lines(operation, reader, session)
    }
    return lines
  }
}
