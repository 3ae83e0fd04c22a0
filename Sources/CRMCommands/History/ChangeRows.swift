import CRMCore
import CRMEngine
import CRMValues

/// Changes of records as rows of a table: what was done, and each field's old and new value.
struct ChangeRows {
  static let action = RowColumn(
    "action",
    .choice([
      Choice("add", Label("added", vi: "thêm")), Choice("edit", Label("changed", vi: "sửa")),
      Choice("remove", Label("removed", vi: "gỡ bỏ")),
      Choice("trash", Label("deleted", vi: "xóa")),
      Choice("restore", Label("restored", vi: "khôi phục")),
      Choice("destroy", Label("destroyed", vi: "xóa vĩnh viễn")),
      Choice("follow", Label("moved on", vi: "chuyển theo")),
      Choice("merge", Label("merged", vi: "gộp")),
    ]), Label("Action", vi: "Hành động"))

  static let fields: [RowColumn] = [
    RowColumn("field", .text, Label("Field", vi: "Trường"), stays: true),
    RowColumn("old", .text, Label("Old", vi: "Cũ"), stays: true),
    RowColumn("new", .text, Label("New", vi: "Mới"), stays: true),
  ]

  private let session: Session
  private let reader: Reader
  private let style: CellStyle

  init(_ session: Session, _ reader: Reader, form: OutputForm) {
    self.session = session
    self.reader = reader
    style = session.style(form)
  }

  /// Returns a row a field, or one row where the whole record came or went.
  ///
  /// - Parameter deed: what the command calls what it did, which people read instead of a plain
  ///   “changed”.
  func rows(of change: Change, as deed: Label? = nil) throws -> [[Value]] {
    let action = action(of: change, deed)
    if !change.merged.isEmpty {
      return try change.merged.map { id in
        [action, .null, .null, .text(try reader.label(change.kind, id))]
      }
    }
    guard !change.fields.isEmpty else { return [[action, .null, .null, .null]] }
    return try change.fields.map { field, old, new in
      let name = style.audience == .programs ? field.name : session.text(field.label)
      return [action, .text(name), try text(old, field), try text(new, field)]
    }
  }

  /// Returns the rows of a change of what belongs to the record: a line of the document, a share.
  /// The whole of it is the old or the new value; of an edit each field.
  func rows(ofBelonging change: Change, as deed: Label? = nil) throws -> [[Value]] {
    let entity = Catalogue.entity(change.kind)
    let name = style.audience == .programs ? entity.kind.rawValue : session.text(entity.label)
    let what = try text(of: change)
    if change.action == .edit {
      return try rows(of: change, as: deed).map { row in
        [row[0], .text("\(name) \(what): \(row[1].text ?? "")"), row[2], row[3]]
      }
    }
    let isGone = change.action == .remove || change.action == .trash
    return [
      [
        action(of: change, deed), .text(name), isGone ? .text(what) : .null,
        isGone ? .null : .text(what),
      ]
    ]
  }

  private func action(of change: Change, _ deed: Label?) -> Value {
    guard let deed, style.audience != .programs, [.add, .edit, .merge].contains(change.action)
    else {
      return .text(ChangeRows.key(change.action))
    }
    return .text(session.text(deed))
  }

  private func text(of change: Change) throws -> String {
    let entity = Catalogue.entity(change.kind)
    if let share = try ShareRow(after: change, reader) {
      let rights = ShareCommand.rightsChoices.first { $0.key == share.rights }?.label
      let words = style.audience == .programs ? share.rights : rights.map(session.text)
      return "\(try reader.text(of: share.principal)) (\((words ?? share.rights).lowercased()))"
    }
    guard let values = try OperationLog.values(after: change, reader) else { return "" }
    let isLine = entity.traits.contains(.part)
    let names = isLine ? Array((entity.form?.fields ?? []).prefix(3)) : entity.listed
    return try names.compactMap { name in
      guard let position = entity.position(of: name), name != entity.holder?.name else {
        return nil
      }
      return try text(values[position], entity.fields[position]).text
    }.joined(separator: isLine ? " × " : " ")
  }

  /// Returns the rows of a change with the kind and the name of its record before them; of a part
  /// those of the record it stands in, and the part in words.
  func namedRows(of change: Change, as deed: Label? = nil) throws -> [[Value]] {
    let entity = Catalogue.entity(change.kind)
    if entity.traits.contains(.part), let field = entity.holder, let kind = field.target,
      let values = try OperationLog.values(after: change, reader),
      let holder = values[entity.place(of: field.name)].integer
    {
      let head = try head(Catalogue.entity(kind), holder)
      return try rows(ofBelonging: change, as: deed).map { head + $0 }
    }
    let head = try head(entity, change.record)
    return try rows(of: change, as: deed).map { head + $0 }
  }

  /// Returns kind and name of a record; its number where it is gone.
  private func head(_ entity: Entity, _ id: Int64) throws -> [Value] {
    let noun =
      style.audience == .programs ? entity.kind.rawValue : session.text(entity.label)
    return [.text(noun), .text(try reader.label(entity.kind, id))]
  }

  private func text(_ value: Value, _ field: Field) throws -> Value {
    switch (field.kind, value) {
    case (.reference(let kind), .integer(let id)): return .text(try reader.label(kind, id))
    case (.references(let kind), .list(let ids)):
      let names = try ids.map { try reader.label(kind, $0) }
      return names.isEmpty ? .null : .text(names.joined(separator: "; "))
    default:
      let text = field.kind.cell(value, style).text
      return text.isEmpty ? .null : .text(text)
    }
  }

  private static func key(_ action: ChangeAction) -> String {
    switch action {
    case .add: return "add"
    case .edit: return "edit"
    case .follow: return "follow"
    case .remove: return "remove"
    case .trash: return "trash"
    case .restore: return "restore"
    case .destroy: return "destroy"
    case .merge: return "merge"
    }
  }
}
