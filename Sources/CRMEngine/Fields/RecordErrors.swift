import CRMValues

/// What can be wrong with a record that is written, in words.
public enum RecordErrors {
  /// One or more required fields are absent: every one is named.
  public static func missing(_ fields: [Field], of entity: Entity) -> CRMError {
    let en = fields.map { "\($0.label.en) (--\($0.option))" }.joined(separator: ", ")
    let vi = fields.map { "\($0.label.vi) (--\($0.option))" }.joined(separator: ", ")
    return CRMError(
      .request, "\(entity.label.en.lowercased()) needs: \(en)",
      vi: "\(entity.label.vi.lowercased()) còn thiếu: \(vi)")
  }

  package static func cannotBeEmpty(_ field: Field, of entity: Entity) -> CRMError {
    CRMError(
      .request, "\(field.label.en) of \(entity.indefinite) cannot be empty",
      vi: "\(field.label.vi) của \(entity.label.vi.lowercased()) không được để trống")
  }

  /// A choice holds what is none of its words.
  static func noChoice(_ value: Value, _ field: Field) -> CRMError {
    guard case .choice(let choices) = field.kind else { return CRMError(.bug, field.label) }
    let unknown = ChoiceTable(choices).unknown(value.text ?? value.integer.map(String.init) ?? "")
    return CRMError(
      unknown.kind,
      Label(
        "\(field.label.en): \(unknown.message.en)", vi: "\(field.label.vi): \(unknown.message.vi)"),
      hints: unknown.hints)
  }

  static func codeTaken(_ code: String, of entity: Entity, inTrash: Bool) -> CRMError {
    let vi = entity.label.vi.lowercased()
    if inTrash {
      return CRMError(
        .conflict, "code \(code) belongs to \(entity.indefinite) in the trash",
        vi: "mã \(code) thuộc một \(vi) trong thùng rác",
        hints: [
          Label(
            "Restore it with: crm \(entity.kind.rawValue) restore \(shellWord(code)) — or import with "
              + "--restore-trashed.",
            vi:
              "Khôi phục bằng: crm \(entity.kind.rawValue) restore \(shellWord(code)) — hoặc nhập với "
              + "--restore-trashed.")
        ])
    }
    return CRMError(
      .conflict, "code \(code) already exists among the \(entity.plural.en.lowercased())",
      vi: "mã \(code) đã tồn tại trong \(vi)",
      hints: [
        Label(
          "Leave the code out to have one generated, or change that record with: "
            + "crm \(entity.kind.rawValue) edit \(shellWord(code))",
          vi: "Bỏ trống mã để tự sinh, hoặc sửa bản ghi đó bằng: "
            + "crm \(entity.kind.rawValue) edit \(shellWord(code))")
      ])
  }

  static func valueTaken(
    _ field: Field, _ text: String, of entity: Entity, by other: String
  ) -> CRMError {
    CRMError(
      .conflict,
      "\(field.label.en) “\(text)” already exists in \(entity.label.en.lowercased()) \(other)",
      vi: "\(field.label.vi) “\(text)” đã tồn tại trong \(entity.label.vi.lowercased()) \(other)")
  }

  package static func inTrash(_ name: String, of entity: Entity) -> CRMError {
    CRMError(
      .request, "\(entity.label.en.lowercased()) \(name) is in the trash",
      vi: "\(entity.label.vi.lowercased()) \(name) đang ở trong thùng rác",
      hints: [
        Label(
          "Restore it with: crm \(entity.kind.rawValue) restore \(shellWord(name))",
          vi: "Khôi phục bằng: crm \(entity.kind.rawValue) restore \(shellWord(name))")
      ])
  }

  static func parentInTrash(
    _ name: String, of entity: Entity, parent: String, parentEntity: Entity
  ) -> CRMError {
    CRMError(
      .conflict,
      "\(entity.label.en.lowercased()) \(name) belongs to \(parentEntity.label.en.lowercased()) "
        + "\(parent), which is in the trash",
      vi: "\(entity.label.vi.lowercased()) \(name) thuộc \(parentEntity.label.vi.lowercased()) "
        + "\(parent) đang ở trong thùng rác",
      hints: [
        Label(
          "Restore that one first: crm \(parentEntity.kind.rawValue) restore "
            + shellWord(parent),
          vi: "Hãy khôi phục bản ghi đó trước: crm \(parentEntity.kind.rawValue) restore "
            + shellWord(parent))
      ])
  }

  static func inUse(_ name: String, of entity: Entity, by users: [Label]) -> CRMError {
    let list = users.joined(separator: ", ")
    return CRMError(
      .conflict, "\(entity.called(name).en) is still referred to by \(list.en)",
      vi: "\(entity.called(name).vi) còn được dùng bởi \(list.vi)")
  }

  /// No live record has that code, name, phone or email.
  public static func notFound(
    _ text: String, _ entity: Entity, nearest: [String] = []
  ) -> CRMError {
    CRMError(
      .request, "there is no \(entity.label.en.lowercased()) “\(text)”",
      vi: "không có \(entity.label.vi.lowercased()) “\(text)”", hints: Label.didYouMean(nearest))
  }

  /// No live record of any kind has that code.
  static func noRecord(_ text: String) -> CRMError {
    CRMError(
      .request, "there is no record “\(fitted(text, to: 60))”",
      vi: "không có bản ghi “\(fitted(text, to: 60))”",
      hints: [
        Label(
          "Write its kind and its code: order:DH000001",
          vi: "Viết loại và mã của bản ghi: order:DH000001")
      ])
  }

  /// Records of several kinds have the code.
  static func ambiguous(_ text: String, _ names: [String]) -> CRMError {
    let list = names.joined(separator: ", ")
    return CRMError(
      .request, "“\(text)” is the code of several records: \(list)",
      vi: "“\(text)” là mã của nhiều bản ghi: \(list)",
      hints: names.prefix(1).map {
        Label("Name its kind, too: \($0)", vi: "Hãy ghi cả loại bản ghi: \($0)")
      })
  }

  /// A word names no kind of record.
  package static func unknownNoun(
    _ word: String, _ catalogue: Catalogue, or others: [Choice] = []
  ) -> CRMError {
    let nouns = catalogue.nounKinds.map(\.rawValue) + others.map(\.key)
    let near = nearest(to: word, among: nouns)
    let list = nouns.joined(separator: ", ")
    return CRMError(
      .request, "“\(fitted(word, to: 60))” is not a kind of record",
      vi: "“\(fitted(word, to: 60))” không phải loại bản ghi",
      hints: near.isEmpty
        ? [Label("One of: \(list)", vi: "Một trong: \(list)")] : Label.didYouMean(near))
  }

  /// Several live records answer to the text.
  public static func ambiguous(_ text: String, _ entity: Entity, _ codes: [String]) -> CRMError {
    let list = codes.prefix(10).joined(separator: ", ") + (codes.count > 10 ? ", …" : "")
    return CRMError(
      .request,
      "“\(text)” names \(codes.count.counted(.en)) \(entity.plural.en.lowercased()): \(list)",
      vi: "“\(text)” ứng với \(codes.count.counted(.vi)) \(entity.label.vi.lowercased()): \(list)",
      hints: [Label("Name one by its code.", vi: "Hãy chỉ rõ bằng mã.")])
  }
}
