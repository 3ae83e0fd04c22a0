import CRMCore
import CRMEngine
import CRMValues

/// Asks on the terminal for what a new record cannot do without, and for the rest of the kind's form
/// with it (RULES 1.11).
struct Form {
  let entity: Entity
  let session: Session

  /// Returns the required fields that nothing was typed for.
  func missing(_ typed: [TypedField]) -> [Field] {
    entity.fields.enumerated().filter { position, field in
      field.access == .editable && FieldOptions.isNeeded(field)
        && !typed.contains { item in
          item.position == position && item.texts.contains { !cleaned($0).isEmpty }
        }
    }.map(\.element)
  }

  /// Returns the typed fields, those missing asked for one by one with the others of the form.
  ///
  /// - Throws: a usage error that names every missing field, and all that is wrong with those that
  ///   were typed, where nobody can be asked.
  func completed(_ typed: [TypedField], except: Set<String> = []) throws -> [TypedField] {
    let missing = missing(typed).filter { !except.contains($0.name) }
    guard !missing.isEmpty else { return typed }
    guard session.canAsk else {
      throw CRMError.together([Form.incomplete(missing, entity)] + (try wrong(typed)))
    }
    let wrong = try wrong(typed)
    guard wrong.isEmpty else { throw CRMError.together(wrong) }
    let given = Set(typed.map(\.position))
    let form = entity.asked.compactMap { entity.position(of: $0) }
      .filter { !given.contains($0) && !except.contains(entity.fields[$0].name) }
      .map { entity.fields[$0] }
    let asked = form + missing.filter { !form.contains($0) }
    return try typed + asked.compactMap { try ask($0) }
  }

  /// What is wrong with typed fields. Where there is no database to ask, the missing are all there is
  /// to say.
  private func wrong(_ typed: [TypedField]) throws -> [CRMError] {
    do { return try session.read { try $0.reading(typed, of: entity).1 } } catch let error
      as CRMError where error.kind == .database
    { return [] }
  }

  /// Asks for one field until the answer is one; nil where it can do without and nothing was said.
  private func ask(_ field: Field) throws -> TypedField? {
    let isNeeded = FieldOptions.isNeeded(field)
    let question = try question(field, hint(field))
    var kept: TypedField?
    while let answer = try session.ask(question) {
      if answer.isEmpty {
        if kept != nil || !isNeeded { return kept }
        sayEmpty()
        continue
      }
      guard let (typed, warnings) = try read(answer, field) else { continue }
      guard typed != kept else { return typed }
      let known = try known(answer, field)
      guard known != nil || !warnings.isEmpty else { return typed }
      for line in warnings + [known].compactMap(\.self) { session.say(line) }
      session.say("Enter goes on with it.", vi: "Enter để vẫn dùng.")
      kept = typed
    }
    throw left
  }

  private func sayEmpty() {
    session.say("This cannot be empty.", vi: "Mục này không được để trống.")
  }

  /// Returns what was answered and what is odd about it, nil after saying what is wrong with it.
  private func read(
    _ answer: String, _ field: Field
  ) throws -> (typed: TypedField, warnings: [Label])? {
    let typed = TypedField(entity.position(of: field.name) ?? 0, [answer])
    do {
      return (typed, try session.read { try $0.read([typed], of: entity) }.warnings)
    } catch let error as CRMError where error.kind == .request {
      session.say(error.message)
      for line in error.hints { session.say(line) }
      return nil
    }
  }

  private var left: CRMError {
    CRMError(
      .request, "the form was left; nothing was added",
      vi: "đã thoát biểu mẫu; không thêm gì")
  }

  /// Says who has the phone or the email already, whoever owns them, so that nobody fills in a form in
  /// vain.
  private func known(_ answer: String, _ field: Field) throws -> Label? {
    guard field.isKeyed else { return nil }
    let texts = field.kind == .phones ? Phone.split(answer) : [answer]
    return try session.read { reader in
      // Of what belongs to another record only what the actor sees is told.
      guard entity.holder == nil else { return try owner(of: texts, field, reader) }
      return try reader.acrossOwners { try owner(of: texts, field, reader) }
    }
  }

  private func owner(of texts: [String], _ field: Field, _ reader: Reader) throws -> Label? {
    for text in texts {
      guard let id = try reader.resolve(entity.kind, text).first else { continue }
      let code = try reader.label(entity.kind, id)
      let name = try reader.record(entity.kind, id)?[entity.nameField].text ?? ""
      let called = entity.called("\(code) \(name)")
      return Label(
        "\(field.label.en): \(called.en) has it already",
        vi: "\(field.label.vi): \(called.vi) đã có")
    }
    return nil
  }

  private func question(_ field: Field, _ hint: Label?) throws -> Label {
    var hint = hint
    if field.isLinked {
      let several = Label("several with ;", vi: "nhiều mục cách nhau bằng ;")
      hint = hint.map { Label("\($0.en); \(several.en)", vi: "\($0.vi); \(several.vi)") } ?? several
    }
    return Label(
      "\(field.label.en)\(hint.map { " (\($0.en))" } ?? ""): ",
      vi: "\(field.label.vi)\(hint.map { " (\($0.vi))" } ?? ""): ")
  }

