import CRMValues

extension CRMError {
  static func unknownNoun(_ word: String, among known: [String], program: String) -> CRMError {
    CRMError(
      .usage, "unknown command '\(word)'", vi: "không có lệnh '\(word)'",
      hints: didYouMean(word, among: known) + [see("\(program) help")])
  }

  static func missingNoun(program: String) -> CRMError {
    CRMError(.usage, "no command given", vi: "chưa có lệnh", hints: [see("\(program) help")])
  }

  static func unknownVerb(
    _ word: String, of matched: [String], among verbs: [String], program: String
  ) -> CRMError {
    let name = matched.joined(separator: " ")
    let near = didYouMean(word, among: verbs)
    return CRMError(
      .usage, "unknown verb '\(word)' after '\(name)'",
      vi: "không có động từ '\(word)' sau '\(name)'",
      hints: (near.isEmpty ? [oneOf(verbs)] : near) + [see("\(program) help \(name)")])
  }

  static func missingVerb(
    of matched: [String], among verbs: [String], program: String
  ) -> CRMError {
    let name = matched.joined(separator: " ")
    return CRMError(
      .usage, "no verb after '\(name)'", vi: "thiếu động từ sau '\(name)'",
      hints: [oneOf(verbs), see("\(program) help \(name)")])
  }

  static func optionBeforeVerb(
    _ option: String, of matched: [String], among verbs: [String], program: String
  ) -> CRMError {
    let name = matched.joined(separator: " ")
    return CRMError(
      .usage, "option '\(option)' must follow the verb",
      vi: "tùy chọn '\(option)' phải đứng sau động từ",
      hints: [oneOf(verbs), see("\(program) help \(name)")])
  }

  /// - Parameter others: commands that have the option.
  static func unknownOption(
    _ option: String, among known: [String], matched: [String], program: String,
    others: [String] = []
  ) -> CRMError {
    let having = others.map { name in
      Label("'\(program) \(name)' has it", vi: "'\(program) \(name)' có tùy chọn này")
    }
    let topic = (["\(program) help"] + matched).joined(separator: " ")
    return CRMError(
      .usage, "unknown option '\(option)'", vi: "không có tùy chọn '\(option)'",
      hints: didYouMean(String(option.drop { $0 == "-" }), among: known, prefix: "--") + having
        + [see(topic)])
  }

  static func givenTwice(_ option: Option) -> CRMError {
    CRMError(
      .usage, "option '--\(option.long)' is given twice",
      vi: "tùy chọn '--\(option.long)' được ghi hai lần")
  }

  static func unwantedValue(of option: Option) -> CRMError {
    CRMError(
      .usage, "option '--\(option.long)' takes no value",
      vi: "tùy chọn '--\(option.long)' không nhận giá trị")
  }

  static func missingValue(of option: Option, before next: String?) -> CRMError {
    var hints = [usageLine(option.usage)]
    if let next, let value = option.value, next != "--" {
      hints.append(
        Label(
          "if '\(next)' is the \(value.placeholder.text(in: .en)), "
            + "write --\(option.long)=\(next)",
          vi: "nếu '\(next)' chính là \(value.placeholder.text(in: .vi)), "
            + "hãy viết --\(option.long)=\(next)"))
    }
    return CRMError(
      .usage, "option '--\(option.long)' needs a value",
      vi: "tùy chọn '--\(option.long)' cần một giá trị", hints: hints)
  }

  static func optionTooEarly(_ option: Option, command: String, program: String) -> CRMError {
    CRMError(
      .usage, "option '--\(option.long)' must follow the verb here",
      vi: "tùy chọn '--\(option.long)' ở đây phải đứng sau động từ",
      hints: [
        usageLine(
          Label(
            "\(program) \(command) \(option.usage.en)",
            vi: "\(program) \(command) \(option.usage.vi)"))
      ])
  }
}

extension Option {
  fileprivate var usage: Label { Label(usage(in: .en), vi: usage(in: .vi)) }
}
