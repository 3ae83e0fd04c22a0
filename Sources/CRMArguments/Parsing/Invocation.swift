import CRMValues

/// A parsed command line: the command's words, its operands and its options in the order typed.
public struct Invocation: Sendable {
  /// One use of an option.
  public struct Occurrence: Hashable, Sendable {
    /// The long name, without dashes.
    public let option: String
    /// The values; empty for a switch, several only for `.many`.
    public let values: [String]
    /// Index in the arguments, so that the order across options can be kept.
    public let position: Int
  }

  /// The words of the command; those of the topic when help was asked for.
  public let words: [String]
  public let operands: [String]
  /// Every option given, in the order typed, global ones included.
  public let occurrences: [Occurrence]
  /// The arguments as typed.
  public let arguments: [String]
  /// The arguments with the values of secret options masked, for the log.
  public let loggedArguments: [String]
  /// The options that could have been given.
  public let options: [Option]
  /// The files that the line names, those of options first.
  public let files: [FileWord]
  /// The synopsis of the command, for errors about how it was called.
  public let usage: Label

  /// Returns whether the option was given.
  public func has(_ name: String) -> Bool {
    !occurrences(of: name).isEmpty
  }

  /// Returns the value of an option that takes one; nil when it was not given.
  public func value(_ name: String) -> String? {
    occurrences(of: name).last?.values.first
  }

  /// Returns all values of an option, those of several occurrences joined.
  public func values(_ name: String) -> [String] {
    occurrences(of: name).flatMap(\.values)
  }

  /// Returns the uses of these options together, in the order typed.
  ///
  /// Asking for an option that the command does not declare is a mistake of the caller: tests stop.
  public func occurrences(of names: String...) -> [Occurrence] {
    assert(names.allSatisfy(declares), "no option \(names) in '\(words.joined(separator: " "))'")
    return occurrences.filter { names.contains($0.option) }
  }

  /// Returns whether the command, or the table for all commands, declares the option.
  public func declares(_ name: String) -> Bool {
    options.contains { $0.long == name }
  }

  /// Returns whether the command declares the option, and it was given.
  public func isGiven(_ name: String) -> Bool { declares(name) && has(name) }

  /// Returns the value of an option as a whole number.
  ///
  /// - Throws: a usage error when the value is not one, or is outside `range`.
  public func integer(
    _ name: String, in range: ClosedRange<Int> = Int.min...Int.max
  ) throws(CRMError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .notAnInteger(text, option: name, range: range)
    }
    return number
  }

  /// Returns the value of an option with fixed choices, as declared.
  ///
  /// The value is accepted in any case, and as either language's label.
  /// - Throws: a usage error that names the choices.
  public func choice(_ name: String) throws(CRMError) -> String? {
    guard let text = value(name) else { return nil }
    return try choice(text, of: name)
  }

  /// Returns the values of an option with fixed choices that may be given several times, or
  /// several at once with commas between.
  ///
  /// - Throws: a usage error when one is none of the choices.
  public func choices(_ name: String) throws(CRMError) -> [String] {
    var found: [String] = []
    for text in values(name) {
      guard case .list? = options.first(where: { $0.long == name })?.value?.completion else {
        found.append(try choice(text, of: name))
        continue
      }
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        found.append(try choice(cleaned(String(part)), of: name))
      }
    }
    return found
  }

  private func choice(_ text: String, of name: String) throws(CRMError) -> String {
    let completion = options.first { $0.long == name }?.value?.completion
    let choices: [Completion.Choice]
    switch completion {
    case .choices(let fixed)?, .list(.choices(let fixed))?: choices = fixed
    default: return text
    }
    let wanted = text.lowercased()
    let found = choices.first {
      [$0.value, $0.label.en, $0.label.vi].contains { $0.lowercased() == wanted }
    }
    guard let found else { throw .notAChoice(text, option: name, choices: choices.map(\.value)) }
    return found.value
  }

  /// The options marked required or prompted that were not given.
  public var missingOptions: [Option] {
    options.filter { option in
      option.necessity != .optional && !occurrences.contains { $0.option == option.long }
    }
  }

  /// Checks that every option marked prompted was given too, where nobody can be asked.
  ///
  /// - Throws: a usage error that names all that are missing.
  public func requireAll() throws(CRMError) {
    let missing = missingOptions
    if !missing.isEmpty { throw .missingOptions(missing, usage: usage) }
  }
}
