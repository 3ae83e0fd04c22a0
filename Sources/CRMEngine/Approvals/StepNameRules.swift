/// A role that steps of approvals name decides by whatever name it has (RULES 9.8).
final class RoleRules: Rules {
  static let kind = Kind.role

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func follow(_ written: Written) throws { try writer.renameInSteps(written) }
}

/// So does a group of users.
final class UserGroupRules: Rules {
  static let kind = Kind.userGroup

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func follow(_ written: Written) throws { try writer.renameInSteps(written) }
}
