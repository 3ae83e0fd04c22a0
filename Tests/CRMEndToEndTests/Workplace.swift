import CRMTables
import Foundation

/// A folder of its own with the built program in its PATH and its database inside, gone with
/// the last reference to it.
final class Workplace: Sendable {
  struct Outcome: Equatable {
    let output: String
    let errors: String
    let code: Int32
  }

  /// The folder of the program that was built together with the tests.
  static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path
  static let crm = products + "/crm"
  static let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "crm-end-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var database: String { folder + "/crm.sqlite" }

  private func process(
    _ program: String, _ arguments: [String], _ variables: [String: String], _ input: FileHandle
  )
    throws -> (Process, output: FileHandle, errors: FileHandle)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": Workplace.products + ":/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "HOME": folder, "CRM_DB": database, "CRM_LANG": "en", "CRM_USER": "an",
      "CRM": Workplace.crm,
    ].merging(variables) { $1 }
    // Files, not pipes: nobody has to read while the program writes.
    let streams = try (0..<2).map { _ in
      let path = folder + "/.stream-" + UUID().uuidString
      try Data().write(to: URL(fileURLWithPath: path))
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      try FileManager.default.removeItem(atPath: path)
      return handle
    }
    process.standardInput = input
    process.standardOutput = streams[0]
    process.standardError = streams[1]
    return (process, streams[0], streams[1])
  }

  /// A program that runs beside the test.
  final class Running {
    let process: Process
    fileprivate let output: FileHandle
    fileprivate let errors: FileHandle

    fileprivate init(_ process: Process, _ output: FileHandle, _ errors: FileHandle) {
      self.process = process
      self.output = output
      self.errors = errors
    }

    /// Waits for its end.
    func finish() throws -> Outcome {
      process.waitUntilExit()
      return Outcome(
        output: try Running.text(output), errors: try Running.text(errors),
        code: process.terminationStatus)
    }

    private static func text(_ handle: FileHandle) throws -> String {
      try handle.seek(toOffset: 0)
      return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    }
  }

  func start(
    _ program: String, _ arguments: [String], _ variables: [String: String] = [:],
    input: FileHandle = .nullDevice
  ) throws -> Running {
    let (process, output, errors) = try process(program, arguments, variables, input)
    // Tests run on threads that block signals, which a child would take over.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    return Running(process, output, errors)
  }

  /// Runs the program to its end.
  @discardableResult
  func crm(_ arguments: String..., with variables: [String: String] = [:]) throws -> Outcome {
    try start(Workplace.crm, arguments, variables).finish()
  }

  /// Runs a shell script to its end.
  @discardableResult
  func bash(_ script: String, with variables: [String: String] = [:]) throws -> Outcome {
    try start("/bin/bash", ["--noprofile", "--norc", "-c", script], variables).finish()
  }

  /// Makes the database with three customers in it.
  func fill() throws {
    try crm("init")
    for name in ["An", "Bình", "Chi"] { try crm("customer", "add", "--name", name) }
  }

  /// Writes a file of so many customers that an import takes seconds; returns its path.
  func manyCustomers(_ count: Int = 50_000) throws -> String {
    var text = "Mã KH,Tên khách hàng,Điện thoại,Email,Mô tả\n"
    let words = String(repeating: "mô tả dài của khách hàng này ", count: 12)
    for number in 1...count {
      text += "X\(number),Khách \(number),09\(10_000_000 + number),k\(number)@example.vn,"
      text += "\(words)\(number)\n"
    }
    let path = folder + "/many.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Writes the same kind of file as a workbook, now and then a row in error between; returns its
  /// path.
  func workbookOfCustomers(_ count: Int = 30_000) throws -> String {
    let path = folder + "/many.xlsx"
    let writer = try openWriter(.xlsx, to: .path(path))
    let titles = ["Mã KH", "Tên khách hàng", "Điện thoại", "Email", "Mô tả"]
    try writer.beginSheet(
      OutputSheet(
        key: "customer", title: "Khách hàng",
        columns: titles.map { OutputColumn(key: $0, title: $0) }))
    let words = String(repeating: "mô tả dài của khách hàng này ", count: 12)
    for number in 1...count {
      try writer.write([
        .text("X\(number)"), .text("Khách \(number)"), .text("09\(10_000_000 + number)"),
        .text(number % 500 == 0 ? "sai" : "k\(number)@example.vn"), .text(words),
      ])
    }
    try writer.finish()
    return path
  }

  /// Whether a program of the given name is installed.
  static func has(_ name: String) -> Bool {
    ["/usr/local/bin/", "/usr/bin/", "/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + name)
    }
  }
}
