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

  /// Runs a body that changes the chosen records, as one operation.
  ///
  /// Where somebody has to be asked first, the records are chosen before the write door opens,
  /// so that nobody waits for an answer.
  ///
  /// - Parameters:
  ///   - operands: the codes; nil for all operands of the command.
  ///   - deed: says what will be done to so many records; the question.
  func change<T>(
    _ kind: Kind, operands: [String]? = nil, as deed: Selection.Deed = Selection.changing,
    _ body: (Writer, [Int64]) throws -> T
  ) throws -> T {
    let asks = canAsk && !isDryRun && !(invocation.declares("yes") && invocation.has("yes"))
    guard asks else {
      return try write { try body($0, Selection.ids(kind, self, $0, operands: operands)) }
    }
    let ids = try read { try Selection.ids(kind, self, $0, operands: operands) }
    try Selection.confirm(ids.count, kind, self, as: deed)
    return try write { try body($0, ids) }
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
