import CRMEngine

/// A note is of whoever wrote it, and of the customer of what it hangs on.
final class NoteRules: Rules {
  static let kind = Kind.note

  private let activity: Activity

  init(_ writer: Writer) throws {
    activity = Activity(
      writer, customer: try NoteField.customer.position, about: try NoteField.about.position,
      owner: try NoteField.owner.position)
  }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    try activity.complete(&values, old, &changed)
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    try activity.check(values, changed)
  }
}
