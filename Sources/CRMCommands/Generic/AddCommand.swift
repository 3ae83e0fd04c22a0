import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN add`: a new record from options, a form on the terminal, or JSON.
enum AddCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let vi = entity.label.vi.lowercased()
    var options = FieldOptions.options(entity, requires: true)
    if entity.lines != nil { options.append(LineOptions.line) }
    if entity.kind != .customField { options.append(CustomFieldOption.option(entity)) }
    options.append(JSONRecord.option)
    if entity.kind == .customer { options.append(allowDuplicate) }
    options.append(
      Option(
        "again",
        Label("Start the next form after saving", vi: "Lưu xong mở biểu mẫu mới")))
    options += GlobalOptions.writing.filter { $0.long == "dry-run" }
    return Command(
      [noun, "add"], Label("Add \(entity.indefinite)", vi: "Thêm \(vi)"),
      details: [
        Label(
          "Prints the new code. On a terminal it asks for required fields that are missing.",
          vi: "In mã mới. Trên terminal, lệnh hỏi các trường bắt buộc còn thiếu.")
      ],
      options: options, effect: .writes, examples: [example(entity)]
    ) { _, session in try run(entity, session) }
  }

  static let allowDuplicate = Option(
    "allow-duplicate",
    Label(
      "Also where another customer has the phone or email",
      vi: "Cho phép trùng điện thoại, email với khách hàng khác"))

  private static func example(_ entity: Entity) -> Example {
    let summary = Label(
      "Adds \(entity.indefinite)", vi: "Thêm \(entity.label.vi.lowercased())")
    if entity.kind == .customer {
      return Example(
        "crm customer add --name 'Nguyễn Văn An' --phones 0912345678 --groups VIP", summary)
    }
    if entity.kind == .order {
      return Example("crm order add --customer KH000001 --line SP000001:2 --dry-run", summary)
    }
    if entity.kind == .contract {
      return Example(
        "crm contract add --customer KH000001 --name 'Bảo trì' --value 120tr --term 12 "
          + "--mark-signed", summary)
    }
    let required = entity.fields.filter(FieldOptions.isNeeded).map { field in
      "--\(field.option) \(sample(field))"
    }
    return Example(
      (["crm", entity.kind.rawValue, "add"] + required).joined(separator: " "), summary)
  }

  private static func sample(_ field: Field) -> String {
    switch field.kind {
    case .reference(let kind): return (Catalogue.entity(kind).codePrefix ?? "lan") + "000001"
    case .code: return "lan"
    case .noun: return "customer"
    default: return "'Ví dụ'"
    }
  }

  private static func run(_ declared: Entity, _ session: Session) throws {
    let entity = try session.entity(declared.kind)
    let invocation = session.invocation
    if let file = invocation.value("json") {
      let records = try JSONRecord.read(file, entity, session)
      let typed = try FieldOptions.typed(entity, invocation)
      return try RecordAdding(entity, session).add(
        records.map { record in
          let own = record.fields.filter { field in
            !typed.contains { $0.position == field.position }
          }
          return (own + typed, record.lines ?? [])
        })
    }
    let form = Form(entity: entity, session: session)
    var typed = try FieldOptions.typed(entity, invocation)
    let lines = try LineOptions.typed(entity, invocation) ?? []
    var isFirst = true
    while true {
      let completed: [TypedField]
      do { completed = try form.completed(typed) } catch let error as CRMError {
        // Leaving a further form ends the command; what was saved stays.
        if !isFirst && error.kind == .request { return }
        throw error
      }
      try RecordAdding(entity, session).add([(completed, lines)])
      guard invocation.has("again"), session.canAsk, !session.isDryRun else { return }
      typed = typed.filter { carriesOver(entity.fields[$0.position]) }
      isFirst = false
    }
  }

  /// What the next form keeps of the options: what classifies, not what names.
  private static func carriesOver(_ field: Field) -> Bool {
    switch field.kind {
    case .choice, .flag, .reference, .references, .record, .noun: return true
    case .code, .text, .longText, .integer, .decimal, .percent, .money, .day, .yearlyDay,
      .instant, .moment, .duration, .phones, .emails, .taxCode, .location, .condition:
      return false
    }
  }
}
