import CRMCore
import CRMEngine
import CRMTables
import CRMValues

extension Session {
  /// Whether somebody is there to answer.
  var canAsk: Bool { environment.isInputTerminal && !invocation.has("no-input") }

  /// Asks a question on the terminal and returns the answer, nil at the end of input.
  func ask(_ question: Label) throws -> String? {
    var text = text(question)
    try text.withUTF8 { try environment.errors.write(UnsafeRawBufferPointer($0)) }
    return try readLine().map(cleaned)
  }

  /// Returns the next line of standard input without its end, nil after the last.
  ///
  /// - Throws: ``CRMError`` where it is no text, ``Interruption/error``.
  func readLine() throws -> String? {
    guard var line = try nextLine() else { return nil }
    linesRead += 1
    if line.last == 0x0A { line.removeLast() }
    if line.last == 0x0D { line.removeLast() }
    return try strictText(of: line, in: Environment.standardInput, line: linesRead)
  }

  private func nextLine() throws -> [UInt8]? {
    guard var lines = awaited else { return try environment.readLine() }
    defer { awaited = lines }
    return lines.popFirst()
  }

  /// Reads all of standard input where the line takes codes from it: who has to wait for them does so
  /// before keeping others from writing.
  func awaitInput() throws {
    let isFile = invocation.files.contains { $0.use == .read && $0.path == "-" }
    guard awaited == nil, invocation.operands.contains("-"), !isFile else { return }
    var lines: [[UInt8]] = []
    while let line = try environment.readLine() { lines.append(line) }
    awaited = lines[...]
  }

  /// Returns all of standard input, or of a file.
  func bytes(of file: String) throws -> [UInt8] {
    guard file == "-" else {
      try checkFile(file)
      return try readBytes(file)
    }
    var bytes: [UInt8] = []
    while let line = try environment.readLine() { bytes += line }
    return bytes
  }
}
