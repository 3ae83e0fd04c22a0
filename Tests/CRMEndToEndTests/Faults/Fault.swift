import Foundation

/// What is to go wrong between a program and its files; `Tests/Faults/fault.c` makes it happen.
struct Fault: Sendable {
  enum Kind: String, Sendable { case count, fail, kill, lose }

  let kind: Kind
  /// Before which call, from 1; 0 is none of them.
  var at = 0
  /// Which calls count: o open, r read, w write, s sync, t truncate, n rename and unlink.
  var calls = "wstn"
  var error = EIO
  /// Whether every later call fails, too.
  var lasts = false
  /// Of what a loss of power leaves.
  var seed = 0
  /// Whether the disk says that it has written what it has not.
  var lies = false

  /// The variables for a program whose files below the given path are to fail.
  func variables(_ files: String) -> [String: String] {
    [
      "LD_PRELOAD": Fault.library ?? "", "FAULT_FILES": files, "FAULT": kind.rawValue,
      "FAULT_AT": "\(at)", "FAULT_CALLS": calls, "FAULT_ERROR": "\(error)",
      "FAULT_LASTS": lasts ? "1" : "0", "FAULT_SEED": "\(seed)", "FAULT_LIES": lies ? "1" : "0",
    ]
  }

  /// The library, built for this run; nil where that is not possible.
  static let library: String? = {
    let source = Workplace.repository + "/Tests/Faults/fault.c"
    let built = Workplace.products + "/fault-\(getpid()).so"
    guard let compiler, let place = try? Workplace() else { return nil }
    let outcome = try? place.start(
      compiler, ["-shared", "-fPIC", "-O1", "-o", built, source]
    ).finish()
    guard outcome?.code == 0 else { return nil }
    // It is needed until the end, and gone after it.
    atexit { unlink(Workplace.products + "/fault-\(getpid()).so") }
    return built
  }()

  /// The compiler for C that comes with Swift, or another.
  private static let compiler: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let swift = folders.map { URL(fileURLWithPath: "\($0)/swift").resolvingSymlinksInPath() }
      .map { $0.deletingLastPathComponent().path }
    return (swift.map { $0 + "/clang" } + folders.flatMap { ["\($0)/clang", "\($0)/cc"] })
      .first(where: FileManager.default.isExecutableFile)
  }()

  /// Whether there is all that the tests of faults need, and what they say where there is not.
  static var isPossible: Bool { library != nil && Workplace.has("sqlite3") }
  static let needs = "needs a compiler for C, and the shell of SQLite"
}
