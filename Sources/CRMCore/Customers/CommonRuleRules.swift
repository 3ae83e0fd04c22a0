import CRMEngine

/// A rule of common customers, whose change is taken up at once.
final class CommonRuleRules: Rules {
  static let kind = Kind.commonRule

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func follow(_ written: Written) throws {
    try writer.rules(CustomerRules.self).knownAutomaticRules = nil
    let moving = try [CommonRuleField.condition, .active].map { try $0.position }
    if written.changes(moving) { try writer.applyCommonRule(written.id) }
  }
}
