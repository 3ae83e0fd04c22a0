import CRMCore
import CRMEngine
import CRMTables
import CRMValues
import Foundation

/// Where the rows in error of one import go: one file in the format of the input, or, where that
/// has room for one sheet and several come, a file a sheet.
final class ImportRejects {
  private let session: Session
  private let plan: SheetPlan
  private let input: String
  private let chosen: String?
  private let format: OutputFormat
  private let kept: KeptFiles
  private var files: [(wanted: String, file: RejectsFile)] = []
  /// The files that stand in their places.
  private var placed: [String] = []
  /// Whether rows in error are kept: a dry run does so only where it is told to.
  let areKept: Bool

  /// - Parameter input: the file as the command names it.
  /// - Throws: ``CRMError`` for the name of a file that is there.
  init(
    _ input: String, _ plan: SheetPlan, _ format: OutputFormat, _ session: Session, isTried: Bool
  ) throws {
    self.session = session
    self.plan = plan
    self.input = input
    self.format = format
    chosen = session.invocation.value("rejects")
    areKept = !isTried || chosen != nil
    kept = ImportRejects.kept(input, session)
    guard chosen != nil else { return }
    // Said before the rows are read, not after the first of them that is in error.
    for sheet in plan.sheets { try ImportRejects.check(path(for: sheet), kept) }
  }

  private static func kept(_ input: String, _ session: Session) -> KeptFiles {
    var kept = KeptFiles(database: session.databasePath)
    kept.keep(input: input)
    return kept
  }

  /// Checks the name that is chosen before anything is read.
  ///
  /// - Throws: ``CRMError`` for the name of a file that is there.
  static func check(_ input: String, _ session: Session) throws {
    guard let chosen = session.invocation.value("rejects") else { return }
    try check(chosen, kept(input, session))
  }

  private static func check(_ path: String, _ kept: KeptFiles) throws {
    try checkOutput(path, keeping: kept)
    if wouldReplace(path) { throw CRMError.alreadyThere(path) }
  }

  /// Returns the format of the file of rejected rows.
  ///
  /// - Throws: ``CRMError`` for a name of a format that cannot be written.
  static func format(_ chosen: String?, _ input: TableFormat) throws -> OutputFormat {
    guard let name = chosen, let wanted = TableFormat(fileName: name) else {
      return RejectsFile.format(of: input)
    }
    let isWritten = RejectsFile.format(of: wanted).rawValue == wanted.rawValue
    guard isWritten, wanted != .vcf || input == .vcf else {
      let ending = wanted.rawValue
      throw CRMError(
        .usage, "--rejects: rows of this file cannot be written as .\(ending)",
        vi: "--rejects: không ghi được các dòng của tệp này ở dạng .\(ending)",
        hints: [
          Label(
            "Name a file that ends in .xlsx, .csv, .json or .jsonl.",
            vi: "Hãy đặt tên tệp có đuôi .xlsx, .csv, .json hoặc .jsonl.")
        ])
    }
    return RejectsFile.format(of: wanted)
  }

  /// Returns the file for rows of a sheet, ready for them.
  ///
  /// - Parameter kinds: what the fields hold that the columns fill.
  func file(for sheet: SheetPlan.Sheet, _ kinds: [FieldKind?]) throws -> RejectsFile {
    let wanted = path(for: sheet)
    try session.checkFile(wanted)
    let file: RejectsFile
    if let known = files.first(where: { $0.wanted == wanted })?.file {
      file = known
    } else {
      file = try RejectsFile(
        chosen == nil ? ImportRejects.free(wanted) : wanted, format, of: plan.source,
        keeping: kept, severalSheets: hasNamedSheets, language: session.language)
      files.append((wanted, file))
    }
    let columns = sheet.heading.cells.enumerated().map { place, cell in
      let title = cleaned(cell.text)
      let kind = place < kinds.count ? kinds[place].flatMap(ImportRejects.columnKind) : nil
      return OutputColumn(key: title, title: title, kind: kind ?? .text)
    }
    let name = sheet.name ?? sheet.kind.map { session.text(Catalogue.entity($0).plural) }
    try file.begin(OutputSheet(key: sheet.name ?? "", title: name ?? "1", columns: columns))
    return file
  }

