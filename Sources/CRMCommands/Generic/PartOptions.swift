import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// A part of a document as it was typed.
struct TypedPart {
  let kind: Kind
  let fields: [TypedField]
}

/// The parts of a document as options: `--line PRODUCT[:QUANTITY[:PRICE[:DISCOUNT[:TAX]]]]`. Word,
/// columns and their order are declared with the part.
enum PartOptions {
  /// The kinds of part of a document that can be typed.
  static func kinds(_ entity: Entity) -> [(entity: Entity, form: PartForm)] {
    entity.parts.map(Catalogue.entity).compactMap { part in part.form.map { (part, $0) } }
  }

  /// Returns how a part is written: `PRODUCT[:QUANTITY[:PRICE]]`.
  static func form(_ part: Entity, _ form: PartForm) -> Placeholder {
    let fields = form.fields.compactMap(part.field)
    return Placeholder(
      shape(fields.map { $0.option.uppercased() }, form),
      vietnamese: { shape(fields.map { Placeholder.word(of: $0.label.vi) }, form) })
  }

  private static func shape(_ words: [String], _ form: PartForm) -> String {
    let needed = words.prefix(form.needed).joined(separator: ":")
    let rest = words.dropFirst(form.needed)
    return needed + rest.map { "[:" + $0 }.joined() + String(repeating: "]", count: rest.count)
  }

  /// Returns the options that give a new document its parts.
  static func adding(_ entity: Entity) -> [Option] {
    kinds(entity).map { part, form in
      option(
        part, form,
        Label(
          "A \(part.label.en.lowercased()); what is left out follows by itself",
          vi: "Một \(part.label.vi.lowercased()); phần bỏ trống được tự điền"))
    }
  }

  /// Returns the options by which a change replaces all parts of a kind.
  static func replacing(_ entity: Entity) -> [Option] {
    kinds(entity).flatMap { part, form in
      [
        option(
          part, form,
          Label(
            "With --\(replace(form)): \(part.indefinite) of those it then has",
            vi:
              "Cùng --\(replace(form)): một \(part.label.vi.lowercased()) thay cho những gì đang có"
          )),
        Option(
          replace(form),
          Label(
            "Replace all \(part.plural.en.lowercased())",
            vi: "Thay toàn bộ \(part.plural.vi.lowercased())"), heading: part.plural),
      ]
    }
  }

  private static func replace(_ form: PartForm) -> String { "replace-\(form.word)s" }

  private static func option(_ part: Entity, _ form: PartForm, _ label: Label) -> Option {
    Option(
      form.word, value: .one(self.form(part, form), completion(part, form)), label,
      repeats: true, heading: part.plural)
  }

  static func completion(_ part: Entity, _ form: PartForm) -> Completion {
    let target = form.fields.first.flatMap(part.field)?.target
    return target.map { .codes(kind: $0.rawValue) } ?? .none
  }

  /// Returns the parts given by options, in their order.
  static func typed(_ entity: Entity, _ invocation: Invocation) throws -> [TypedPart] {
    try kinds(entity).flatMap { part, form in
      guard invocation.isGiven(form.word) else { return [TypedPart]() }
      return try invocation.values(form.word).map {
        try typed($0, part, form, "--\(form.word)")
      }
    }
  }

  /// Returns the parts that replace those of a document, by kind; none where nothing is replaced.
  ///
  /// - Throws: a usage error for parts without the word that says they replace others.
  static func replaced(
    _ entity: Entity, _ invocation: Invocation
  ) throws -> [Kind: [TypedPart]] {
    var found: [Kind: [TypedPart]] = [:]
    for (part, form) in kinds(entity) {
      let parts = try typed(entity, invocation).filter { $0.kind == part.kind }
      if invocation.isGiven(replace(form)) {
        found[part.kind] = parts
      } else if !parts.isEmpty {
        throw unasked(entity, form, invocation)
      }
    }
    return found
  }

  private static func unasked(
    _ entity: Entity, _ form: PartForm, _ invocation: Invocation
  ) -> CRMError {
    let command = "crm \(entity.kind.rawValue) \(form.word)"
    let code = invocation.operands.first ?? (entity.codePrefix ?? "") + "000001"
    let value = invocation.values(form.word).first ?? ""
    return CRMError(
      .usage, "--\(form.word) alone does not say what becomes of the others",
      vi: "chỉ --\(form.word) thì chưa rõ các dòng đang có sẽ thế nào",
      hints: [
        Label(
          "One more: \(command) add \(code) \(value)", vi: "Thêm: \(command) add \(code) \(value)"),
        Label(
          "Another value: \(command) edit \(code) 1 --…; one less: \(command) remove \(code) 1",
          vi: "Sửa: \(command) edit \(code) 1 --…; bớt: \(command) remove \(code) 1"),
        Label(
          "These instead of all there are: --\(replace(form))",
          vi: "Thay toàn bộ: --\(replace(form))"),
      ])
  }

  /// Reads one part as it is typed.
  ///
  /// - Parameter place: where it stands, for the message.
  static func typed(
    _ text: String, _ part: Entity, _ form: PartForm, _ place: String
  ) throws -> TypedPart {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
      cleaned(String($0))
    }
    guard parts.count <= form.fields.count, parts.count >= form.needed,
      parts.prefix(form.needed).allSatisfy({ !$0.isEmpty })
    else { throw malformed(text, part, form, place) }
    let fields = zip(form.fields, parts).compactMap { name, text in
      text.isEmpty ? nil : part.typed(name, text)
    }
    return TypedPart(kind: part.kind, fields: fields)
  }

  private static func malformed(
    _ text: String, _ part: Entity, _ form: PartForm, _ place: String
  ) -> CRMError {
    let shape = self.form(part, form)
    return CRMError(
      .usage, "\(place) “\(text)” is not of the form \(shape.text(in: .en))",
      vi: "\(place) “\(text)” không đúng dạng \(shape.text(in: .vi))",
      hints: [
        Label(
          "Separate the values by colons; those in brackets may be left out or empty.",
          vi: "Các giá trị cách nhau bằng dấu hai chấm; phần trong ngoặc có thể bỏ trống.")
      ])
  }
}
