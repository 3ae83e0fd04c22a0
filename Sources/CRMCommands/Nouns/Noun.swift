import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// What a noun has of its own, beside what follows from the declaration of its kind. Each noun
/// that has something says so in its folder; the generic commands ask this value and name no kind.
struct Noun: Sendable {
  /// The criteria of a list, in place of those that follow from the declaration.
  struct Criteria: Sendable {
    let options: @Sendable () -> [Option]
    /// Returns what the options ask for. `isTold` is whether what was looked up on the way may be
    /// told; else the conditions are as they can be typed.
    let conditions: @Sendable (Session, Reader, _ isTold: Bool) throws -> [Expression]
  }

  /// What `show` can put out in place of the whole record.
  struct Showing: Sendable {
    let options: @Sendable () -> [Option]
    /// Puts the record out as the options ask; returns false where they ask for nothing.
    let put: @Sendable (Int64, Session, Reader) throws -> Bool
  }

  let kind: Kind
  /// The heading under which help lists the noun; where it is nil the declaration decides.
  var section: Label?
  /// Its own verbs. One with the words of a generic verb stands in that one's place.
  var verbs: @Sendable () -> [Command<Session>] = { [] }
  /// Generic verbs that make no sense for it.
  var without: Set<String> = []
  /// The examples of `add`, `edit`, `list` or `show` in place of the usual ones.
  var examples: @Sendable (_ verb: String) -> [Example]? = { _ in nil }
  /// Further paragraphs of the help of `hand-over`.
  var handOverDetails: [Label] = []
  /// What `hand-over` is said to do where the kind has a verb of its own beside it.
  var handOverSummary: Label?
  /// Further options of `add`, `duplicate` and `edit`.
  var formOptions: @Sendable () -> [Option] = { [] }
  /// Whether its records can have custom fields.
  var takesCustomFields = true
  var criteria: Criteria?
  var showing: Showing?
  /// Its place among the kinds that are searched together; nil leaves it out.
  var searchRank: Int?
  /// Returns where else the words of a search are than in the record of a code.
  var foundElsewhere:
    @Sendable (_ code: String, _ words: String, Session, Reader) throws -> String? = {
      _, _, _, _ in nil
    }
  /// The amount that is told of a record that was added, in place of its name.
  var told: String?
  /// Puts out below a record what no field or list of it holds.
  var below: @Sendable (Int64, Session, Reader) throws -> Void = { _, _, _ in }
  /// Copies what no field or part of a record holds to a copy of it.
  var copyBeside: @Sendable (_ from: Int64, _ to: Int64, Writer) throws -> Void = { _, _, _ in }
  /// What is to be said of a record that was added.
  var notes: @Sendable (Record) -> [Label] = { _ in [] }
  /// What is to be said of an entry that an import added, by its name.
  var entryNotes: @Sendable (_ name: String) -> [Label] = { _ in [] }
  /// Whether a copy is made without a field, beside those no two records can share.
  var isNotCopied: @Sendable (Field) -> Bool = { _ in false }
  /// The command that adds one to the record of a code, where it is no plain `add`.
  var addLine: (@Sendable (_ code: String, Session) -> String)?
  /// The command that adds to a list field of the record of a code, where it is no plain `edit`.
  var extendLine: @Sendable (_ field: Field, _ code: String) -> String? = { _, _ in nil }
  /// Further ways out where one of a name is not deleted because others refer to it.
  var inUseHints: @Sendable (_ name: String) -> [Label] = { _ in [] }
  /// Whether a telephone keeps its records, as vCards.
  var hasCards = false

  init(_ kind: Kind) { self.kind = kind }

  /// Makes a noun and fills in what it has.
  init(_ kind: Kind, _ fill: (inout Noun) -> Void) {
    self.init(kind)
    fill(&self)
  }
}
