/// What the system tells of a process and of the host it runs on.
public struct System {
  /// What started a process.
  public enum Starter: Hashable, Sendable {
    /// The program sudo, which runs as root.
    case sudo
    /// A process of the account with this number.
    case account(UInt32)
  }

  /// Reads the file of the host (``Host``); nil where there is none.
  public var hostFile: () throws -> String?
  /// The number of the account that the process runs as.
  public var account: UInt32
  /// Returns the number of the account whose a file or folder is; nil where it cannot be seen.
  public var owner: (String) -> UInt32?
  /// What started the process.
  public var starter: () -> Starter
  /// Returns the names of every account that has a number.
  public var names: (UInt32) -> [String]

  public init(
    account: UInt32, hostFile: @escaping () throws -> String?,
    owner: @escaping (String) -> UInt32?, starter: @escaping () -> Starter,
    names: @escaping (UInt32) -> [String]
  ) {
    self.account = account
    self.hostFile = hostFile
    self.owner = owner
    self.starter = starter
    self.names = names
  }

  /// A host that nobody shares.
  public static var unshared: System {
    System(
      account: 0, hostFile: { nil }, owner: { _ in nil }, starter: { .account(0) },
      names: { _ in [] })
  }
}
