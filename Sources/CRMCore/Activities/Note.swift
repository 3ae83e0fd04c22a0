import CRMEngine
import CRMValues

extension Kind {
  public static let note = Kind(43, "note")
}

extension Entity {
  /// What somebody wrote down about a customer, or about what belongs to one.
  public static let note = Entity(
    .note, Label("Note", vi: "Ghi chú"), plural: Label("Notes", vi: "Ghi chú"),
    codePrefix: "GC", codeLabel: Label("Code", vi: "Mã ghi chú"),
    fields: [
      ActivityFields.customer,
      Field("title", .text, Label("Title", vi: "Tiêu đề"), headers: ["Subject"]),
      Field(
        "content", .longText, Label("Content", vi: "Nội dung"), required: true,
        headers: ["Ghi chú", "Text"]),
      StandardFields.owner, ActivityFields.about,
    ],
    traits: [.ownedByAuthor, .tagged], nameField: "content", search: ["code", "content"],
    listed: ["code", "customer", "content", "owner", "created"],
    yields: ["owner", "created"],
    happens: "created",
    indexes: [["customer", "deleted", "created"]])
}

/// The fields of a note that rules look at.
package enum NoteField: String, FieldHandle {
  case customer, about, owner

  package static var entity: Entity { .note }
}
