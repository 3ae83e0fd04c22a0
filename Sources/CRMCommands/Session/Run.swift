import CRMArguments
import CRMTables
import CRMValues

/// The version of the program.
public let version = "0.1.0"

/// Runs one command line.
///
/// - Parameter arguments: what follows the program's name.
/// - Returns: the exit code.
public func run(_ arguments: [String], in environment: Environment) -> Int32 {
  let environment = environment.guardingTerminals()
  let table = commandTable
  var language = Language.en
  do {
    language = try environment.language(option: table.value(ofGlobal: "lang", in: arguments))
    if let code = try Exchange.run(arguments, in: environment) { return code }
    switch try table.parse(arguments) {
    case .run(let command, let invocation):
      try command.run(
        invocation, try Session(environment, invocation, table: table, effect: command.effect))
    case .help(let words, let invocation):
      let session = try Session(environment, invocation, table: table)
      let isBare = words.isEmpty && !arguments.contains { $0 == "--help" || $0 == "-h" }
      try session.put(
        styled: isBare ? HelpCommand.firstSteps(session) : try HelpCommand.text(words, session))
    case .version:
      try put("crm \(version)\n", environment.output)
    }
    return 0
  } catch is ClosedPipe {
    return 0
  } catch let finished as Finished {
    return finished.code
  } catch let error as CRMError {
    return report(error, language, environment)
  } catch {
    return report(
      CRMError(
        .bug, "unexpected: \(error)", vi: "lỗi không lường trước: \(error)",
        hints: [
          Label(
            "This is a fault of crm; please report it with the command you typed.",
            vi: "Đây là lỗi của crm; vui lòng báo lại kèm lệnh đã gõ.")
        ]), language, environment)
  }
}

private func put(_ text: String, _ sink: any ByteSink) throws {
  var text = text
  try text.withUTF8 { try sink.write(UnsafeRawBufferPointer($0)) }
}

/// Returns a message of which no further line begins where messages do: what it quotes may hold line
/// breaks, and must not pass for something that the program says.
func indented(_ message: String) -> String {
  message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .joined(separator: "\n  ")
}

private func report(_ error: CRMError, _ language: Language, _ environment: Environment) -> Int32 {
  var text = "crm: " + indented(error.message.text(in: language)) + "\n"
  for hint in error.hints {
    for line in hint.text(in: language).split(separator: "\n", omittingEmptySubsequences: false) {
      text += "  \(line)\n"
    }
  }
  try? put(environment.spoken(text), environment.errors)
  return ExitCode.code(error.kind)
}
