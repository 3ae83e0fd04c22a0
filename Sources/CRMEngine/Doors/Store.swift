import CRMValues
import GRDB

/// The database: one file, two doors. Everything read passes ``read(as:at:_:)`` and everything
/// written ``write(as:command:at:dryRun:_:)``; both know who acts. There is no third door.
public final class Store {
  public let path: String
  /// The kinds of the business whose database it is.
  public let catalogue: Catalogue
  /// What was done to the database when it was opened, where it was of an older format.
  public let upgrade: Upgrade?
  private let queue: DatabaseQueue
  private let patience: Patience
  /// How many records of a kind are few for an actor to see, so that they are looked up once.
  package var few = GuardedTables.few

  init(
    _ catalogue: Catalogue, path: String, queue: DatabaseQueue, patience: Patience,
    upgrade: Upgrade? = nil
  ) {
    self.catalogue = catalogue
    self.path = path
    self.queue = queue
    self.patience = patience
    self.upgrade = upgrade
  }

  /// Runs a body that reads, on one consistent state of the data, on behalf of an actor.
  ///
  /// - Parameter action: what it is for; records are seen as far as that reaches, too.
  public func read<T>(
    as actor: Actor, for action: Action = .view, at moment: Moment,
    _ body: (Reader) throws -> T
  ) throws -> T {
    try Store.guarded(path) {
      try queue.inDatabase { db in
        var result: T?
        try db.inTransaction(.deferred) {
          try checkFormat(db)
          let cache = StatementCache(db)
          let actor = try Store.known(actor, cache)
          try Identity.check(actor, cache, at: path)
          let rights = try Rights(of: actor.user, cache, catalogue)
            .seeing(asFarAs: action, catalogue)
          let guarded =
            rights.isEverything
            ? nil : try GuardedTables(rights, actor, cache, catalogue, few: few)
          result = try body(
            try Reader(
              cache: cache, catalogue: catalogue, actor: actor, rights: rights, moment: moment,
              guarded: guarded))
          return .rollback
        }
        guard let result else { throw Interruption.error }
        return result
      }
    }
  }

  /// Runs a body that writes, as one operation in one transaction: all of it lands and can be
  /// undone together, or nothing does.
  ///
  /// - Parameters:
  ///   - command: the command line as it is to stand in the log, secrets removed.
  ///   - dryRun: everything is carried out, then taken back.
  /// - Returns: what the body returns; the operation's number is ``Writer/operation``.
  @discardableResult
  public func write<T>(
    as actor: Actor, command: String, at moment: Moment, dryRun: Bool = false,
    _ body: (Writer) throws -> T
  ) throws -> T {
    patience.begin()
    defer { patience.end() }
    let turn = WriteTurn.awaited(at: path, patience)
    defer { turn?.end() }
    try Interruption.check()
    var stage = DatabaseFailure.Stage.writing
    do {
      return try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          patience.end()
          try checkFormat(db)
          let cache = StatementCache(db)
          let known = try Store.known(actor, cache)
          try Identity.check(known, cache, at: path)
          let writer = try Writer(
            cache: cache, catalogue: catalogue, actor: known,
            rights: try Rights(of: known.user, cache, catalogue), moment: moment,
            command: command)
          result = try body(writer)
          try writer.finish()
          try Interruption.check()
          guard !dryRun else { return .rollback }
          stage = .committing
          return .commit
        }
        guard let result else { throw Interruption.error }
        return result
      }
    } catch let error as DatabaseError {
      throw DatabaseFailure.error(error, path: path, at: stage)
    }
  }

  /// Refuses a database that was replaced by an older one since it was opened, while this command
  /// waited for its turn.
  private func checkFormat(_ db: Database) throws {
    guard try Format.number(db) == catalogue.migrations.current else {
      throw DatabaseFailure.replaced(path)
    }
  }

  /// Closes the database; the last to close it puts everything into the one file. What was
  /// committed is safe without this.
  public func close() { try? queue.close() }
}
