import CRMCore
import CRMEngine
import CRMValues

/// What a writing command is about to do, all of it prepared: options read, files opened, forms
/// filled in. The runner asks for consent, opens the write door, carries the work out and tells
/// what came of it; nothing else opens that door.
struct Work {
  /// What has to be answered before the write door opens, so that nobody waits for an answer.
  enum Question {
    /// A change to so many records, asked where they are three or more.
    case many(Kind, as: Selection.Wording, count: (Reader) throws -> Int)
    /// What takes away or moves more than is named: the work is carried out as a dry run first, and
    /// what it came to is shown before it is asked; always, or where three or more records change.
    case rehearsed(Kind, always: Bool, as: (Reader) throws -> Label)
    /// What cannot be undone: a word that has to be typed back. `what` says what will be, `kept`
    /// what is so as long as it is not typed; sentences without their full stops.
    case typedBack(word: String, what: Label, kept: Label, isWord: (String) -> Bool)
    /// What is shown first, and then asked, on a terminal; nil where there is nothing to ask.
    case shown((Reader) throws -> (what: [String], question: Label)?)
  }

  let question: Question?
  /// Whether a dry run shows what changed, a line a record.
  let isPreviewed: Bool
  let body: (Writing) throws -> Void
  /// What is done outside the database before the door opens, once it was agreed to; not by a dry
  /// run.
  private(set) var beginning: () throws -> Void = {}
  /// Prepares the work that follows once this one has landed, as an operation of its own.
  let next: () throws -> Work?

  init(
    asking question: Question? = nil, previewed isPreviewed: Bool = true,
    next: @escaping () throws -> Work? = { nil }, _ body: @escaping (Writing) throws -> Void
  ) {
    self.question = question
    self.isPreviewed = isPreviewed
    self.body = body
    self.next = next
  }

  /// Returns the same work with something that is done outside the database first.
  func beginning(_ begin: @escaping () throws -> Void) -> Work {
    var work = self
    work.beginning = begin
    return work
  }

  /// Work on the records that operands and options choose.
  ///
  /// - Parameter isRehearsed: whether it takes away or moves more than those.
  init(
    on records: ChosenRecords, rehearsed isRehearsed: Bool = false,
    _ body: @escaping (Writing, [Int64]) throws -> Void
  ) {
    let question =
      isRehearsed
      ? Question.rehearsed(records.kind, always: false) { reader in
        let count = try records.ids(reader).count
        return records.deed(RecordCounts.name(Catalogue.entity(records.kind), count))
      } : Question.many(records.kind, as: records.deed) { try records.ids($0).count }
    self.init(asking: question) { writing in
      try body(writing, records.ids(writing.writer))
    }
  }
}

/// What a command does that puts another database in the place of this one: no operation of either.
struct Replacement {
  /// Prepares all of it, asks what it is given a question for, and carries it out in the past tense.
  let body: (_ consent: (Work.Question) throws -> Void, Tense) throws -> Void
}

/// What a reading command does with the open read door.
struct Look {
  /// What it is for; records are seen as far as that reaches, too.
  let action: Action
  let body: (Reader) throws -> Void

  init(for action: Action = .view, _ body: @escaping (Reader) throws -> Void) {
    self.action = action
    self.body = body
  }

  /// A report of figures over records of a kind, which takes a right of its own.
  init(reporting kind: Kind, _ body: @escaping (Reader) throws -> Void) {
    self.init(for: .report) { reader in
      try reader.permit(.report, kind)
      try body(reader)
    }
  }
}

/// The records chosen by codes, `-`, `--where` and `--view`, looked up once.
final class ChosenRecords {
  let kind: Kind
  let deed: Selection.Wording
  private let session: Session
  private let operands: [String]?
  private var known: [Int64]?

  /// - Parameters:
  ///   - operands: the codes; nil for all operands of the command.
  ///   - deed: says what will be done to so many records; the question.
  init(
    _ kind: Kind, _ session: Session, operands: [String]? = nil,
    as deed: @escaping Selection.Wording = Selection.changing
  ) {
    self.kind = kind
    self.deed = deed
    self.session = session
    self.operands = operands
  }

  func ids(_ reader: Reader) throws -> [Int64] {
    if let known { return known }
    let ids = try Selection.ids(kind, session, reader, operands: operands)
    known = ids
    return ids
  }
}
