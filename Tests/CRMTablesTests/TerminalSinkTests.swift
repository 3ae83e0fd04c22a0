import CRMTables
import Testing

@Suite struct TerminalSinkTests {
  private func shown(_ pieces: [[UInt8]]) throws -> String {
    let memory = MemorySink()
    let sink = TerminalSink(memory)
    for piece in pieces { try piece.withUnsafeBytes(sink.write) }
    try sink.commit()
    return memory.text
  }

  @Test(arguments: [
    ("chữ 👨‍👩‍👧 thường\tvà\ndòng", "chữ 👨‍👩‍👧 thường\tvà\ndòng"), ("a\u{1B}[1mb", "a [1mb"),
    ("a\u{9B}5mb\u{85}", "a 5mb "), ("a\r\nb\rc\r", "a\nb c "), ("\u{202E}\u{2066}\u{2028}", "   "),
    ("\u{61C}\u{200E}\u{FFF9}", "   "), ("", ""),
  ]) func makesTextOfWhatCommands(_ text: String, _ wanted: String) throws {
    #expect(try shown([Array(text.utf8)]) == wanted)
    // Wherever the writes part it.
    #expect(try shown(text.utf8.map { [$0] }) == wanted)
  }

  /// A byte of the eight-bit controls is no text, and neither is a character cut short.
  @Test func bytesThatAreNoTextAreReplaced() throws {
    #expect(try shown([[0x61, 0x9B, 0x62]]) == "a\u{FFFD}b")
    #expect(try shown([[0x61, 0xE1, 0xBB]]) == "a\u{FFFD}")
  }

  @Test func ownStylesPass() throws {
    let memory = MemorySink()
    let sink = TerminalSink(memory)
    try sink.put(.lineErased)
    try sink.put(styled: "\u{1B}[1mĐậm\u{1B}[0m và \u{1B}[31mđỏ\n")
    #expect(memory.text == "\r\u{1B}[K\u{1B}[1mĐậm\u{1B}[0m và [31mđỏ\n")
  }

  @Test func aDoorBehindADoorIsOne() throws {
    let memory = MemorySink()
    let sink = TerminalSink(TerminalSink(memory))
    try sink.put(.bold)
    #expect(memory.text == "\u{1B}[1m")
  }
}
