import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `--set FIELD=VALUE`: the custom fields of a record, which no option of their own names, as
/// only the database knows them.
enum CustomFieldOption {
  /// Returns the option; none where the kind has no custom fields.
  static func options(_ entity: Entity) -> [Option] {
    guard Nouns.own(entity.kind).takesCustomFields else { return [] }
    return [
      Option(
        "set", value: .one("FIELD=VALUE", .custom("custom-fields:" + entity.kind.rawValue)),
        Label("A custom field (crm field list)", vi: "Một trường tùy chỉnh"),
        repeats: true, heading: Label("Fields", vi: "Các trường"))
    ]
  }

  /// Returns what was typed for custom fields.
  ///
  /// - Throws: ``CRMError`` of kind usage for what names no custom field of the kind.
  static func typed(_ entity: Entity, _ invocation: Invocation) throws -> [TypedField] {
    guard invocation.declares("set") else { return [] }
    return try invocation.values("set").map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw CRMError(
          .usage, "“\(text)” is not FIELD=VALUE", vi: "“\(text)” không đúng dạng TRƯỜNG=GIÁ-TRỊ")
      }
      let name = cleaned(String(parts[0]))
      guard let position = position(of: name, entity) else { throw noField(name, entity) }
      return TypedField(position, [String(parts[1])])
    }
  }

  /// Finds a custom field by its key, with or without `c_`, or its name without regard to marks.
  private static func position(of name: String, _ entity: Entity) -> Int? {
    entity.fields.indices.first { position in
      let field = entity.fields[position]
      guard field.name.hasPrefix(Field.customPrefix) else { return false }
      return field.name == name || field.name == Field.customPrefix + name
        || folded(field.label.en) == folded(name)
    }
  }

  private static func noField(_ name: String, _ entity: Entity) -> CRMError {
    let custom = entity.fields.map(\.name).filter { $0.hasPrefix(Field.customPrefix) }
    let noun = entity.kind.rawValue
    let en = entity.plural.en.lowercased()
    let vi = entity.label.vi.lowercased()
    let list = custom.joined(separator: ", ")
    return CRMError(
      .usage, "\(en) have no custom field “\(name)”",
      vi: "\(vi) không có trường tùy chỉnh “\(name)”",
      hints: [
        custom.isEmpty
          ? Label(
            "Add it with: crm field add --kind \(noun) --name '\(name)'",
            vi: "Thêm bằng: crm field add --kind \(noun) --name '\(name)'")
          : Label("There are: \(list)", vi: "Hiện có: \(list)")
      ])
  }
}
