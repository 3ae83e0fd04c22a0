import CRMValues

/// What can be wrong with the columns of a file, and with the options that speak of them.
enum ColumnErrors {
  /// The headings of a file, those without one by their letters.
  private static func list(_ headings: [String]) -> String {
    headings.enumerated().filter { !RejectsFile.isOurs($0.element) }.map { place, heading in
      heading.isEmpty ? ColumnName.sign(place) : heading
    }.joined(separator: ", ")
  }

  static func notRecognised(_ file: String, _ headings: [String]) -> CRMError {
    let list = list(headings)
    return CRMError(
      .request, "\(file): no column is recognised; the headings are: " + list,
      vi: "\(file): không nhận ra cột nào; các tiêu đề là: " + list,
      hints: [
        Label(
          "Name the kind with --into KIND and columns with --map \"Heading=field\".",
          vi: "Hãy chỉ loại bằng --into LOẠI và cột bằng --map \"Tiêu đề=trường\".")
      ])
  }

  static func severalKinds(_ file: String, _ headings: [String], _ kinds: [Kind]) -> CRMError {
    let list = list(headings)
    let nouns = kinds.map(\.rawValue).joined(separator: ", ")
    return CRMError(
      .request, "\(file): the headings (\(list)) fit several kinds: \(nouns)",
      vi: "\(file): các tiêu đề (\(list)) hợp với nhiều loại: \(nouns)",
      hints: [Label("Name the kind with --into KIND.", vi: "Hãy chỉ loại bằng --into LOẠI.")])
  }

  /// Two columns fill a field that holds one value. They are named by their places, too, since
  /// their headings may be the same.
  static func filledTwice(
    _ file: String, _ one: Int, _ other: Int, _ field: Field, _ headings: [String]
  ) -> CRMError {
    let signs = (ColumnName.sign(one), ColumnName.sign(other))
    let areAlike = Headings.key(headings[one]) == Headings.key(headings[other])
    func called(_ place: Int) -> String {
      "“\(headings[place])”" + (areAlike ? " (\(ColumnName.sign(place)))" : "")
    }
    let choice = "--map \"\(signs.0)=\(field.name)\""
    return CRMError(
      .request,
      "\(file): columns \(called(one)) and \(called(other)) both fill \(field.label.en)",
      vi: "\(file): hai cột \(called(one)) và \(called(other)) cùng điền \(field.label.vi)",
      hints: [
        Label(
          "Choose one by its letter or number, \(choice) or --map \"\(signs.1)=\(field.name)\", "
            + "or leave one out: --map \"\(signs.1)=\".",
          vi: "Hãy chọn một cột theo chữ hoặc số thứ tự cột, \(choice) hoặc "
            + "--map \"\(signs.1)=\(field.name)\", hoặc bỏ một cột: --map \"\(signs.1)=\".")
      ])
  }

  static func nothingToTake(_ file: String, _ headings: [String], _ entity: Entity) -> CRMError {
    let list = list(headings)
    return CRMError(
      .request,
      "\(file): no column fills a field of \(entity.plural.en.lowercased()); "
        + "the headings are: " + list,
      vi: "\(file): không cột nào ứng với trường của \(entity.label.vi.lowercased()); "
        + "các tiêu đề là: " + list,
      hints: [
        Label(
          "Map columns with --map \"Heading=field\"; fields are listed by: "
            + "crm help \(entity.kind.rawValue) add",
          vi: "Hãy chỉ cột bằng --map \"Tiêu đề=trường\"; xem các trường bằng: "
            + "crm help \(entity.kind.rawValue) add")
      ])
  }

  static func noColumn(_ file: String, _ heading: String, _ headings: [String]) -> CRMError {
    CRMError(
      .request, "\(file) has no column “\(heading)”", vi: "\(file) không có cột “\(heading)”",
      hints: [
        Label(
          "The headings are: " + list(headings)
            + ". A column can be named by its letter or number, too: #C or #3.",
          vi: "Các tiêu đề là: " + list(headings)
            + ". Cũng có thể chỉ cột theo chữ hoặc số thứ tự: #C hoặc #3.")
      ])
  }

  static func missing(
    _ file: String, _ fields: [Field], _ entity: Entity, _ meant: [String: Field]
  ) -> CRMError {
    let en = fields.map(\.label.en).joined(separator: ", ")
    let vi = fields.map(\.label.vi).joined(separator: ", ")
    let option = fields.first.map { " --set \($0.option)=…" } ?? ""
    let near = meant.filter { entry in
      fields.contains { $0.name == entry.value.name }
    }.sorted { $0.key < $1.key }.map {
      "--map \"\($0.key)=\($0.value.name)\""
    }.joined(separator: " ")
    return CRMError(
      .request, "\(file): \(entity.plural.en.lowercased()) need a column for: \(en)",
      vi: "\(file): \(entity.label.vi.lowercased()) cần có cột: \(vi)",
      hints: Label.didYouMean(near.isEmpty ? [] : [near]) + [
        Label(
          "Name the column that holds it with --map \"Heading=field\", "
            + "or one value for every row with\(option).",
          vi: "Hãy chỉ cột chứa nó bằng --map \"Tiêu đề=trường\", "
            + "hoặc một giá trị cho mọi dòng bằng\(option).")
      ])
  }

  static func noField(_ option: String, _ name: String, _ entity: Entity) -> CRMError {
    let near = nearest(to: name, among: entity.fields.map(\.name))
    return CRMError(
      .request, "--\(option): there is no field “\(name)” of \(entity.plural.en.lowercased())",
      vi: "--\(option): không có trường “\(name)” của \(entity.label.vi.lowercased())",
      hints: Label.didYouMean(near))
  }

  static func noKindHas(_ option: String, _ name: String) -> CRMError {
    CRMError(
      .request, "--\(option): no kind of record has the field “\(name)”",
      vi: "--\(option): không loại bản ghi nào có trường “\(name)”")
  }

  static func setComputed(_ field: Field) -> CRMError {
    CRMError(
      .usage, "--set: \(field.label.en) is worked out by the program",
      vi: "--set: \(field.label.vi) do chương trình tự tính")
  }

  static func setTwice(_ field: Field) -> CRMError {
    CRMError(
      .usage, "--set: \(field.label.en) is set twice",
      vi: "--set: \(field.label.vi) được đặt hai lần")
  }

  static func setAndMapped(_ field: Field, _ heading: String) -> CRMError {
    CRMError(
      .usage, "--set and --map “\(heading)” both fill \(field.label.en)",
      vi: "--set và --map “\(heading)” cùng điền \(field.label.vi)",
      hints: [Label("Leave one of them out.", vi: "Hãy bỏ một trong hai.")])
  }
}
