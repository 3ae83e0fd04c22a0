import CRMValues

/// What a kind of record means beyond being kept, written beside its declaration and asked by the
/// doors at fixed points of one ordered pipeline, which add, edit, import's dry check, undo and
/// restore all run; undo and restore put back what was, and so complete nothing:
///
/// `complete` → `derive` → `check` → written, `keep` → `follow`, `hear` → `settle`, and once at the
/// end `finish`. An undo ends with `checkReversed`; deleting asks `checkDeleting` first; and
/// `upkeep` says what of all this can be worked out anew.
///
/// There is one object an operation and kind, made when a record of the kind is first written.
/// Every requirement has an empty default: rules say what they mean and nothing else, and a kind
/// without rules costs nothing.
package protocol Rules: Behaviour {
  init(_ writer: Writer) throws

  /// What they keep that follows from other data, what others follow from first.
  static var upkeep: [Upkeep] { get }

  /// Returns the names of further fields that a record cannot do without.
  func requiredFields() throws -> [String]

  /// Fills what is absent from a new record before its defaults do, or changes what a change
  /// brings along.
  ///
  /// - Parameters:
  ///   - values: one value a field, by position.
  ///   - old: the record as it stands; nil for a new one.
  ///   - changed: the positions that change; what is changed beside them is appended.
  /// - Throws: ``CRMError`` where the record cannot become what is wanted.
  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws

  /// Fills the computed fields that follow from the record's own values.
  func derive(_ values: inout [Value], _ old: Record?) throws

  /// Refuses a record that must not be. Only reads.
  ///
  /// - Parameters:
  ///   - old: the record as it stands; nil for a new one.
  ///   - changed: the positions that change; nil for a new record, and for one that comes back.
  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws

  /// Refuses what an undo has made of a record, once all of it was taken back.
  func checkReversed(_ record: Record) throws

  /// Refuses to change fields of a record, where the rules decide who may: also where an undo does.
  func checkEditing(_ record: Record, _ changed: [Int]) throws

  /// Refuses to delete or bring back a record. Only reads.
  func checkDeleting(_ record: Record) throws

  /// Keeps what records are found by beside what the engine keeps.
  ///
  /// - Parameters:
  ///   - old: what the record was; nil where it was not live.
  ///   - new: what it is; nil where it no longer is live.
  ///   - changed: the positions that changed; nil for all.
  func keep(_ id: Int64, old: [Value]?, new: [Value]?, changed: [Int]?) throws

  /// Notes a key of a phone or email that was written.
  func noteKey(_ key: String)

  /// Gathers what a written record means for others.
  func follow(_ written: Written) throws

  /// Hears that a record of another kind which refers, or referred, to one of theirs was written.
  func hear(of id: Int64) throws

  /// Hears that the values of a record were taken away for good, so that nothing brings them back.
  func removed(_ record: Record) throws

  /// Hears that records in the trash are about to be destroyed.
  ///
  /// - Parameter ids: a query of their ids, in parentheses.
  func destroying(_ ids: String) throws

  /// Hears that a record was shared, or no longer is.
  ///
  /// - Parameter rights: what it is shared for; nil where the share ended.
  func shared(with principal: Principal, rights: String?)

  /// Hears that a setting they watch changed.
  func settingChanged(_ key: String) throws

  /// How many records wait to be settled.
  var pending: Int { get }

  /// Carries out what was gathered, in bulk. Called until nothing is gathered any more.
  func settle() throws

  /// Writes what is kept beside the operation, whose own row stands by now.
  func finish() throws

  /// Begins what may be taken back by itself: a record of several writes.
  func begin()

  /// Hears that what may be taken back has landed.
  func land()

  /// Forgets what was gathered since ``begin()``, and what was read of tables meanwhile. What is
  /// worked out once more in vain may stay.
  func takeBack()

  /// Returns what a followed field holds after an event.
  func moved(_ field: Field, _ value: Value, by event: Value) throws -> Value

  /// Returns what a followed field holds after an event of the log, when what stands is worked
  /// out anew.
  func replayed(_ field: Field, _ value: Value, by change: ChangeBody.Moved) throws -> Value

  /// Whether marking a record by an event leaves the time of its last change as it was.
  func isMark(_ changed: [Int]) -> Bool

  /// Refuses to leave the duplicate check out.
  func permitDuplicates() throws

  /// Whether a record of theirs may name one that the actor does not see.
  func mayName(_ kind: Kind, _ id: Int64) throws -> Bool

  /// Hears that records come in from a file.
  ///
  /// - Parameters:
  ///   - firstNewID: the first id that is theirs.
  ///   - fields: the names of the fields that the file gives.
  func willImport(from firstNewID: Int64, fields: [String])

  /// Hears that additions are gathered from now on, or no longer are.
  func gathering(_ isGathering: Bool)

  /// Prepares for many additions to few records.
  ///
  /// - Returns: whether the keys of phones and emails may wait as well.
  func prepareForMany() throws -> Bool
}

/// A record that was written: what it was and what it is.
package struct Written {
  package let entity: Entity
  package let id: Int64
  /// The record before; nil where it was not live.
  package let old: Record?
  /// Its values now; nil where it no longer is live.
  package let new: [Value]?
  /// Whether it never was there before: nothing can refer to it yet, and only then it means
  /// something for others.
  package let isNew: Bool
}

extension Written {
  /// Whether a live record is new, came back, or changed in one of some positions.
  package func changes(_ positions: [Int]) -> Bool {
    guard let new else { return false }
    guard let old else { return true }
    return positions.contains { old.values[$0] != new[$0] }
  }
}

extension Rules {
  package static var upkeep: [Upkeep] { [] }
  package func requiredFields() throws -> [String] { [] }
  package func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {}
  package func derive(_ values: inout [Value], _ old: Record?) throws {}
  package func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {}
  package func checkReversed(_ record: Record) throws {}
  package func checkEditing(_ record: Record, _ changed: [Int]) throws {}
  package func checkDeleting(_ record: Record) throws {}
  package func keep(_ id: Int64, old: [Value]?, new: [Value]?, changed: [Int]?) throws {}
  package func noteKey(_ key: String) {}
  package func follow(_ written: Written) throws {}
  package func hear(of id: Int64) throws {}
  package func removed(_ record: Record) throws {}
  package func destroying(_ ids: String) throws {}
  package func shared(with principal: Principal, rights: String?) {}
  package func settingChanged(_ key: String) throws {}
  package var pending: Int { 0 }
  package func settle() throws {}
  package func finish() throws {}
  package func begin() {}
  package func land() {}
  package func takeBack() {}
  package func moved(_ field: Field, _ value: Value, by event: Value) throws -> Value { event }
  package func replayed(
    _ field: Field, _ value: Value, by change: ChangeBody.Moved
  ) throws -> Value { try moved(field, value, by: change.new) }
  package func isMark(_ changed: [Int]) -> Bool { false }
  package func permitDuplicates() throws {}
  package func mayName(_ kind: Kind, _ id: Int64) throws -> Bool { false }
  package func willImport(from firstNewID: Int64, fields: [String]) {}
  package func gathering(_ isGathering: Bool) {}
  package func prepareForMany() throws -> Bool { false }
}
