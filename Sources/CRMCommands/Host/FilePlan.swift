import CRMArguments
import CRMTables

/// Which files a command line names, and the line with a plain name in place of each: what a launcher
/// asks before it opens them as the person who typed the line (RULES 11.6).
struct FilePlan {
  struct File: Hashable {
    let use: FileUse
    /// As typed.
    let path: String
    /// What the command knows it by.
    let name: String
  }

  private(set) var files: [File] = []
  private(set) var arguments: [String]
  /// Whether the command may read or write files at all, be it one it names itself.
  private(set) var hasFiles = false

  /// What the launcher calls standard input and output in the archives.
  static let input = "stdin"
  static let output = "stdout"

  init(_ arguments: [String], _ table: CommandTable<Session>) {
    self.arguments = arguments
    guard case .run(let command, let invocation)? = try? table.parse(arguments) else { return }
    hasFiles = command.operands.contains {
      if case .files = $0.completion { true } else { false }
    }
    for word in invocation.files
    where word.use != .database && word.path != "-" && !word.path.isEmpty {
      hasFiles = true
      let file =
        files.first { $0.path == word.path && $0.use == word.use }
        ?? File(use: word.use, path: word.path, name: name(for: word.path))
      if !files.contains(file) { files.append(file) }
      self.arguments[word.position] = word.prefix + file.name
    }
  }

  /// Returns the last part of a path, short, and of no other file of the line.
  private func name(for path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? ""
    // A launcher is to take none for an option, and a folder shows those alone that are not hidden.
    if !TarReader.isPlain(name) { name = "" }
    if name.isEmpty || name.hasPrefix("-") || name.hasPrefix(".") { name = "_" + name }
    let (stem, ending) = FilePlan.parts(name)
    var short = stem
    while short.utf8.count + ending.utf8.count > 60, !short.isEmpty { short.removeLast() }
    name = short + ending
    let taken = files.map(\.name) + [FilePlan.input, FilePlan.output]
    var number = 1
    while taken.contains(name) {
      number += 1
      name = "\(short).\(number)\(ending)"
    }
    return name
  }

  /// The name before its ending, and that with its dot, where it is short enough to be one.
  private static func parts(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: "."), name[dot...].utf8.count < 12, dot > name.startIndex
    else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }

  /// The plan as a launcher reads it, every word with a zero byte behind it: `files` or `none`, of
  /// each file use, path and name, an empty word, the arguments.
  var words: [String] {
    [hasFiles ? "files" : "none"] + files.flatMap { [$0.use.rawValue, $0.path, $0.name] } + [""]
      + arguments
  }
}
