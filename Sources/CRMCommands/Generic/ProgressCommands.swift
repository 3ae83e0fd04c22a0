import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN done|cancel|reopen|postpone`: records that stand in time, moved on (RULES 15.1).
enum ProgressCommands {
  /// The verbs of a kind; none where people do not move its records.
  static func commands(_ entity: Entity) -> [Command<Session>] {
    guard let schedule = entity.schedule, schedule.isMoved else { return [] }
    return Step.allCases.map { command($0, schedule, entity) }
  }

  private enum Step: String, CaseIterable {
    case done, cancel, reopen, postpone

    var deed: Deed {
      switch self {
      case .done: return Deed("finish", past: "Finished", vi: "hoàn thành")
      case .cancel: return Deed("cancel", past: "Cancelled", vi: "hủy")
      case .reopen: return Deed("reopen", past: "Reopened", vi: "mở lại")
      case .postpone: return Deed("postpone", past: "Postponed", vi: "dời")
      }
    }

    var participle: Label {
      switch self {
      case .done: return Label("finished", vi: "hoàn thành")
      case .cancel: return Label("cancelled", vi: "hủy")
      case .reopen: return Label("reopened", vi: "mở lại")
      case .postpone: return Label("postponed", vi: "dời")
      }
    }

    /// What the status becomes; nil where it stays.
    func status(_ field: Field) -> String? {
      switch self {
      case .done: return field.choices(of: .done).first?.key
      case .cancel: return field.choices(of: .lost).first?.key
      case .reopen: return field.choices(of: .open).first?.key
      case .postpone: return nil
      }
    }

    func asked(_ records: Label) -> Label {
      switch self {
      case .done: return Label("Finish \(records.en)", vi: "Hoàn thành \(records.vi)")
      case .cancel: return Label("Cancel \(records.en)", vi: "Hủy \(records.vi)")
      case .reopen: return Label("Reopen \(records.en)", vi: "Mở lại \(records.vi)")
      case .postpone: return Label("Postpone \(records.en)", vi: "Dời \(records.vi)")
      }
    }
  }

  private static func command(
    _ step: Step, _ schedule: Schedule, _ entity: Entity
  ) -> Command<Session> {
    let noun = entity.kind.rawValue
    let summary = step.asked(Label(entity.plural.en.lowercased(), vi: entity.label.vi.lowercased()))
    let to = step == .postpone ? " --to '+2d 9h'" : ""
    return Command(
      [noun, step.rawValue], summary,
      operands: [RecordOperands.many(entity)], options: options(step, schedule, entity),
      selects: entity.kind,
      examples: [
        Example("crm \(noun) \(step.rawValue) \(RecordOperands.sampleCode(entity))\(to)", summary)
      ],
      writes: { invocation, session in try work(step, schedule, entity, invocation, session) }
    ).logged(as: step.participle)
  }

  private static func options(
    _ step: Step, _ schedule: Schedule, _ entity: Entity
  ) -> [Option] {
    switch step {
    case .postpone:
      return [
        Option(
          "to", value: .one("TIME"),
          Label(
            "The new day or time: '+2d 9h', 'mai 14h'", vi: "Ngày giờ mới: '+2d 9h', 'mai 14h'"),
          necessity: .required)
      ]
    case .done:
      return result(schedule, entity).map { field in
        [Option(field.option, value: .one("TEXT"), field.label)]
      } ?? []
    case .cancel, .reopen: return []
    }
  }

  /// The field that says what came of a record, where the kind has one.
  private static func result(_ schedule: Schedule, _ entity: Entity) -> Field? {
    schedule.result.flatMap(entity.field)
  }

  private static func work(
    _ step: Step, _ schedule: Schedule, _ declared: Entity, _ invocation: Invocation,
    _ session: Session
  ) throws -> Work {
    let chosen = ChosenRecords(declared.kind, session) { step.asked($0) }
    return Work(on: chosen) { writing, ids in
      let writer = writing.writer
      let entity = writer.entity(declared.kind)
      let status = entity.place(of: schedule.status)
      var changes: [(position: Int, value: Value)] = []
      if let key = step.status(entity.fields[status]) { changes.append((status, .text(key))) }
      var typing = [("to", entity.place(of: schedule.at))]
      if let field = result(schedule, entity) {
        typing.append((field.option, entity.place(of: field.name)))
      }
      for (option, position) in typing
      where invocation.declares(option) && invocation.isGiven(option) {
        let typed = TypedField(position, invocation.values(option))
        changes += try writer.readTyped([typed], of: entity).changes
      }
      let editing = RecordEditing(entity, writing)
      try editing.apply(to: ids) { id in
        guard let record = try writer.record(entity.kind, id) else { return false }
        let isOpen = entity.fields[status].means(.open, record.values[status])
        if step == .reopen, isOpen { return false }
        if step == .postpone, !isOpen { throw notOpen(record, writer) }
        return try writer.edit(entity.kind, id, changes)
      }
      // Of what comes again the next is told of.
      try writer.settle()
      editing.report(step.deed)
    }
  }

  private static func notOpen(_ record: Record, _ reader: Reader) -> CRMError {
    let entity = record.entity
    let code = (try? reader.label(record.kind, record.id)) ?? ""
    return CRMError(
      .conflict, "\(entity.label.en.lowercased()) \(code) is no longer open",
      vi: "\(entity.label.vi.lowercased()) \(code) không còn mở",
      hints: [
        Label(
          "Reopen it first: crm \(entity.kind.rawValue) reopen \(code)",
          vi: "Mở lại trước: crm \(entity.kind.rawValue) reopen \(code)")
      ])
  }
}
