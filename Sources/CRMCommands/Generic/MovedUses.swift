import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// What refers to an entry that is to be deleted: it goes to another, which `--to` names, or the
/// entry stays.
enum MovedUses {
  static func options(_ entity: Entity) -> [Option] {
    guard entity.isEntry else { return [] }
    return [
      Option(
        "to", value: .one("OTHER", .codes(kind: entity.kind.rawValue)),
        Label(
          "What refers to a deleted one refers to this one from then on",
          vi: "Nơi đang dùng mục bị xóa sẽ chuyển sang mục này"))
    ]
  }

  static func details(_ entity: Entity) -> [Label] {
    guard entity.isEntry else { return [] }
    return [
      Label(
        "One that others refer to is not deleted until --to says which one takes its place there.",
        vi: "Mục đang được dùng chỉ xóa được khi --to chỉ rõ mục thay thế.")
    ]
  }

  /// Moves what refers to entries to the one that `--to` names.
  ///
  /// - Throws: ``CRMError`` that says what refers to them, where it names none.
  static func move(_ entity: Entity, _ ids: [Int64], _ writing: Writing) throws {
    guard entity.isEntry, !ids.isEmpty else { return }
    let writer = writing.writer
    for id in ids {
      if let record = try writer.record(entity.kind, id) { try writer.permit(.delete, record) }
    }
    let uses = Uses(writer, of: entity.kind)
    let count = try uses.count(ids)
    guard let name = writing.invocation.value("to") else {
      guard count.isNone else { throw try inUse(entity, ids, count, writer) }
      return
    }
    let other = try writer.one(entity.kind, name)
    guard !ids.contains(other) else {
      throw CRMError(
        .usage, "--to: \(entity.called(name).en) is to be deleted itself",
        vi: "--to: \(entity.called(name).vi) cũng nằm trong số bị xóa")
    }
    for id in ids { try uses.move(id, to: other, sparing: Set(ids)) }
    guard !count.kinds.isEmpty else { return }
    let words = writing.tense(Deed("move", past: "Moved", vi: "chuyển"))
    let what = RecordCounts.list(count.kinds)
    let called = entity.called(try writer.label(entity.kind, other))
    writing.say(
      "\(words.en) \(what.en) to \(called.en).", vi: "\(words.vi) \(what.vi) sang \(called.vi).")
  }

  private static func inUse(
    _ entity: Entity, _ ids: [Int64], _ count: Uses.Count, _ writer: Writer
  ) throws -> CRMError {
    let names = try ids.map { try writer.label(entity.kind, $0) }
    let called =
      names.count == 1 ? entity.called(names[0]) : RecordCounts.name(entity, names.count)
    var by = RecordCounts.list(count.kinds)
    if count.hasHidden {
      let others = Label("records of others", vi: "bản ghi của người khác")
      by = count.kinds.isEmpty ? others : [by, others].joined(separator: ", ")
    }
    let noun = entity.kind.rawValue
    let codes = names.prefix(3).map(shellWord).joined(separator: " ")
    let more = names.count > 3 ? " …" : ""
    return CRMError(
      .request, "\(called.en) \(ids.count == 1 ? "is" : "are") still used by \(by.en)",
      vi: "\(called.vi) đang được dùng: \(by.vi)",
      hints: [
        Label(
          "Say which one takes its place: crm \(noun) delete \(codes)\(more) --to OTHER",
          vi: "Hãy chỉ mục thay thế: crm \(noun) delete \(codes)\(more) --to MỤC-KHÁC")
      ] + names.prefix(1).flatMap(Nouns.own(entity.kind).inUseHints))
  }
}
