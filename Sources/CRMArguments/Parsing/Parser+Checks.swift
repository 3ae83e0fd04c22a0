import CRMValues

extension Parser {
  /// Checks what can only be known at the end: the number of operands and the required options.
  func check(_ command: Command<Context>) throws(CRMError) {
    let usage = usage(of: command)
    let needed = command.operands.filter(\.isNeeded)
    if operands.count < needed.count {
      throw .missingOperand(
        needed[operands.count], usage: usage, name: command.name, program: table.program,
        swallowedBy: swallower(in: command))
    }
    if !command.operands.contains(where: \.isMany), operands.count > command.operands.count {
      let word = operands[command.operands.count]
      let before = operands[..<command.operands.count].last
      let isName = ([word] + [before].compactMap(\.self)).allSatisfy { $0.allSatisfy(\.isLetter) }
      throw .unexpectedOperand(
        word, after: isName ? before : nil, instead: search(command), usage: usage)
    }
    let missing = command.options.filter { option in
      option.necessity == .required && !occurrences.contains { $0.option == option.long }
    }
    if !missing.isEmpty { throw .missingOptions(missing, usage: usage) }
    try checkReplaced(command)
  }

  /// The command that finds what was typed behind one that takes no words: `crm customer search 'Lê An'`.
  private func search(_ command: Command<Context>) -> String? {
    guard command.operands.isEmpty, let noun = command.words.first,
      table.command(named: [noun, "search"]) != nil
    else { return nil }
    let words = operands.joined(separator: " ")
    return "\(table.program) \(noun) search \(shellWord(words))"
  }

  /// The option that took several words and may have taken the operand with them.
  private func swallower(in command: Command<Context>) -> String? {
    occurrences.last { occurrence in
      occurrence.values.count > 1
        && command.options.contains { $0.long == occurrence.option && $0.value?.arity == .many }
    }?.option
  }

  /// Refuses a global option before the command where the command means something else by it.
  private func checkReplaced(_ command: Command<Context>) throws(CRMError) {
    for option in command.options where option.replacesGlobal {
      let early = occurrences.contains {
        $0.option == option.long && $0.position < commandEnd
      }
      if early { throw .optionTooEarly(option, command: command.name, program: table.program) }
    }
  }
}
