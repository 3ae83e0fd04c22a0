import CRMCore
import CRMEngine
import CRMValues

/// Carries commands out. What a command is declared to do decides how: the door that opens, the
/// operation, the question before it, and whether `--dry-run` takes it back. No command does any
/// of this itself.
struct Runner {
  private let session: Session
  private let tense: Tense

  init(_ session: Session) {
    self.session = session
    let invocation = session.invocation
    let isDry = invocation.declares("dry-run") && invocation.has("dry-run")
    tense = isDry ? .conditional : .past
  }

  /// Opens the read door, once all that is piped is there.
  func run(_ look: Look) throws {
    try session.awaitInput()
    try session.read(for: look.action, look.body)
  }

  /// Carries work out, and what follows it: each an operation of its own.
  func run(_ work: Work?) throws {
    var work = work
    while let current = work {
      try ask(current.question, of: current)
      try session.awaitInput()
      if tense == .past { try current.beginning() }
      try write(current)
      work = tense == .past ? try current.next() : nil
    }
  }

  /// Puts another database in the place of this one.
  func run(_ replacement: Replacement) throws {
    try replacement.body({ try ask($0, of: nil) }, tense)
  }

  /// Takes an operation back that was carried out.
  private struct TakenBack: Error {}

  private func write(_ work: Work) throws {
    var writing: Writing?
    defer { writing?.forget() }
    do {
      try session.write(isKept: tense == .past) { writer in
        let opened = Writing(session, writer, tense)
        writing = opened
        try work.body(opened)
        if tense == .conditional, work.isPreviewed { try Preview.put(writer, session) }
        if opened.isTakenBack { throw TakenBack() }
      }
    } catch is TakenBack {
    } catch {
      writing?.fail()
      throw error
    }
    try writing?.tell()
  }

  private func ask(_ question: Work.Question?, of work: Work?) throws {
    guard tense == .past else { return }
    switch question {
    case .many(let kind, let deed, let count): try askOfMany(kind, deed, count)
    case .typedBack(let word, let what, let kept, let isWord):
      try askBack(word, what, kept, isWord)
    case .rehearsed(let kind, let always, let deed):
      if let work { try askOfRehearsed(work, kind, always, deed) }
    case .shown(let show): try askOfShown(show)
    case nil: break
    }
  }

  /// Asks for a yes.
  private func consent(_ deed: Label) throws {
    let answer =
      try session.ask(
        Label("\(deed.en)? [y/N] ", vi: "\(deed.vi)? [c/K] ")
      ).map(folded) ?? ""
    guard ["y", "yes", "c", "co"].contains(answer) else {
      throw CRMError(.request, "nothing was changed", vi: "không thay đổi gì")
    }
  }

  /// Asks before a change to three or more records on a terminal (RULES 1.8).
  private func askOfMany(
    _ kind: Kind, _ deed: Selection.Wording, _ count: (Reader) throws -> Int
  ) throws {
    guard isConsentWanted else { return }
    let count = try session.read(count)
    guard count >= Runner.many else { return }
    try agree(deed(RecordCounts.name(Catalogue.entity(kind), count)))
  }

  /// From how many records on a change is asked about.
  private static let many = 3

  private var isConsentWanted: Bool {
    (session.canAsk || session.environment.isUnheard) && !session.invocation.has("yes")
  }

  /// Shows what the work comes to, and asks; what is refused is refused before anybody is asked.
  private func askOfRehearsed(
    _ work: Work, _ kind: Kind, _ always: Bool, _ deed: (Reader) throws -> Label
  ) throws {
    guard isConsentWanted else { return }
    var rehearsal: Writing?
    var lines: [String] = []
    defer { rehearsal?.forget() }
    let question: Label? = try session.rehearse { writer in
      let question = try deed(writer)
      let opened = Writing(session, writer, .conditional)
      rehearsal = opened
      try work.body(opened)
      guard try always || Consequences.count(writer) >= Runner.many else { return nil }
      lines = try Consequences.lines(writer, session, chosen: kind)
      return question
    }
    guard let question else { return }
    if !session.environment.isUnheard {
      try rehearsal?.tell()
      for line in lines { session.say(Label(same: line)) }
    }
    try agree(question)
  }

  /// Asks for a yes, or refuses where nobody could give it.
  private func agree(_ deed: Label) throws {
    guard !session.environment.isUnheard else {
      throw CRMError(
        .usage, "\(deed.en)? Nothing was changed: this command reads a file, so it cannot ask",
        vi: "\(deed.vi)? Chưa thay đổi gì: lệnh có tệp nên không hỏi lại được",
        hints: [
          Label(
            "Look first with --dry-run; --yes says yes.",
            vi: "Hãy xem trước bằng --dry-run; --yes là đồng ý.")
        ])
    }
    try consent(deed)
  }

  /// Asks on a terminal, once it was shown what it is about.
  private func askOfShown(
    _ show: (Reader) throws -> (what: [String], question: Label)?
  ) throws {
    guard session.canAsk, !session.invocation.has("yes"), let shown = try session.read(show) else {
      return
    }
    for line in shown.what { session.say(Label(same: line)) }
    try consent(shown.question)
  }

  private func askBack(
    _ word: String, _ what: Label, _ kept: Label, _ isWord: (String) -> Bool
  ) throws {
    var answer = session.invocation.value("confirm")
    if answer == nil, session.canAsk {
      answer = try session.ask(
        Label(
          "\(what.en). Type “\(word)” to go on: ",
          vi: "\(what.vi). Gõ “\(word)” để tiếp tục: "))
    }
    if let answer, isWord(answer) { return }
    let option = shellWord(word)
    throw CRMError(
      .usage, "\(kept.en): “\(word)” has to be typed to confirm",
      vi: "\(kept.vi): cần gõ “\(word)” để xác nhận",
      hints: [
        Label("In a script: --confirm \(option)", vi: "Trong tập lệnh: --confirm \(option)")
      ])
  }
}
