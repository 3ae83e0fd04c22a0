/// How records of a kind stand in time: what an agenda shows of them, and how people move them on.
public struct Schedule: Sendable {
  /// The field of the day or moment at which a record is due or begins.
  public let at: String
  /// The field of when it ends; nil where it takes no time.
  public let until: String?
  /// The choice that says whether it is still to come: one of its open values.
  public let status: String
  /// Whether people finish, cancel, reopen and postpone records: `done`, `cancel`, `reopen`,
  /// `postpone`.
  public let isMoved: Bool
  /// The rule by which a record comes again; nil for kinds that do not.
  public let recurrence: String?

  /// The field of what came of it; nil where that is not asked for.
  public let result: String?

  public init(
    at: String, until: String? = nil, status: String = "status", moved isMoved: Bool = true,
    recurrence: String? = nil, result: String? = nil
  ) {
    self.at = at
    self.until = until
    self.status = status
    self.isMoved = isMoved
    self.recurrence = recurrence
    self.result = result
  }
}
