import CRMValues

extension CommandTable {
  /// Returns what is wrong with the declarations, one sentence each; none when all is well.
  ///
  /// A test calls this: two commands of one name, options that clash with each other or with the
  /// global ones, missing translations, operands behind one that takes all, examples that do not
  /// parse. Builds every command.
  public func problems() -> [String] {
    var found = repeated(groups.flatMap { [$0.word] + $0.aliases }).map { "two groups '\($0)'" }
    found += faults(in: globalOptions, of: "global options")
    for group in groups {
      for word in [group.word] + group.aliases where self.group(named: word)?.word != group.word {
        found.append("'\(word)' does not find its group")
      }
      found += missing(group.summary, "summary of '\(group.word)'")
      found += missing(group.section, "section of '\(group.word)'")
      let commands = group.commands()
      if commands.isEmpty { found.append("'\(group.word)' has no commands") }
      found += repeated(commands.map(\.name)).map { "two commands '\($0)'" }
      for command in commands {
        if command.words.first != group.word {
          found.append("'\(command.name)' is not in its group '\(group.word)'")
        }
        found += problems(of: command)
      }
    }
    return found
  }

  private func problems(of command: Command<Context>) -> [String] {
    let name = "'\(command.name)'"
    var found = missing(command.summary, "summary of \(name)")
    for paragraph in command.details { found += missing(paragraph, "details of \(name)") }
    if command.words.contains(where: { !isWord($0) && !command.hidden }) {
      found.append("\(name) is not in lower-case words")
    }
    found += faults(in: command.options, of: name)
    for option in command.options {
      let global = globalOptions.first { $0.long == option.long }
      if (global != nil) != option.replacesGlobal {
        found.append(
          global != nil
            ? "--\(option.long) of \(name) clashes with the global option"
            : "--\(option.long) of \(name) replaces no global option")
      }
      for other in option.also where globalOptions.contains(where: { $0.names.contains(other) }) {
        found.append("--\(other) of \(name) clashes with a global option")
      }
      if let short = option.short,
        globalOptions.contains(where: { $0.short == short && $0.long != option.long })
      {
        found.append("-\(short) of \(name) clashes with a global option")
      }
    }
    return found + problems(inOperandsOf: command) + problems(inExamplesOf: command)
  }

  private func problems(inOperandsOf command: Command<Context>) -> [String] {
    var found: [String] = []
    for (index, operand) in command.operands.enumerated() {
      found += missing(operand.summary, "\(operand.placeholder.english) of '\(command.name)'")
      found += untranslated(operand.placeholder, "'\(command.name)'")
      if operand.placeholder.isEmpty { found.append("an operand of '\(command.name)' has no name") }
      guard index > 0 else { continue }
      let before = command.operands[index - 1]
      if before.isMany || (!before.isNeeded && operand.isNeeded) {
        found.append(
          "\(operand.placeholder.english) of '\(command.name)' follows \(before.usage(in: .en))")
      }
    }
    return found
  }

  private func problems(inExamplesOf command: Command<Context>) -> [String] {
    command.examples.flatMap { example -> [String] in
      var found = missing(example.summary, "example '\(example.command)'")
      let calls = example.calls(of: program)
      if !example.command.hasPrefix("\(program) ") || calls.isEmpty {
        found.append("example '\(example.command)' does not start with '\(program) '")
      }
      for call in calls {
        do throws(CRMError) { _ = try parse(call) } catch {
          found.append("example '\(example.command)': \(error.message.en)")
        }
      }
      if !calls.contains(where: { $0.joined(separator: " ").contains(command.name) }) {
        found.append("example '\(example.command)' does not show '\(command.name)'")
      }
      return found
    }
  }
}

private func faults(in options: [Option], of owner: String) -> [String] {
  var found = repeated(options.flatMap(\.names)).map { "two options --\($0) in \(owner)" }
  found += repeated(options.compactMap { $0.short.map(String.init) })
    .map { "two options -\($0) in \(owner)" }
  for option in options {
    found += missing(option.summary, "--\(option.long) of \(owner)")
    for name in option.names where !isWord(name) || name.count < 2 {
      found.append("bad name --\(name) in \(owner)")
    }
    if let short = option.short, !(short.isASCII && short.isLetter) {
      found.append("-\(short) of \(owner) is not a letter")
    }
    if let value = option.value {
      if value.placeholder.isEmpty {
        found.append("--\(option.long) of \(owner) has no placeholder")
      }
      found += untranslated(value.placeholder, "--\(option.long) of \(owner)")
    }
    if option.necessity != .optional, option.hidden {
      found.append("--\(option.long) of \(owner) is required and hidden")
    }
  }
  return found
}

private func missing(_ label: Label, _ what: String) -> [String] {
  Language.allCases.filter { label.text(in: $0).isEmpty }.map { "no \($0) text for \(what)" }
}

private func untranslated(_ placeholder: Placeholder, _ what: String) -> [String] {
  placeholder.unknownWords.map { "no vi word for \($0) of \(what)" }
}

private func isWord(_ text: String) -> Bool {
  text.first?.isLetter == true && text.last != "-"
    && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
}

private func repeated(_ words: [String]) -> [String] {
  var seen: Set<String> = []
  return words.filter { !seen.insert($0).inserted }
}
