import CRMTables

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output of a terminal, through `$CRM_PAGER` or `$PAGER` once it is longer than the
/// screen. A pager shows what it gets on the terminal, so that the door to that stands before both:
/// ``of(_:)``.
final class PagedSink: ByteSink {
  private let output: any ByteSink
  private let command: String?
  private let height: Int
  private var held: [UInt8] = []
  private var lines = 0
  private var pager: Pager?

  /// Returns standard output, with the door before it where it is a terminal.
  static func of(_ environment: Environment) -> any ByteSink {
    let sink = PagedSink(environment)
    return environment.isOutputTerminal ? TerminalSink(sink) : sink
  }

  private init(_ environment: Environment) {
    output = (environment.output as? TerminalSink)?.terminal ?? environment.output
    let named = environment.variables["CRM_PAGER"] ?? environment.variables["PAGER"] ?? ""
    command =
      environment.isOutputTerminal && !named.isEmpty && named != "cat" ? named : nil
    height = PagedSink.height(environment.variables)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let command else { return try output.write(bytes) }
    if let pager { return try pager.write(bytes) }
    held.append(contentsOf: bytes)
    lines += bytes.count { $0 == 0x0A }
    guard lines >= height else { return }
    guard let started = Pager(command) else { return try release() }
    pager = started
    try held.withUnsafeBytes(started.write)
    held = []
  }

  func commit() throws {
    try release()
    pager?.finish()
    pager = nil
    try output.commit()
  }

  func discard() {
    pager?.finish()
    pager = nil
  }

  deinit { pager?.finish() }

  private func release() throws {
    guard pager == nil, !held.isEmpty else { return }
    try held.withUnsafeBytes(output.write)
    held = []
    lines = 0
  }

  private static func height(_ variables: [String: String]) -> Int {
    if let lines = variables["LINES"].flatMap(Int.init), lines > 0 { return lines }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 {
      return Int(size.ws_row)
    }
    return 24
  }
}
