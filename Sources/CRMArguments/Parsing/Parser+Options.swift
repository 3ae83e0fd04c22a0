import CRMValues

extension Parser {
  /// Takes `--name`, `--name=value`, or `--name` and the words that are its values.
  mutating func takeLong(_ word: String) throws(CRMError) {
    let body = word.dropFirst(2)
    let equals = body.firstIndex(of: "=")
    let name = String(body[..<(equals ?? body.endIndex)])
    let attached = equals.map { String(body[body.index(after: $0)...]) }
    guard let option = try find("--\(name)", { $0.names.contains(name) }) else {
      throw .unknownOption(
        "--\(name)", among: candidates.flatMap(\.names), matched: matched,
        program: table.program, others: others(with: name))
    }
    try take(option, attached: attached, prefix: "--\(name)=")
  }

  /// Takes `-x`, `-x value`, `-xvalue`, or several switches behind one dash.
  mutating func takeShorts(_ word: String) throws(CRMError) {
    var rest = word.dropFirst()
    let start = index
    while let letter = rest.popFirst() {
      guard let option = try find("-\(letter)", { $0.short == letter }) else {
        // `-limit` was most likely meant as `--limit`.
        let long = candidates.first { "-\($0.long)" == word.prefix { $0 != "=" } }
        throw .unknownOption(
          long.map { "-\($0.long)" } ?? "-\(letter)", among: long.map { [$0.long] } ?? [],
          matched: matched, program: table.program)
      }
      index = start
      guard let value = option.value, value.arity != .optional, value.arity != .flag else {
        if rest.first == "=" { throw .unwantedValue(of: option) }
        try take(option, attached: nil, prefix: "")
        continue
      }
      var attached: String?
      if !rest.isEmpty { attached = String(rest.first == "=" ? rest.dropFirst() : rest) }
      return try take(
        option, attached: attached, prefix: String(word.prefix { $0 != letter }) + "\(letter)")
    }
  }

  /// The commands of the same noun and effect that have an option, where they are few.
  private func others(with name: String) -> [String] {
    let effect = (command ?? commands.first { $0.words == matched })?.effect
    let found = commands.filter { command in
      !command.hidden && command.words != matched && command.effect == effect
        && command.options.contains { $0.names.contains(name) && !$0.hidden }
    }
    return found.count < 3 ? found.map(\.name) : []
  }

  /// The options that can stand here, hidden ones left out.
  var candidates: [Option] {
    let own = (command ?? commands.first { $0.words == matched })?.options ?? []
    return (own + globals).filter { !$0.hidden }
  }

  private var globals: [Option] {
    table.globalOptions.filter { group == nil || $0.long != "version" }
  }

  /// Finds an option of the command, which settles the command, or a global one.
  private mutating func find(
    _ typed: String, _ matches: (Option) -> Bool
  ) throws(CRMError) -> Option? {
    let own = (command ?? commands.first { $0.words == matched })?.options ?? []
    if let option = own.first(where: matches) {
      try settle(before: nil)
      return option
    }
    if let option = globals.first(where: matches) { return option }
    if command == nil, group != nil, !commands.contains(where: { $0.words == matched }) {
      throw .optionBeforeVerb(typed, of: matched, among: verbs, program: table.program)
    }
    return nil
  }

  private mutating func take(
    _ option: Option, attached: String?, prefix: String
  ) throws(CRMError) {
    if !option.repeats, !forgiving, occurrences.contains(where: { $0.option == option.long }) {
      throw .givenTwice(option)
    }
    let position = index
    index += 1
    var values: [String] = []
    if let attached {
      guard option.value != nil else { throw .unwantedValue(of: option) }
      values = [attached]
      let before = arguments[position].utf8.dropLast(attached.utf8.count)
      note(attached, of: option, at: position, behind: String(Substring(before)))
      if option.secret { logged[position] = prefix + "***" }
    } else if let value = option.value, value.arity == .flag {
      if index < arguments.count, arguments[index].isEmpty || yesOrNo(arguments[index]) != nil {
        values = [arguments[index]]
        index += 1
      } else if index == arguments.count {
        open = option
      }
    } else if let value = option.value, value.arity != .optional {
      while index < arguments.count, values.isEmpty || value.arity == .many,
        isValue(arguments[index], of: value)
      {
        values.append(arguments[index])
        note(arguments[index], of: option, at: index)
        if option.secret { logged[index] = "***" }
        index += 1
      }
      if index == arguments.count, values.isEmpty || value.arity == .many { open = option }
      if values.isEmpty {
        throw .missingValue(of: option, before: index < arguments.count ? arguments[index] : nil)
      }
    }
    occurrences.append(.init(option: option.long, values: values, position: position))
  }

  /// Notes a value that is a file by its declaration.
  private mutating func note(
    _ value: String, of option: Option, at position: Int, behind prefix: String = ""
  ) {
    guard case .files(let use, _)? = option.value?.completion else { return }
    files.append(
      FileWord(use: use, path: value, position: position, prefix: prefix))
  }

  /// Returns whether the next word is a value: always, unless it is plainly an option. After an
  /// option with one value `-abc` is a value too (`--sort -created`), but no declared `-x` is.
  private func isValue(_ word: String, of value: Option.Value) -> Bool {
    guard Self.isOption(word) else { return true }
    if value.arity == .many || word.hasPrefix("--") { return false }
    guard word.count == 2, let letter = word.last else { return true }
    return !(globals + (command?.options ?? [])).contains { $0.short == letter }
  }
}
