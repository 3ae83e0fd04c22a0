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
    return environment.readLine().map(cleaned)
  }

  /// Returns all of standard input, or of a file.
  func bytes(of file: String) throws -> [UInt8] {
    if file == "-" {
      var text = ""
      while let line = environment.readLine() { text += line + "\n" }
      return Array(text.utf8)
    }
    return try FileBytes.read(file)
  }
}
