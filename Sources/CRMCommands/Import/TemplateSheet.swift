import CRMCatalogue
import CRMCore
import CRMTables
import CRMValues

/// The headings of one kind as they are to be filled in: a column for each field that can be
/// typed, and for each of its lines'.
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
    let lines = entity.lines.map(Catalogue.entity)
    var columns: [OutputColumn] = []
    for part in [entity, lines].compactMap(\.self) {
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
    case .choice(let choices): return choices.map { session.text($0.label) }
    case .flag: return [Label("Yes", vi: "Có"), Label("No", vi: "Không")].map(session.text)
    case .reference(let kind), .references(let kind):
      let target = Catalogue.entity(kind)
      guard target.unique.contains("name") || kind == .user else { return [] }
      var query = Query(kind)
      query.limit = TemplateSheet.choiceLimit
      var names: [String] = []
      let column = try reader.columns([target.referenceField], of: kind)
      try reader.rows(query, column) { _, values in
        if let name = values.first?.text { names.append(name) }
      }
      return names
    case .code, .text, .longText, .integer, .decimal, .percent, .money, .day, .yearlyDay, .instant,
      .phones, .emails, .taxCode, .location:
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
      parts.append(TemplateSheet.accepted(field.kind))
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
    return field.kind == .day ? Label("Empty: today", vi: "Bỏ trống: hôm nay") : nil
  }

  /// What a cell may hold.
  private static func accepted(_ kind: FieldKind) -> Label {
    switch kind {
    case .code: return Label("A code, generated where empty", vi: "Mã, tự sinh nếu bỏ trống")
    case .text, .longText: return Label("Text", vi: "Chữ")
    case .choice(let choices):
      let en = choices.map(\.label.en).joined(separator: ", ")
      let vi = choices.map(\.label.vi).joined(separator: ", ")
      return Label("One of: \(en)", vi: "Một trong: \(vi)")
    case .flag: return Label("Yes or no", vi: "Có hoặc không")
    case .integer: return Label("A whole number", vi: "Số nguyên")
    case .decimal: return Label("A number: 1.5", vi: "Số: 1,5")
    case .percent:
      return Label("A percentage, 0 to 100: 8 or 8%", vi: "Phần trăm, 0 đến 100: 8 hoặc 8%")
    case .money: return Label("đồng: 1500000, 500k, 10tr", vi: "đồng: 1500000, 500k, 10tr")
    case .day: return Label("A day: 20/12/2026", vi: "Ngày: 20/12/2026")
    case .yearlyDay: return Label("A day: 20/12/1990 or 20/12", vi: "Ngày: 20/12/1990 hoặc 20/12")
    case .instant: return Label("A day and time", vi: "Ngày giờ")
    case .phones: return Label("Phones, with ; between", vi: "Các số điện thoại, cách nhau bởi ;")
    case .emails: return Label("Addresses, with ; between", vi: "Các địa chỉ, cách nhau bởi ;")
    case .taxCode: return Label("A tax code: 0100109106", vi: "Mã số thuế: 0100109106")
    case .location: return Label("Latitude, longitude", vi: "Vĩ độ, kinh độ")
    case .reference(let kind):
      let entity = Catalogue.entity(kind)
      return Label(
        "\(entity.label.en): code or exact name",
        vi: "\(entity.label.vi): mã hoặc đúng tên")
    case .references(let kind):
      let entity = Catalogue.entity(kind)
      return Label(
        "\(entity.plural.en): codes or names, with ; between",
        vi: "\(entity.plural.vi): các mã hoặc tên, cách nhau bởi ;")
    }
  }
}
