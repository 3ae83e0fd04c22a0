import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// Reads what an import is told: the options as typed, over those of a saved mapping.
enum ImportRequest {
  /// - Parameter kind: the noun the command stands under; nil for the top-level verb.
  static func options(_ kind: Kind?, _ invocation: Invocation, _ session: Session) throws
    -> ImportOptions
  {
    var options = ImportOptions()
    options.kind = kind
    if invocation.declares("into"), let word = invocation.value("into") {
      options.kind = try Nouns.kind(word)
    }
    options.map = try invocation.values("map").map(column)
    options.set = try invocation.values("set").map(setting)
    options.onlyColumns = list(invocation, "only-columns")
    options.createsMissing = invocation.has("create-missing")
    options.isStrict = invocation.has("strict")
    options.restoresTrashed = invocation.has("restore-trashed")
    options.allowsDuplicates = invocation.has("allow-duplicate")
    let saved = try invocation.value("mapping").map { name in
      try session.read { try $0.importMapping(name) }
    }
    saved?.apply(to: &options)
    options.mode = try mode(invocation) ?? saved?.mode ?? options.mode
    options.blank = try blank(invocation) ?? saved?.blank ?? options.blank
    for match in [list(invocation, "match"), saved?.match ?? []] where !match.isEmpty {
      options.match = match
      break
    }
    options.read = try read(invocation)
    return options
  }

  /// Returns what `crm import mapping save` was told.
  static func mapping(_ name: String, _ invocation: Invocation) throws -> ImportMapping {
    var mapping = ImportMapping(name)
    mapping.kind = try invocation.value("into").map(Nouns.kind)
    mapping.map = try invocation.values("map").map(column).map { .init($0.heading, $0.field) }
    mapping.set = try invocation.values("set").map(setting).map { .init($0.field, $0.value) }
    mapping.onlyColumns = list(invocation, "only-columns")
    mapping.match = list(invocation, "match")
    mapping.mode = try mode(invocation)
    mapping.blank = try blank(invocation)
    mapping.createsMissing = invocation.has("create-missing")
    return mapping
  }

  private static func list(_ invocation: Invocation, _ option: String) -> [String] {
    invocation.values(option).flatMap { $0.split(separator: ",").map { cleaned(String($0)) } }
      .filter { !$0.isEmpty }
  }

  private static func mode(_ invocation: Invocation) throws -> ImportOptions.Mode? {
    try invocation.choice("mode").flatMap(ImportOptions.Mode.init(rawValue:))
  }

  private static func blank(_ invocation: Invocation) throws -> ImportOptions.Blank? {
    try invocation.choice("blank").flatMap(ImportOptions.Blank.init(rawValue:))
  }

  private static func read(_ invocation: Invocation) throws -> ReadOptions {
    var options = ReadOptions()
    options.format = try invocation.choice("type").flatMap(TableFormat.init(rawValue:))
    if let name = invocation.value("encoding") { options.encoding = try TextEncoding(named: name) }
    if let name = invocation.value("delimiter") {
      guard let byte = CSVDialect.delimiter(named: name) else {
        throw CRMError(
          .usage, "--delimiter takes one character or tab, not “\(name)”",
          vi: "--delimiter nhận một ký tự hoặc tab, không nhận “\(name)”")
      }
      options.delimiter = byte
    }
    return options
  }

  /// A heading may itself hold the sign; a field never does.
  private static func column(_ text: String) throws -> (heading: String, field: String) {
    guard let sign = text.lastIndex(of: "=") else {
      throw CRMError(
        .usage, "--map takes HEADING=FIELD, not “\(text)”",
        vi: "--map có dạng TIÊU-ĐỀ=TRƯỜNG, không nhận “\(text)”",
        hints: [
          Label("Example: --map \"Tên KH=name\"", vi: "Ví dụ: --map \"Tên KH=name\"")
        ])
    }
    return (String(text[..<sign]), cleaned(String(text[text.index(after: sign)...])))
  }

  /// A value may itself hold the sign; a field never does.
  private static func setting(_ text: String) throws -> (field: String, value: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw CRMError(
        .usage, "--set takes FIELD=VALUE, not “\(text)”",
        vi: "--set có dạng TRƯỜNG=GIÁ-TRỊ, không nhận “\(text)”",
        hints: [
          Label("Example: --set source=Zalo", vi: "Ví dụ: --set source=Zalo")
        ])
    }
    return (cleaned(String(text[..<sign])), cleaned(String(text[text.index(after: sign)...])))
  }
}
