import CRMValues

/// A kind whose records are written with those they belong to.
public struct Along: Sendable {
  public let entity: Entity
  public let form: AlongForm
  /// The field that names the record it belongs to.
  public let holder: Int

  /// Returns the kinds that are written with records of a kind.
  ///
  /// - Parameter entities: the kinds as the database has them.
  public static func all(with kind: Kind, _ entities: Entities) -> [Along] {
    entities.catalogue.referrers(to: kind).compactMap { referrer in
      let entity = entities[referrer.entity.kind]
      guard let form = entity.along, referrer.field.belongs, referrer.field.target == kind,
        let holder = entity.position(of: referrer.field.name)
      else { return nil }
      return Along(entity: entity, form: form, holder: holder)
    }
  }

  /// Reads several records of one text, separated by `;` or line breaks.
  ///
  /// - Returns: the fields of each.
  /// - Throws: ``CRMError`` for one without a name.
  public func read(_ text: String) throws -> [[TypedField]] {
    try text.split(whereSeparator: { $0 == ";" || $0.isNewline }).map { cleaned(String($0)) }
      .filter { !$0.isEmpty }.map(one)
  }

  private func one(_ text: String) throws -> [TypedField] {
    var names: [String] = []
    var phones: [String] = []
    var emails: [String] = []
    for part in text.split(separator: ",").map({ cleaned(String($0)) }) where !part.isEmpty {
      if part.contains("@") {
        emails.append(part)
      } else if Along.isPhone(part) {
        phones.append(part)
      } else if let (words, phone) = Along.endingInPhone(part) {
        if !Along.labels.contains(folded(words)) { names.append(words) }
        phones.append(phone)
      } else {
        names.append(part)
      }
    }
    guard let name = names.first else { throw unnamed(text) }
    var fields = [TypedField(try entity.handle(form.name), [name])]
    let rest = names.dropFirst().joined(separator: ", ")
    if !rest.isEmpty { fields.append(TypedField(try entity.handle(form.rest), [rest])) }
    for (kind, texts) in [(FieldKind.phones, phones), (.emails, emails)] where !texts.isEmpty {
      guard let position = entity.fields.firstIndex(where: { $0.kind == kind }) else { continue }
      fields.append(TypedField(position, texts))
    }
    return fields
  }

  private static func isPhone(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
  }

  /// What people write before a number.
  private static let labels: Set = [
    "dt", "sdt", "so dt", "dien thoai", "so dien thoai", "dd", "di dong", "tel", "phone", "mobile",
    "mob", "hotline", "zalo",
  ]

  /// Splits a name with a number behind it: `Chị Mai - 0912 345 678`.
  private static func endingInPhone(_ text: String) -> (words: String, phone: String)? {
    guard let last = text.lastIndex(where: \.isLetter) else { return nil }
    let number = cleaned(String(text[text.index(after: last)...]))
    let phone = String(number.drop { !$0.isNumber && $0 != "+" && $0 != "(" })
    guard Phone.key(phone) != nil else { return nil }
    return (String(text[...last]), phone)
  }

  private func unnamed(_ text: String) -> CRMError {
    let (en, vi) = (entity.label.en.lowercased(), entity.label.vi.lowercased())
    let shown = fitted(oneLine(text), to: 60)
    return CRMError(
      .request, "the \(en) “\(shown)” has no name", vi: "\(vi) “\(shown)” thiếu tên",
      hints: [
        Label(
          "Write the name first: 'Chị Mai, kế toán, 0912 345 678'; ';' separates several.",
          vi: "Ghi tên trước: 'Chị Mai, kế toán, 0912 345 678'; nhiều người cách nhau bằng ';'.")
      ])
  }
}

extension Writer {
  /// Adds a record that is written with the one it belongs to, unless that has one of the name.
  ///
  /// - Returns: whether it was added.
  /// - Throws: ``CRMError`` for what the write door refuses.
  public func add(_ along: Along, _ fields: [TypedField], to id: Int64) throws -> Bool {
    let entity = along.entity
    var values = entity.values()
    for change in try read(fields, of: entity).changes { values[change.position] = change.value }
    values[along.holder] = .integer(id)
    let name = try entity.handle(along.form.name)
    let same = [
      (field: entity.fields[along.holder], value: Value.integer(id)),
      (field: entity.fields[name], value: values[name]),
    ]
    guard try matches(entity, same).isEmpty else { return false }
    try add(entity.kind, values)
    return true
  }
}
