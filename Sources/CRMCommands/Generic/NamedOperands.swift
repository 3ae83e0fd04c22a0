import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The operands of `add` and `list`: the name of a new record, and the record that it hangs on.
///
/// `add` takes a name with one operand, holder and name with two; where the record has no name of
/// its own, or that is an option, one operand is the holder (RULES 1.1).
struct NamedOperands {
  let entity: Entity

  init(_ entity: Entity) { self.entity = entity }

  /// The field of what the record hangs on.
  var holder: Field? { entity.holder.flatMap { $0.access == .editable ? $0 : nil } }

  /// The field of the record's name; nil where it is known by its code.
  private var name: Field? {
    guard entity.nameField != "code", let field = entity.field(entity.nameField),
      field.access == .editable
    else { return nil }
    return field
  }

  /// The field of the code, where people type it: a login.
  private var code: Field? {
    entity.codePrefix == nil ? entity.fields.first { $0.kind == .code } : nil
  }

  /// The fields that operands of `add` fill, in order.
  var fields: [Field] { [code, holder, name].compactMap(\.self) }

  /// The operands of `add`.
  var ofAdd: [Operand] {
    let named = name.map { Operand("NAME", $0.label, arity: .optional) }
    let typed = code.map {
      Operand(FieldOptions.placeholder($0), $0.label, arity: .optional)
    }
    guard let holder else { return [typed, named].compactMap(\.self) }
    let summary =
      named == nil
      ? holder.label
      : Label("\(holder.label.en), before the name", vi: "\(holder.label.vi), ghi trước tên")
    return [operand(holder, summary), named].compactMap(\.self)
  }

  /// Says what one operand of `add` is, where there may be two.
  var details: [Label] {
    guard let holder, name != nil else { return [] }
    return [
      Label(
        "One operand is the name, or the \(holder.label.en.lowercased()) where --name is given; "
          + "of two the \(holder.label.en.lowercased()) comes first.",
        vi: "Một tham số là tên, hoặc là \(holder.label.vi.lowercased()) nếu có --name; hai "
          + "tham số thì \(holder.label.vi.lowercased()) đứng trước.")
    ]
  }

  /// The operand of `list`: only what hangs on that record.
  var ofList: [Operand] {
    holder.flatMap { $0.target == nil ? nil : $0 }.map { field in
      [
        operand(
          field,
          Label(
            "Only of this \(field.label.en.lowercased())",
            vi: "Chỉ của \(field.label.vi.lowercased()) này"))
      ]
    } ?? []
  }

  private func operand(_ field: Field, _ summary: Label) -> Operand {
    Operand(
      FieldOptions.placeholder(field), summary, arity: .optional,
      completion: FieldOptions.completion(field, of: entity))
  }

  /// Returns what was typed for `add` as operands.
  ///
  /// - Throws: a usage error where an option gives the same.
  func typed(_ invocation: Invocation) throws -> [TypedField] {
    let operands = invocation.operands
    var fields = fields
    if let code, invocation.has(code.option) { fields.removeAll { $0 == code } }
    if operands.count < fields.count, let code, fields.contains(code) {
      // A code is one word.
      let isCode = operands.first.map { !$0.contains(where: \.isWhitespace) } ?? true
      fields = [isCode ? code : name ?? code]
    } else if operands.count < fields.count, let name {
      let isNamed = invocation.has(name.option) || invocation.isGiven("json")
      fields = [isNamed ? holder ?? name : name]
    }
    return try zip(fields, operands).map { field, text in
      if invocation.has(field.option) { throw NamedOperands.givenTwice(field, text) }
      return TypedField(entity.position(of: field.name) ?? 0, [text])
    }
  }

  /// Returns the condition of the operand of `list`; none where it is not given.
  ///
  /// - Throws: a usage error where an option gives the same.
  func conditions(_ session: Session, _ reader: Reader) throws -> [Expression] {
    let invocation = session.invocation
    guard let holder, let kind = holder.target, let text = invocation.operands.first else {
      return []
    }
    if invocation.isGiven(holder.option) { throw NamedOperands.givenTwice(holder, text) }
    let found = try reader.one(of: [kind], text)
    return [Criterion.equals(holder.name, try reader.label(found.kind, found.id))]
  }

  private static func givenTwice(_ field: Field, _ text: String) -> CRMError {
    CRMError(
      .usage, "\(field.label.en.lowercased()) is given twice: “\(text)” and --\(field.option)",
      vi: "\(field.label.vi.lowercased()) được ghi hai lần: “\(text)” và --\(field.option)")
  }
}
