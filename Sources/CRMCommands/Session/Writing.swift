import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// One operation while the write door is open: the writer, the tense in which it will be told, and
/// what is to be told once it has landed.
final class Writing {
  let session: Session
  let writer: Writer
  let tense: Tense
  private(set) var isTakenBack = false
  private var tellings: [() throws -> Void] = []
  private var failing: [() -> Void] = []

  init(_ session: Session, _ writer: Writer, _ tense: Tense) {
    self.session = session
    self.writer = writer
    self.tense = tense
  }

  var invocation: Invocation { session.invocation }

  /// Whether the data will have changed for good.
  var lands: Bool { tense == .past && !isTakenBack }

  /// Takes the whole operation back when the work is done; what is to be told is told.
  func takeBack() { isTakenBack = true }

  /// Tells something when the operation has landed, or has been taken back.
  func afterwards(_ tell: @escaping () throws -> Void) { tellings.append(tell) }

  /// Does something where the operation does not come to its end, so that nothing of it is left
  /// beside the database either.
  func otherwise(_ mend: @escaping () -> Void) { failing.append(mend) }

  /// Does what was kept for an operation that failed.
  func fail() {
    for mend in failing { mend() }
    forget()
  }

  /// Says a sentence when the operation has landed.
  func say(_ en: String, vi: String) {
    afterwards { [session] in session.say(en, vi: vi) }
  }

  /// Tells what was kept for afterwards.
  func tell() throws {
    let kept = tellings
    forget()
    for telling in kept { try telling() }
  }

  /// Drops what was to be told or done, and with it all that it holds.
  func forget() { (tellings, failing) = ([], []) }
}
