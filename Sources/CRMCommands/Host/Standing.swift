import CRMArguments
import CRMEngine
import CRMTables
import CRMValues

/// Who acts on which database, and whether a host that is shared says so (RULES 1.10, 11.6).
struct Standing {
  let databasePath: String
  let actor: Actor
  /// Whether a person came through sudo, who chooses neither: then no pager runs, and the only files
  /// are those that standard input and output bring and take.
  let isHosted: Bool
}

extension Environment {
  /// Returns who acts on which database, by what root says of the host, else by the command line.
  ///
  /// - Throws: ``CRMError`` of kind notPermitted where a person of a shared host would choose what is
  ///   not theirs to choose, or cannot be told for sure.
  func standing(_ invocation: Invocation) throws -> Standing {
    let (file, login) = (invocation.value("db"), invocation.value("as"))
    guard let host = try system.hostFile().map(Host.init(reading:)),
      system.owner(host.folder) == system.account
    else {
      if isForAnother { throw HostErrors.noHost }
      let path = databasePath(option: file)
      return Standing(databasePath: path, actor: actor(option: login, on: path), isHosted: false)
    }
    let path = file == nil && (variables["CRM_DB"] ?? "").isEmpty ? host.database : nil
    guard host.identity == .os, let person = try person(host) else {
      if host.identity == .os { try refuseChoosing(invocation, ["as"], ["CRM_USER"]) }
      let path = path ?? databasePath(option: file)
      return Standing(databasePath: path, actor: actor(option: login, on: path), isHosted: false)
    }
    try refuseChoosing(
      invocation, ["as", "db"], ["CRM_USER", "CRM_DB", "CRM_TODAY", "CRM_PAGER", "PAGER", "TZ"])
    try refuseFiles(invocation)
    return Standing(
      databasePath: host.database, actor: Actor(login: person, origin: .person), isHosted: true)
  }

  /// Whether sudo runs the program for a person as another account than root: that is how a host is
  /// shared, and nothing else vouches for what the person would choose then.
  private var isForAnother: Bool {
    guard let number = variables["SUDO_UID"].flatMap({ UInt32($0) }) else { return false }
    return number != 0 && number != system.account && system.account != 0
      && system.starter() == .sudo
  }

  /// Returns the login of the person for whom sudo runs the program; nil where the account that
  /// serves the host runs it itself.
  private func person(_ host: Host) throws -> String? {
    let starter = system.starter()
    guard let text = variables["SUDO_UID"], let number = UInt32(text) else {
      guard starter != .sudo, variables["SUDO_UID"] == nil else { throw HostErrors.untold }
      return nil
    }
    if number == system.account { return nil }
    guard starter == .sudo || starter == .account(number) else {
      throw HostErrors.notThroughSudo(text)
    }
    let names = system.names(number)
    guard let name = names.first else { throw HostErrors.noAccount(text) }
    guard names.count == 1, variables["SUDO_USER"] ?? name == name else {
      throw HostErrors.severalAccounts(text, names + [variables["SUDO_USER"] ?? name])
    }
    return name
  }

  private func refuseChoosing(
    _ invocation: Invocation, _ options: [String], _ names: [String]
  ) throws {
    for option in options where invocation.has(option) { throw HostErrors.chosen("--\(option)") }
    for name in names where variables[name]?.isEmpty == false { throw HostErrors.chosen(name) }
  }

  private func refuseFiles(_ invocation: Invocation) throws {
    for file in invocation.files
    where file.use != .database && file.path != "-" && !file.path.isEmpty {
      guard isExchanging, TarReader.isPlain(file.path) else { throw HostErrors.file(file.path) }
    }
  }
}