  /// What may be answered: the words of a choice, the first entries of a list.
  private func hint(_ field: Field) throws -> Label? {
    switch field.kind {
    case .choice(let choices):
      return Label(
        choices.map(\.label.en).joined(separator: ", "),
        vi: choices.map(\.label.vi).joined(separator: ", "))
    case .reference(let kind), .references(let kind):
      let target = try session.entity(kind)
      guard field.help == nil, target.isList else { return field.help }
      var query = Query(kind)
      query.limit = Form.shownEntries + 1
      var names: [String] = []
      try session.read { reader in
        try reader.rows(query, reader.columns(["name"], of: kind)) { _, values in
          names.append(values[0].text ?? "")
        }
      }
      guard !names.isEmpty else { return nil }
      let shown = names.prefix(Form.shownEntries).joined(separator: ", ")
      return Label(same: names.count > Form.shownEntries ? shown + ", …" : shown)
    default: return field.help
    }
  }

  private static let shownEntries = 6

  /// Says which fields a new record still needs, each with its option.
  static func incomplete(_ fields: [Field], _ entity: Entity) -> CRMError {
    let error = RecordErrors.missing(fields, of: entity)
    let noun = entity.kind.rawValue
    return CRMError(
      .usage, error.message,
      hints: [
        Label(
          "See all fields with: crm help \(noun) add",
          vi: "Xem mọi trường bằng: crm help \(noun) add")
      ])
  }
}

/// The form of a record that is there already.
extension Form {
  /// More fields than these are not asked for; those of the form and of the list are, then.
  private static let most = 14

  /// The fields of the form, in their order.
  var fields: [Field] {
    let typable = FieldOptions.typable(entity).filter { $0.kind != .code }
    guard typable.count > Form.most else { return typable }
    let asked = entity.asked.compactMap(entity.field)
    let others = typable.filter { field in
      !asked.contains(field)
        && (FieldOptions.isNeeded(field) || entity.listed.contains(field.name)
          || field.name.hasPrefix(Field.customPrefix))
    }
    return asked + others
  }

  /// Asks for each field of the form with what it is today: Enter keeps it, a dash empties it.
  ///
  /// - Returns: what is to be changed; nil where several records are chosen, or nobody can be asked.
  func edited() throws -> [TypedField]? {
    let invocation = session.invocation
    guard session.canAsk, invocation.operands.count == 1, invocation.operands != ["-"],
      !invocation.has("where"), !invocation.has("view")
    else { return nil }
    let (name, today) = try session.read { reader in
      let id = try reader.one(of: [entity.kind], invocation.operands[0]).id
      let record = try reader.record(entity.kind, id)
      let texts = try fields.map { field in
        try record.map { try FieldText.text($0[field.name], field, reader, session) } ?? ""
      }
      return (try reader.label(entity.kind, id), texts)
    }
    session.say(
      "\(entity.called(name).en): Enter keeps, \(Entity.dash) empties; other fields: crm help "
        + "\(entity.kind.rawValue) edit",
      vi: "\(entity.called(name).vi): Enter giữ nguyên, \(Entity.dash) để xóa trống; trường khác: "
        + "crm help \(entity.kind.rawValue) edit")
    if fields.contains(where: \.holdsSeveral) {
      session.say(
        "Of several: +X adds one, -X takes one away.",
        vi: "Mục có nhiều giá trị: +X thêm một, -X bớt một.")
    }
    return try zip(fields, today).compactMap { try askAgain($0, $1) }
  }

  private func askAgain(_ field: Field, _ today: String) throws -> TypedField? {
    let position = entity.position(of: field.name) ?? 0
    let shown = terminalText(today)
    let question = Label("\(field.label.en) [\(shown)]: ", vi: "\(field.label.vi) [\(shown)]: ")
    var kept: TypedField?
    while let answer = try session.ask(question) {
      if answer.isEmpty || answer == today { return answer.isEmpty ? kept : nil }
      if answer == Entity.dash {
        guard field.required else { return TypedField(position, [""]) }
        sayEmpty()
        continue
      }
      let wanted = field.holdsSeveral ? Form.changed(today, by: answer, field) : answer
      guard let (typed, warnings) = try read(wanted, field) else { continue }
      guard !warnings.isEmpty, typed != kept else { return typed }
      for line in warnings { session.say(line) }
      session.say("Enter goes on with it.", vi: "Enter để vẫn dùng.")
      kept = typed
    }
    throw CRMError(
      .request, "the form was left; nothing was changed",
      vi: "đã thoát biểu mẫu; không sửa gì")
  }

  /// By what two values of a list are the same.
  private static func key(_ text: String, _ field: Field) -> String {
    field.kind == .phones ? Phone.key(text) ?? identityText(text) : identityText(text)
  }

  /// Returns a list with `+X` added or `-X` taken away; any other answer as it is.
  private static func changed(_ list: String, by answer: String, _ field: Field) -> String {
    let parts = list.split(separator: ";").map { cleaned(String($0)) }.filter { !$0.isEmpty }
    let name = cleaned(String(answer.dropFirst()))
    switch answer.first {
    // A number of another country begins with the sign itself.
    case "+":
      let isForeign = field.kind == .phones && name.first.map { "1"..."9" ~= $0 } == true
      return (parts + [isForeign ? "+" + name : name]).joined(separator: "; ")
    case "-": return parts.filter { key($0, field) != key(name, field) }.joined(separator: "; ")
    default: return answer
    }
  }
}
