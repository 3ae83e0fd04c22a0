import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// One run of `crm export`: options in, rows through, the result told.
struct ExportRun {
  private let session: Session
  private let kinds: [Kind]
  private let isAll: Bool
  private let form: OutputForm
  private let path: String
  /// The records that are named; empty for all, or those of the conditions.
  private let codes: [String]

  init(_ kind: Kind?, _ session: Session) throws {
    self.session = session
    let word = session.invocation.operands.first ?? ""
    isAll = kind == nil && word == "all"
    codes = Array(session.invocation.operands.dropFirst(kind == nil ? 1 : 0))
    (form, path) = try ExportRun.target(session.invocation)
    let all = form == .vcf ? Nouns.withCards : Catalogue.nouns
    kinds = isAll ? all : [try kind ?? Nouns.kind(word)]
    try refuseOptionsOfOneKind()
  }

  /// Returns the one form that was asked for, and its file.
  private static func target(_ invocation: Invocation) throws -> (OutputForm, String) {
    let given = ["xlsx", "csv", "tsv", "json", "jsonl", "markdown", "vcf"].filter {
      invocation.has($0)
    }
    guard given.count == 1, let name = given.first, let form = OutputForm(rawValue: name),
      let path = invocation.value(name)
    else {
      throw CRMError(
        .usage, "name one file: --xlsx, --csv, --tsv, --json, --jsonl, --markdown or --vcf FILE",
        vi: "hãy chỉ một tệp: --xlsx, --csv, --tsv, --json, --jsonl, --markdown hoặc --vcf TỆP",
        hints: [
          Label("A dash is standard output: --csv -", vi: "Dấu - là đầu ra chuẩn: --csv -")
        ])
    }
    return (form, path)
  }

  private func refuseOptionsOfOneKind() throws {
    guard isAll else { return }
    if let code = codes.first {
      throw CRMError(
        .usage, "“\(code)”: codes are of one kind of record and do not go with all",
        vi: "“\(code)”: mã chỉ dùng cho một loại bản ghi, không dùng với all")
    }
    for name in ["where", "view", "columns", "sort"] where session.invocation.has(name) {
      throw CRMError(
        .usage, "--\(name) is about one kind of record and does not go with all",
        vi: "--\(name) chỉ dùng cho một loại bản ghi, không dùng với all")
    }
  }

  /// Prepares the export, its options checked before the database is opened.
  func look() throws -> Look {
    let (format, options) = try writing()
    return Look(for: .export) { try write(format, options, $0) }
  }

  /// Returns in which format and how the file is written.
  private func writing() throws -> (OutputFormat, WriteOptions) {
    var options = WriteOptions()
    options.severalSheets = isAll
    if let name = try session.invocation.choice("vcard-version") {
      guard form == .vcf, let version = VCardVersion(rawValue: name) else {
        throw CRMError(
          .usage, "--vcard-version goes with --vcf only",
          vi: "--vcard-version chỉ dùng cùng --vcf")
      }
      options.vCardVersion = version
    }
    var format = form.format ?? .csv
    if form == .tsv {
      // A file that an import reads back: quoted where need be.
      format = .csv
      options.dialect.delimiter = 0x09
      options.dialect.lineBreak = "\n"
    }
    if session.invocation.has("no-header") {
      guard format == .csv else { throw CRMError.noHeadingRow(form) }
      options.hasHeading = false
    }
    if session.invocation.has("bom") {
      guard format == .csv else {
        throw CRMError(
          .usage, "--bom goes with --csv or --tsv", vi: "--bom chỉ dùng với --csv hoặc --tsv")
      }
      options.dialect.hasMark = true
    }
    return (format, options)
  }

  private func write(_ format: OutputFormat, _ options: WriteOptions, _ reader: Reader) throws {
    var counts: [(kind: Kind, count: Int)] = []
    // Rights, columns and conditions are checked before a file is begun.
    let kinds = try permitted(reader)
    let exports = try kinds.map { try KindExport($0, form, session, reader, codes) }
    var options = options
    // What another program reads through a pipe gets a mark only where it is asked for.
    if format == .csv, path != "-", try reader.setting(.marksExports) {
      options.dialect.hasMark = true
    }
    let writer = try openWriter(format, to: try session.output(path), options: options)
    let bar = ProgressBar(session)
    defer { bar.erase() }
    let total = bar.isShown ? try exports.reduce(0) { try $0 + $1.count() } : 0
    var done = 0
    for export in exports {
      let count = try export.write(to: writer) {
        done += 1
        bar.advance(total > 0 ? Double(done) / Double(total) : nil)
      }
      counts.append((export.kind, count))
    }
    bar.erase()
    if Interruption.happened { throw Interruption.error }
    try writer.finish()
    if path != "-", SummaryOption.isWanted(session) { tell(counts) }
  }

  /// The kinds the actor may export: one that was asked for by name, or those of all there are.
  private func permitted(_ reader: Reader) throws -> [Kind] {
    let permitted = kinds.filter { reader.may(.export, $0) }
    if permitted.isEmpty, let kind = kinds.first { try reader.permit(.export, kind) }
    return permitted
  }

  private func tell(_ counts: [(kind: Kind, count: Int)]) {
    func list(_ language: Language) -> String {
      counts.filter { $0.count > 0 || !isAll }.map { kind, count in
        let entity = Catalogue.entity(kind)
        let name = language == .en && count != 1 ? entity.plural : entity.label
        return "\(Money.text(Int64(count), language)) \(name.text(in: language).lowercased())"
      }.joined(separator: ", ")
    }
    session.say("\(list(.en)) → \(path)", vi: "\(list(.vi)) → \(path)")
  }
}
