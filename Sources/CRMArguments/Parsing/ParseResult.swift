import CRMValues

/// What a command line asks for.
public enum ParseResult<Context>: Sendable {
  /// Runs a command.
  case run(Command<Context>, Invocation)
  /// Shows the help of a topic: no words for the overview, else a noun, and perhaps its verb.
  case help([String], Invocation)
  /// Shows the version.
  case version(Invocation)
}

extension CommandTable {
  /// Reads a command line. Pure: touches neither environment nor files.
  ///
  /// - Parameter arguments: what follows the program's name.
  /// - Throws: a usage error in both languages, with what to do next.
  public func parse(_ arguments: [String]) throws(CRMError) -> ParseResult<Context> {
    var parser = Parser(table: self, arguments: arguments)
    return try parser.parse()
  }

  /// Returns the value of a global option in a command line that need not parse.
  ///
  /// An error about the command line has to be told in the language that it asks for.
  public func value(ofGlobal name: String, in arguments: [String]) -> String? {
    var found: String?
    for (index, word) in arguments.enumerated() {
      if word == "--" { break }
      if word.hasPrefix("--\(name)=") { found = String(word.dropFirst(name.count + 3)) }
      if word == "--\(name)", index + 1 < arguments.count { found = arguments[index + 1] }
    }
    return found
  }
}
