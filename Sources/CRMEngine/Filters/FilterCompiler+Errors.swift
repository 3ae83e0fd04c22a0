import CRMValues

extension FilterCompiler {
  /// Returns what a step means, or says that the kind has no such field and names the nearest.
  func member(_ step: FieldPath.Step) throws -> Member {
    if let member = entity.member(step.name, context.entities.catalogue) { return member }
    throw unknown(
      step,
      Label(
        "\(entity.label.en.lowercased()) has no field “\(step.name)”",
        vi: "\(entity.label.vi.lowercased()) không có trường “\(step.name)”"),
      among: entity.memberNames(context.entities.catalogue),
      see: entity.isNoun
        ? Label(
          "See them with: crm \(entity.kind.rawValue) fields",
          vi: "Xem các trường: crm \(entity.kind.rawValue) fields") : nil)
  }

  /// - Parameter list: the hint where no name is near; all names for nil.
  func unknown(
    _ step: FieldPath.Step, _ message: Label, among names: [String], see list: Label? = nil
  ) -> CRMError {
    let near = nearest(to: step.name, among: names)
    let all = names.joined(separator: ", ")
    return step.place.error(
      message,
      hints: near.isEmpty
        ? [list ?? Label("Known names: \(all).", vi: "Các tên có thể dùng: \(all).")]
        : Label.didYouMean(near))
  }

  func unexpectedBracket(_ step: FieldPath.Step, _ condition: Expression) -> CRMError {
    let plurals = context.entities.catalogue.counted(by: entity.kind).map(\.name).joined(
      separator: ", ")
    return step.place.error(
      "“\(step.name)” takes no condition in brackets",
      vi: "“\(step.name)” không nhận điều kiện trong ngoặc vuông",
      hints: plurals.isEmpty
        ? []
        : [
          Label(
            "These do: \(plurals).", vi: "Có thể dùng với: \(plurals).")
        ])
  }

  func nothingFollows(_ field: Field, _ step: FieldPath.Step) -> CRMError {
    step.place.error(
      "“\(field.name)” is no record: “.\(step.name)” cannot follow it",
      vi: "“\(field.name)” không phải là bản ghi: sau nó không thể có “.\(step.name)”")
  }

  /// Says that a question cannot be asked of a field.
  func unfit(_ question: Question, _ name: String, _ hint: Label) -> CRMError {
    let symbol: String
    switch question {
    case .equals: symbol = "="
    case .ordered(let sign, _): symbol = sign.rawValue
    case .contains: symbol = "~"
    case .isIn: symbol = "in"
    case .isWithin: symbol = "within"
    case .isPresent: symbol = "is empty"
    }
    return (question.literal?.place ?? .none).error(
      Label("“\(symbol)” does not fit “\(name)”", vi: "“\(symbol)” không dùng được với “\(name)”"),
      hints: [hint])
  }

  /// Runs a reading of a typed value; an error says where it stands and of which field it is.
  func located<Result>(
    _ literal: Literal, _ name: String, _ read: (String) throws -> Result
  ) throws -> Result {
    do {
      return try read(cleaned(literal.text))
    } catch let error as CRMError {
      throw literal.place.error(
        Label("\(name): \(error.message.en)", vi: "\(name): \(error.message.vi)"),
        hints: error.hints, kind: error.kind)
    }
  }

  static let noOrder = Label(
    "It has no order; use =, != or in (…).", vi: "Không có thứ tự; hãy dùng =, != hoặc in (…).")
  static let noText = Label(
    "It is no text; use = < <= > >= or a range such as 2..5.",
    vi: "Không phải là chữ; hãy dùng = < <= > >= hoặc khoảng như 2..5.")
  static let noDate = Label(
    "Only dates lie within a number of days.", vi: "Chỉ ngày tháng mới dùng được “within”.")
}
