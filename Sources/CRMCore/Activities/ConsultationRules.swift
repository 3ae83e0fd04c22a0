import CRMEngine

/// A consultation is of whoever gave it, and of the customer of what it hangs on.
final class ConsultationRules: Rules {
  static let kind = Kind.consultation

  private let activity: Activity

  init(_ writer: Writer) throws {
    activity = Activity(
      writer, customer: try ConsultationField.customer.position,
      about: try ConsultationField.about.position,
      owner: try ConsultationField.owner.position)
  }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    try activity.complete(&values, old, &changed)
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    try activity.check(values, changed)
  }
}
