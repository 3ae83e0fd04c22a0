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
      vi: "tuỳ chọn '\(option)' phải đứng sau động từ",
      hints: [oneOf(verbs), see("\(program) help \(name)")])
  }

  static func unknownOption(
    _ option: String, among known: [String], matched: [String], program: String
  ) -> CRMError {
    let topic = (["\(program) help"] + matched).joined(separator: " ")
    return CRMError(
      .usage, "unknown option '\(option)'", vi: "không có tuỳ chọn '\(option)'",
      hints: didYouMean(option, among: known) + [see(topic)])
  }

  static func givenTwice(_ option: Option) -> CRMError {
    CRMError(
      .usage, "option '--\(option.long)' is given twice",
      vi: "tuỳ chọn '--\(option.long)' được ghi hai lần")
  }

  static func unwantedValue(of option: Option) -> CRMError {
    CRMError(
      .usage, "option '--\(option.long)' takes no value",
      vi: "tuỳ chọn '--\(option.long)' không nhận giá trị")
  }

  static func missingValue(of option: Option, before next: String?) -> CRMError {
    var hints = [usageLine(option.usage)]
    if let next, let value = option.value, next != "--" {
      hints.append(
        Label(
          "if '\(next)' is the \(value.placeholder), write --\(option.long)=\(next)",
          vi: "nếu '\(next)' chính là \(value.placeholder), hãy viết --\(option.long)=\(next)"))
    }
    return CRMError(
      .usage, "option '--\(option.long)' needs a value",
      vi: "tuỳ chọn '--\(option.long)' cần một giá trị", hints: hints)
  }

  static func optionTooEarly(_ option: Option, command: String, program: String) -> CRMError {
    CRMError(
      .usage, "option '--\(option.long)' must follow the verb here",
      vi: "tuỳ chọn '--\(option.long)' ở đây phải đứng sau động từ",
      hints: [usageLine("\(program) \(command) \(option.usage)")])
  }
}

extension CRMError {
  static func missingOptions(_ options: [Option], usage: String) -> CRMError {
    let names = options.map { "--\($0.long)" }.joined(separator: ", ")
    return CRMError(
      .usage, "missing \(names)", vi: "thiếu \(names)", hints: [usageLine(usage)])
  }

  static func missingOperand(
    _ operand: Operand, usage: String, name: String, program: String, swallowedBy option: String?
  ) -> CRMError {
    var hints = [usageLine(usage)]
    if let option {
      hints.append(
        Label(
          "--\(option) takes all words that follow it: end them with -- or with another option",
          vi: "--\(option) nhận mọi từ đứng sau nó: hãy kết thúc bằng -- hoặc một tuỳ chọn khác"))
    }
    hints.append(see("\(program) help \(name)"))
    return CRMError(
      .usage,
      Label(
        "missing \(operand.placeholder) (\(operand.summary.en))",
        vi: "thiếu \(operand.placeholder) (\(operand.summary.vi))"), hints: hints)
  }

  static func unexpectedOperand(_ word: String, usage: String) -> CRMError {
    CRMError(
      .usage, "unexpected '\(word)'", vi: "thừa '\(word)'", hints: [usageLine(usage)])
  }

  static func notAnInteger(_ text: String, option: String, range: ClosedRange<Int>) -> CRMError {
    var limits = ("", "")
    if range.lowerBound != .min, range.upperBound != .max {
      limits = (
        " from \(range.lowerBound) to \(range.upperBound)",
        " từ \(range.lowerBound) đến \(range.upperBound)"
      )
    } else if range.lowerBound != .min {
      limits = (" of at least \(range.lowerBound)", " không nhỏ hơn \(range.lowerBound)")
    } else if range.upperBound != .max {
      limits = (" of at most \(range.upperBound)", " không lớn hơn \(range.upperBound)")
    }
    return CRMError(
      .usage, "--\(option) needs a whole number\(limits.0), not '\(text)'",
      vi: "--\(option) cần một số nguyên\(limits.1), không phải '\(text)'")
  }

  static func notAChoice(_ text: String, option: String, choices: [String]) -> CRMError {
    CRMError(
      .usage, "--\(option) cannot be '\(text)'", vi: "--\(option) không thể là '\(text)'",
      hints: didYouMean(text, among: choices) + [oneOf(choices)])
  }
}

private func didYouMean(_ typed: String, among known: [String]) -> [Label] {
  let near = nearest(to: typed, among: known)
  guard !near.isEmpty else { return [] }
  let list = near.map { "'\($0)'" }
  return [
    Label(
      "did you mean \(list.joined(separator: " or "))?",
      vi: "có phải ý bạn là \(list.joined(separator: " hay "))?")
  ]
}

private func oneOf(_ words: [String]) -> Label {
  let list = words.joined(separator: ", ")
  return Label("one of: \(list)", vi: "một trong: \(list)")
}

private func usageLine(_ usage: String) -> Label {
  Label("usage: \(usage)", vi: "cách dùng: \(usage)")
}

private func see(_ command: String) -> Label {
  Label("see '\(command)'", vi: "xem '\(command)'")
}
