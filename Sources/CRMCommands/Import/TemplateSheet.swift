import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// The headings of one kind as they are to be filled in: a column for each field that can be
/// typed, and for each of its parts'.
struct TemplateSheet {
  /// More entries than a person would look through.
  private static let choiceLimit = 1000

  private let entity: Entity
  private let session: Session
  private let reader: Reader

  init(_ kind: Kind, _ session: Session, _ reader: Reader) {
    entity = reader.entity(kind)
    self.session = session
    self.reader = reader
  }

  /// Returns the sheet.
  ///
  /// - Parameter withChoices: whether the file can hold drop-downs, marks and comments.
  func sheet(withChoices: Bool) throws -> OutputSheet {
    var columns: [OutputColumn] = []
    for part in [entity] + entity.parts.map(Catalogue.entity) {
      for field in FieldOptions.typable(part) where field.target != entity.kind || part === entity {
        columns.append(try column(field, of: part, withChoices: withChoices))
      }
    }
    return OutputSheet(
      key: entity.kind.rawValue, title: session.text(entity.plural), columns: columns)
  }

  private func column(_ field: Field, of part: Entity, withChoices: Bool) throws -> OutputColumn {
    var column = OutputColumn(
      key: field.name, title: session.text(field.label), kind: field.kind.columnKind)
    guard withChoices else { return column }
    column.isRequired =
      FieldOptions.isNeeded(field) || part.requiredOnImport.contains(field.name)
    column.choices = try choices(field)
    // A list may get new entries, and a cell name several.
    column.allowsOthers = field.target != nil
    column.note = note(field, isRequired: column.isRequired)
    return column
  }

  private func choices(_ field: Field) throws -> [String] {
    switch field.kind {
    case .choice, .flag: return field.kind.words.map(session.text)
    case .noun(let others):
      return (Catalogue.crm.nounChoices + others).map { session.text($0.label) }
    case .reference(let kind), .references(let kind):
      let target = Catalogue.entity(kind)
      guard target.isList || kind == .user else { return [] }
      var query = Query(kind)
      query.limit = TemplateSheet.choiceLimit
      var names: [String] = []
      let column = try reader.columns([target.referenceField], of: kind)
      try reader.rows(query, column) { _, values in
        if let name = values.first?.text { names.append(name) }
      }
      return names
    case .code, .text, .longText, .integer, .decimal, .percent, .money, .day, .yearlyDay, .instant,
      .moment, .duration, .recurrence, .phones, .emails, .taxCode, .location, .record, .condition:
      return []
    }
  }

  private func note(_ field: Field, isRequired: Bool) -> String {
    var parts: [Label] = []
    if isRequired { parts.append(Label("Required.", vi: "Bắt buộc.")) }
    if let help = field.help { parts.append(help) }
    if field.kind == .code, isRequired {
      parts.append(Label("A code of its own", vi: "Mã riêng"))
    } else {
      parts.append(field.kind.accepted)
    }
    if field.defaultValue != nil, let text = usual(field) { parts.append(text) }
    if entity.takesDash(field) {
      parts.append(
        Label("None: \(Entity.dash)", vi: "Không có: ghi \(Entity.dash)"))
    }
    return parts.map(session.text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What an empty cell of a new record comes to.
  private func usual(_ field: Field) -> Label? {
    if case .choice(let choices) = field.kind,
      let choice = choices.first(where: { $0.key == field.defaultValue })
    {
      return Label(
        "Empty: \(choice.label.en)", vi: "Bỏ trống: \(choice.label.vi)")
    }
    return field.kind == .day || field.kind == .moment
      ? Label("Empty: today", vi: "Bỏ trống: hôm nay") : nil
  }
}
