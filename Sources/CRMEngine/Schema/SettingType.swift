import CRMValues

/// What a setting holds, and how it is typed, stored and shown.
public enum SettingType: Sendable {
  /// A whole number within a range.
  case number(ClosedRange<Int>)
  /// So many whole numbers within a range, each greater than the one before, joined by commas.
  case steps(count: Int, ClosedRange<Int>)
  case flag
  /// One of a list of words.
  case choice([Choice])
  /// Any of a list of words, joined by commas; none is `none`.
  case choices([Choice])
  /// Some of a list of words in the order given, joined by commas; none is `none`.
  case ranking([Choice])
  /// One line of text; empty where it was never set.
  case text
  /// Who decides on what is submitted, step by step, joined by commas; none is `none`.
  case approvalSteps
  /// What generated codes look like: what they begin with, then one zero a digit (`KH000000`).
  case codePattern
  /// Columns of the list of a kind, in the order given, joined by commas.
  case columns(Kind)

  /// Reads what somebody typed, in either language.
  ///
  /// - Returns: the value as it is stored.
  /// - Throws: ``CRMError`` of kind request that says what may be given.
  func stored(_ text: String, of key: String) throws -> String {
    let typed = cleaned(text)
    switch self {
    case .number(let range):
      if let number = Int(typed), range.contains(number) { return String(number) }
    case .steps(let count, let range):
      let numbers = typed.split(separator: ",").map { Int(cleaned(String($0))) }
      let known = numbers.compactMap { $0 }
      if known.count == numbers.count, known.count == count, known.allSatisfy(range.contains),
        zip(known, known.dropFirst()).allSatisfy({ $0 < $1 })
      {
        return known.map(String.init).joined(separator: ",")
      }
    case .flag:
      if let flag = SettingType.flags[folded(typed)] { return flag }
    case .choice(let choices):
      if let choice = SettingType.choice(typed, among: choices) { return choice.key }
    case .choices(let choices):
      if let found = SettingType.some(typed, of: choices) {
        return choices.map(\.key).filter(found.contains).joined(separator: ",")
      }
    case .ranking(let choices):
      if let found = SettingType.some(typed, of: choices), Set(found).count == found.count {
        return found.joined(separator: ",")
      }
    case .text:
      return typed
    case .approvalSteps:
      if let steps = ApprovalStep.list(typed) { return ApprovalStep.text(of: steps) }
    case .codePattern:
      if CodePattern(typed) != nil { return typed }
    case .columns:
      let paths = PathList.split(typed)
      if !paths.isEmpty { return paths.joined(separator: ",") }
    }
    throw CRMError(
      .request, "“\(text)” is no value of the setting \(key)",
      vi: "“\(text)” không phải giá trị của thiết lập \(key)",
      hints: nearWords(typed) + [Label("Give \(range.en).", vi: "Cần \(range.vi).")])
  }

  /// Asks whether words were meant that are spelt nearly like those that are not known.
  private func nearWords(_ typed: String) -> [Label] {
    let known = words.flatMap { [$0.key, $0.label.en.lowercased(), $0.label.vi.lowercased()] }
    let near = typed.split(separator: ",").map { cleaned(String($0)) }.filter {
      SettingType.choice($0, among: words) == nil
    }.flatMap { nearest(to: $0, among: known, limit: 1) }
    return Label.didYouMean(near)
  }

  private static let flags = [
    "yes": "yes", "co": "yes", "1": "yes", "no": "no", "khong": "no", "0": "no",
  ]

  /// Returns the keys of the words in a list, nil where one is unknown.
  private static func some(_ typed: String, of choices: [Choice]) -> [String]? {
    if ["none", "khong", ""].contains(folded(typed)) { return [] }
    let named = typed.split(separator: ",").map {
      choice(cleaned(String($0)), among: choices)?.key
    }
    let found = named.compactMap { $0 }
    return found.count == named.count ? found : nil
  }

  /// Finds a word by its key or label, dashes for underscores and one of many forgiven: `phone`,
  /// `tax-code`.
  private static func choice(_ text: String, among choices: [Choice]) -> Choice? {
    let word = plain(text)
    return choices.first {
      plain($0.key) == word || plain($0.label.en) == word || plain($0.label.vi) == word
    } ?? choices.first { plain($0.key) == word + "s" }
  }

