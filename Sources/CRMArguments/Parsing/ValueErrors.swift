import CRMValues

extension CRMError {
  static func missingOptions(_ options: [Option], usage: Label) -> CRMError {
    let names = options.map { "--\($0.long)" }.joined(separator: ", ")
    return CRMError(
      .usage, "missing \(names)", vi: "thiếu \(names)", hints: [usageLine(usage)])
  }

  static func missingOperand(
    _ operand: Operand, usage: Label, name: String, program: String, swallowedBy option: String?
  ) -> CRMError {
    var hints = [usageLine(usage)]
    if let option {
      hints.append(
        Label(
          "--\(option) takes all words that follow it: end them with -- or with another option",
          vi: "--\(option) nhận mọi từ đứng sau nó: hãy kết thúc bằng -- hoặc một tùy chọn khác"))
    }
    hints.append(see("\(program) help \(name)"))
    return CRMError(
      .usage,
      Label(
        "missing \(operand.placeholder.text(in: .en)) (\(operand.summary.en))",
        vi: "thiếu \(operand.placeholder.text(in: .vi)) (\(operand.summary.vi))"), hints: hints)
  }

  /// - Parameters:
  ///   - before: the operand before it, where the two may be one.
  ///   - other: the command that takes it.
  static func unexpectedOperand(
    _ word: String, after before: String?, instead other: String? = nil, usage: Label
  ) -> CRMError {
    var hints = [usageLine(usage)]
    if let other {
      hints.insert(Label("Search with: \(other)", vi: "Tìm bằng: \(other)"), at: 0)
    }
    if let before {
      let name = "\"\(before) \(word)\""
      hints.insert(
        Label(
          "A name of several words stands in quotes: \(name)",
          vi: "Tên gồm nhiều từ phải để trong ngoặc kép: \(name)"), at: 0)
    }
    if word.hasPrefix("–") || word.hasPrefix("—") {
      hints.append(
        Label(
          "options begin with two plain hyphens: --",
          vi: "tùy chọn bắt đầu bằng hai dấu gạch nối: --"))
    }
    return CRMError(.usage, "unexpected '\(word)'", vi: "thừa '\(word)'", hints: hints)
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