  /// A day that comes back every year may be without a year, which no day of a sheet is.
  private static func columnKind(_ kind: FieldKind) -> ColumnKind? {
    if case .yearlyDay = kind { return .text }
    return kind.columnKind
  }

  /// Whether JSON says of which sheet its records are.
  private var hasNamedSheets: Bool {
    switch plan.source.format {
    case .json, .jsonl: return plan.sheets.contains { $0.name != nil }
    case .csv, .xlsx, .xls, .ods, .vcf: return plan.sheets.count > 1
    }
  }

  /// The file that is chosen, else one in the current folder after the input.
  private func path(for sheet: SheetPlan.Sheet) -> String {
    let folder = session.environment.folder
    let own = (folder.isEmpty ? "" : folder + "/") + ImportRejects.path(after: input, format)
    let path = chosen ?? own
    guard plan.sheets.count > 1, format == .csv, let kind = sheet.kind else { return path }
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    let others = plan.sheets.filter { $0.kind == kind && $0.index < sheet.index }.count
    return path[..<dot] + ".\(kind.rawValue)" + (others == 0 ? "" : "-\(others + 1)") + path[dot...]
  }

  /// Returns a name, or with the first number from 2 on that makes it one of no file: rows in error
  /// of an earlier import may have yet to be mended.
  static func free(_ wanted: String) -> String {
    let dot = wanted.lastIndex(of: ".") ?? wanted.endIndex
    var path = wanted
    var number = 1
    while wouldReplace(path) {
      number += 1
      path = wanted[..<dot] + ".\(number)" + wanted[dot...]
    }
    return path
  }

  /// Returns `kh.rejects.xlsx` for `data/kh.xls`, and for rejects of it that are in error again;
  /// text keeps its own ending, such as `.tsv`.
  static func path(after input: String, _ format: OutputFormat) -> String {
    let name = input.split(separator: "/").last.map(String.init) ?? "import"
    guard name != "-" else { return "stdin.rejects.\(format.rawValue)" }
    guard let dot = name.lastIndex(of: ".") else { return "\(name).rejects.\(format.rawValue)" }
    let ending = name[name.index(after: dot)...]
    let fits = TableFormat(fileName: name)?.rawValue == format.rawValue && format != .xlsx
    let stem = String(name[..<dot]).replacing(/\.rejects(\.\d+)?$/, with: "")
    return stem + ".rejects." + (fits ? String(ending) : format.rawValue)
  }

  /// Runs what writes rows in error.
  ///
  /// - Throws: ``CRMError`` that says that nothing landed, because it ends the import.
  func writing<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch is ClosedPipe {
      throw ImportRejects.unwritten(
        CRMError(.request, "nobody reads it any more", vi: "không còn ai đọc"))
    } catch let error as CRMError where error.kind != .interrupted {
      throw ImportRejects.unwritten(error)
    }
  }

  /// Puts the files in place that have rows, while everything can still be taken back.
  ///
  /// - Returns: their paths.
  func finish() throws -> [String] {
    try writing {
      for (_, file) in files where try file.finish() { placed.append(file.path) }
    }
    return placed
  }

  /// Takes the files away again: nothing of the import has landed, so that no row is in error.
  func takeBack() {
    for path in placed where wouldReplace(path) {
      try? FileManager.default.removeItem(atPath: path)
    }
    placed = []
  }

  private static func unwritten(_ error: CRMError) -> CRMError {
    CRMError(
      error.kind,
      "the rows in error cannot be kept, so nothing was imported: \(error.message.en)",
      vi: "không ghi được các dòng lỗi nên chưa nhập khẩu gì: \(error.message.vi)",
      hints: [
        Label(
          "Name a file that can be written with --rejects FILE.",
          vi: "Hãy chỉ một tệp ghi được bằng --rejects TỆP.")
      ])
  }
}
