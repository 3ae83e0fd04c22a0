import CRMEngine

/// A rule of common customers whose condition can be asked.
final class CommonRuleRules: Rules {
  static let kind = Kind.commonRule

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    let entity = Entity.commonRule
    let asked = ["condition", "active"].map(entity.place)
    guard changed?.contains(where: asked.contains) ?? true else { return }
    try writer.checkCondition(
      values[entity.place(of: "condition")].text, of: .customer, knowsMe: false)
  }

  func follow(_ written: Written) throws {
    try writer.rules(CustomerRules.self).knownAutomaticRules = nil
  }
}