  private static func plain(_ text: String) -> String {
    String(folded(text).map { $0 == "_" ? "-" : $0 })
  }

  /// The words as they are typed: keys in English, which programs know too, labels in Vietnamese.
  private static func list(_ choices: [Choice]) -> Label {
    Label(
      choices.map(\.key).joined(separator: ", "),
      vi: choices.map { $0.label.vi.lowercased() }.joined(separator: ", "))
  }

  /// What may be given, as the rest of a sentence.
  public var range: Label {
    switch self {
    case .number(let range):
      return Label(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        vi: "số nguyên từ \(range.lowerBound.counted(.vi)) đến \(range.upperBound.counted(.vi))")
    case .steps(let count, let range):
      return Label(
        "\(count) rising whole numbers from \(range.lowerBound) to \(range.upperBound), "
          + "joined by commas",
        vi: "\(count.counted(.vi)) số nguyên tăng dần từ \(range.lowerBound.counted(.vi)) đến "
          + "\(range.upperBound.counted(.vi)), "
          + "cách nhau bằng dấu phẩy")
    case .flag:
      return Label("yes or no", vi: "có hoặc không")
    case .choice(let choices):
      let words = SettingType.list(choices)
      return Label("one of \(words.en)", vi: "một trong \(words.vi)")
    case .choices(let choices):
      let words = SettingType.list(choices)
      return Label("none, or some of \(words.en)", vi: "không, hoặc một số trong \(words.vi)")
    case .ranking(let choices):
      let words = SettingType.list(choices)
      return Label(
        "none, or some of \(words.en), in the order wanted",
        vi: "không, hoặc một số trong \(words.vi), theo thứ tự mong muốn")
    case .text:
      return Label("a line of text", vi: "một dòng chữ")
    case .approvalSteps:
      return Label(
        "none, or up to \(ApprovalStep.most) of manager, role:NAME, group:NAME, user:LOGIN, joined "
          + "by commas",
        vi: "không, hoặc tối đa \(ApprovalStep.most) trong quản lý, nhóm quyền:TÊN, nhóm:TÊN, "
          + "nhân viên:TÀI-KHOẢN, cách nhau bằng dấu phẩy")
    case .codePattern:
      return Label(
        "what codes begin with and one zero a digit, as in KH000000",
        vi: "phần đầu của mã và mỗi chữ số một số 0, ví dụ KH000000")
    case .columns(let kind):
      return Label(
        "names or headings of columns, joined by commas; see 'crm \(kind.rawValue) fields'",
        vi: "tên hoặc tiêu đề cột, cách nhau bằng dấu phẩy; xem 'crm \(kind.rawValue) fields'")
    }
  }

  /// The words among which the value is chosen; none where it is typed freely.
  public var words: [Choice] {
    switch self {
    case .flag:
      return [Choice("yes", Label("Yes", vi: "Có")), Choice("no", Label("No", vi: "Không"))]
    case .choice(let choices), .choices(let choices), .ranking(let choices): return choices
    case .number, .steps, .text, .approvalSteps, .codePattern, .columns: return []
    }
  }

  /// Returns a stored value as people read it.
  public func shown(_ stored: String) -> Label {
    switch self {
    case .number, .steps, .text, .codePattern: return Label(same: stored)
    case .columns: return Label(same: stored.replacing(",", with: ", "))
    case .approvalSteps:
      if stored.isEmpty { return Label("none", vi: "không") }
      return Label(
        stored.replacing(",", with: ", "), vi: ApprovalStep.vietnamese(stored))
    case .flag: return stored == "yes" ? Label("yes", vi: "có") : Label("no", vi: "không")
    case .choice(let choices), .choices(let choices), .ranking(let choices):
      let chosen = stored.split(separator: ",").compactMap { key in
        choices.first { $0.key == key }?.label
      }
      if chosen.isEmpty { return Label("none", vi: "không") }
      return Label(
        chosen.map(\.en).joined(separator: ", "), vi: chosen.map(\.vi).joined(separator: ", "))
    }
  }
}
