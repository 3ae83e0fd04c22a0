import CRMCore
import CRMEngine
import CRMValues

/// Changes records and counts how many of them changed.
final class RecordEditing {
  /// What is to be changed of each record.
  struct Edit {
    var changes: FieldChanges
    var adding: [(position: Int, value: Value)] = []
    var removing: [(position: Int, value: Value)] = []
    /// The parts that replace those of a document, by kind; the others stay.
    var replacing: [Kind: [TypedPart]] = [:]
  }

  private let entity: Entity
  private let writing: Writing
  private(set) var changed = 0
  private(set) var chosen = 0
  private var name = ""
  private var warnings: [Label] = []

  init(_ entity: Entity, _ writing: Writing) {
    self.entity = entity
    self.writing = writing
    ApprovedOption.apply(writing)
    SeriesOption.apply(writing)
  }

  private var writer: Writer { writing.writer }

  /// What the one record is called, nil where several were chosen or it stayed as it was.
  var onlyName: String? { chosen == 1 && changed == 1 ? name : nil }

  /// Changes the records of the given ids.
  ///
  /// - Throws: ``CRMError`` for what the write door refuses, and for an owner who no longer
  ///   works here.
  func apply(_ edit: Edit, to ids: [Int64]) throws {
    try writer.allowDuplicates(
      writing.invocation.isGiven("allow-duplicate"), of: entity.kind)
    warnings += edit.changes.warnings
    chosen += ids.count
    var told: [Int64] = []
    for id in ids {
      if Interruption.happened { throw Interruption.error }
      var isChanged = try writer.edit(
        entity, id, edit.changes.changes, adding: edit.adding, removing: edit.removing)
      if try replaceParts(edit, of: id) { isChanged = true }
      guard isChanged else { continue }
      changed += 1
      told.append(id)
    }
    try NotifyOption.apply(entity, told, writing)
    if let id = ids.last { name = try writer.label(entity.kind, id) }
  }

  /// Changes the records of the given ids.
  ///
  /// - Parameter change: changes one record; tells whether anything changed.
  func apply(to ids: [Int64], _ change: (Int64) throws -> Bool) throws {
    chosen += ids.count
    for id in ids {
      if Interruption.happened { throw Interruption.error }
      if try change(id) { changed += 1 }
    }
    if let id = ids.last { name = try writer.label(entity.kind, id) }
  }

  private func replaceParts(_ edit: Edit, of id: Int64) throws -> Bool {
    guard !edit.replacing.isEmpty else { return false }
    try DocumentParts.replace(edit.replacing, of: id, entity, writer)
    try DocumentParts.preview(id, of: entity, writing)
    return true
  }

  /// Says how many of how many changed.
  ///
  /// - Parameters:
  ///   - deed: what was done to them.
  ///   - then: what is to be said of the one record behind it.
  func report(_ deed: Deed = .change, then: Label = Label(same: "")) {
    for warning in warnings + writer.takeNotes() { writing.say(warning.en, vi: warning.vi) }
    let en = entity.label.en.lowercased()
    let plural = entity.plural.en.lowercased()
    let vi = entity.label.vi.lowercased()
    let words = writing.tense(deed)
    if chosen == 1 {
      guard changed == 1 else {
        return writing.say(
          "\(entity.label.en) \(name) stays as it is.", vi: "\(entity.label.vi) \(name) giữ nguyên."
        )
      }
      return writing.say(
        "\(words.en) \(en) \(name)\(then.en).", vi: "\(words.vi) \(vi) \(name)\(then.vi).")
    }
    writing.say(
      "\(words.en) \(changed.counted(.en)) of \(chosen.counted(.en)) \(plural).",
      vi: "\(words.vi) \(changed.counted(.vi)) trên \(chosen.counted(.vi)) \(vi).")
  }
}
