import CRMValues

/// One record of a JSON file: its members by name, those of objects inside with a dot between.
struct JSONRecord {
  /// The kind it says it is: the name of the array it stands in, or its member `entity`.
  var sheet: String?
  /// The line it starts on, from 1.
  var line: Int
  var members: [(name: String, cell: Cell)] = []
  /// Why it cannot be taken; its members are not to be trusted then.
  var fault: RowFault?
}

/// Reads the records of a file: an array of objects, objects one after the other, or an object
/// whose members are arrays of objects. One that is no JSON is a record with a fault, and the next
/// is read: in JSON Lines on the next line, in an array behind what belongs to it.
final class JSONRecords {
  /// How the records stand in the file.
  enum Shape: Equatable {
    /// In an array, or one after the other.
    case plain
    /// In arrays under the names of their kinds.
    case byName
    /// Each on a line of its own.
    case byLine
  }

  /// Bytes that an array may have in a cell.
  private static let listLimit = 1 << 20

  private let input: TextInput
  private var scanner: JSONScanner
  /// The lines, each of which holds a record; nil where records may stand on several.
  private let lines: JSONLines?
  /// The error of the first record that has a fault.
  private(set) var firstError: CRMError?
  private let shape: Shape
  private let file: String
  private let limit: Int
  /// The member of the outer object whose array is read.
  private var sheet: String?
  private var held = 0

  init(_ bytes: SeekableBytes, shape: Shape, options: ReadOptions) throws {
    (file, self.shape, limit) = (bytes.name, shape, options.cellLimit)
    let input = try TextInput(
      ByteSource(bytes), encoding: options.encoding, chunkSize: options.chunkSize,
      isUnicode: true)
    self.input = input
    let fill: (inout [UInt8]) throws -> Bool = { chunk in
      try input.next { chunk.append(contentsOf: $0) }
    }
    lines = shape == .byLine ? JSONLines(limit: 4 * options.cellLimit, fill) : nil
    scanner = JSONScanner(file: bytes.name, limit: options.cellLimit, fill: fill)
    notices = input.notices
  }

  let notices: [Label]

  /// How much of the file has been read, from 0 to 1.
  var progress: Double? { input.progress }

  /// Whether objects of the top level hold arrays of objects: reads until the first does, or the
  /// second object begins.
  static func shape(_ bytes: SeekableBytes, options: ReadOptions) throws -> Shape {
    if try JSONLines.areRecords(bytes, options) { return .byLine }
    return try shape(
      of: JSONRecords(bytes, shape: .plain, options: options).scanner)
  }

  /// Tells how records that do not stand on lines of their own do.
  static func shape(of scanner: JSONScanner) throws -> Shape {
    guard try sound(scanner) == .beginObject else { return .plain }
    var previous: JSONToken?
    while let token = try sound(scanner), scanner.depth > 0 {
      if token == .beginObject, previous == .beginArray, scanner.depth == 3 { return .byName }
      if token == .endArray, previous == .beginArray, scanner.depth == 1 {
        previous = .null
      } else {
        previous = token
      }
    }
    return .plain
  }

  /// Returns the next token; nil at the end, and where the text is no JSON, which is met again when
  /// its records are read.
  private static func sound(_ scanner: JSONScanner) throws -> JSONToken? {
    do { return try scanner.next() } catch is CRMError where scanner.fault != nil { return nil }
  }

  func next() throws -> JSONRecord? {
    guard let lines else { return try nextInText() }
    while let line = try lines.next() {
      if let error = lines.failure(file) { throw error }
      var rest: [UInt8]? = line.bytes
      scanner = JSONScanner(file: file, limit: limit, firstLine: line.number) { chunk in
        guard let all = rest else { return false }
        chunk = all
        rest = nil
        return true
      }
      do {
        guard let token = try scanner.next() else { continue }
        guard token == .beginObject else {
          return faulty(line.number, notARecord(), JSONRecords.noRecord, of: line.bytes)
        }
        let record = try record()
        if try scanner.next() != nil { throw scanner.wrongToken() }
        return record
      } catch let error as CRMError {
        guard let fault = scanner.fault else { throw error }
        return faulty(line.number, error, fault, of: line.bytes)
      }
    }
    return nil
  }

  private func nextInText() throws -> JSONRecord? {
    while let token = try scanner.next() {
      switch (shape, token, scanner.depth) {
      case (.plain, .beginObject, 1), (.plain, .beginObject, 2), (.byName, .beginObject, 3):
        return try recordOrFault()
      case (.plain, .beginArray, 1), (.plain, .endArray, 0): continue
      case (.plain, .beginArray, _), (.plain, .beginObject, _), (.plain, .endObject, _),
        (.plain, .endArray, _), (.plain, _, 0):
        throw notARecord()
      case (.plain, _, _): return faulty(scanner.line, notARecord(), JSONRecords.noRecord)
      case (.byName, .name(let name), 1): sheet = name
      // Beside the arrays of records there may be counts, dates and the like.
      case (.byName, _, _), (.byLine, _, _): continue
      }
    }
    return nil
  }

  /// Reads the record that has begun; one that is no JSON is passed over, if it stands in an array
  /// in which others follow.
  private func recordOrFault() throws -> JSONRecord? {
    let (line, depth, indent) = (scanner.line, scanner.depth - 1, scanner.indent)
    do { return try record() } catch let error as CRMError {
      guard let fault = scanner.fault, !fault.isEnd, depth > 0,
        try scanner.skipElement(to: depth, indent: indent)
      else { throw error }
      return faulty(line, error, fault)
    }
  }

  private func faulty(
    _ line: Int, _ error: CRMError, _ fault: JSONFault, of bytes: [UInt8]? = nil
  ) -> JSONRecord {
    let (column, at) = (fault.position.column + 1, fault.position.line)
    let place =
      at == line
      ? Label("column \(column): ", vi: "cột \(column): ")
      : Label("line \(at), column \(column): ", vi: "dòng \(at), cột \(column): ")
    return faulty(
      line, error, Label(place.en + fault.what.en, vi: place.vi + fault.what.vi), of: bytes)
  }

  private func faulty(
    _ line: Int, _ error: CRMError, _ what: Label, of bytes: [UInt8]? = nil
  ) -> JSONRecord {
    if firstError == nil { firstError = error }
    let source = bytes.map { String(decoding: $0, as: UTF8.self) }
    return JSONRecord(sheet: sheet, line: line, fault: .unreadable(what, source: source))
  }

  private static let noRecord = Label(
    "a record must be an object of names and values",
    vi: "mỗi bản ghi phải là một đối tượng gồm tên và giá trị")

  private func record() throws -> JSONRecord {
    var record = JSONRecord(sheet: sheet, line: scanner.line)
    held = 0
    try members(of: &record, prefix: "")
    if shape != .byName, let place = record.members.firstIndex(where: { $0.name == "entity" }) {
      record.sheet = record.members.remove(at: place).cell.text
    }
    return record
  }

  private func members(of record: inout JSONRecord, prefix: String) throws {
    while case .name(let name)? = try scanner.next() {
      guard let token = try scanner.next() else { throw scanner.unexpected() }
      let full = prefix + name
      if token == .beginObject {
        try members(of: &record, prefix: full + ".")
      } else {
        let cell = try cell(token)
        held += full.utf8.count + cell.text.utf8.count
        guard held <= 2 * limit, record.members.count < 16_384 else { throw tooLarge(record.line) }
        record.members.append((full, cell))
      }
    }
  }

  private func cell(_ token: JSONToken) throws -> Cell {
    switch token {
    case .null: return .empty
    case .text(let text): return text.isEmpty ? .empty : .text(text)
    case .bool(let value): return .bool(value)
    case .number(let digits): return .number(Double(digits) ?? 0, shown: digits)
    case .beginArray: return try list()
    case .beginObject, .endObject, .endArray, .name: throw scanner.wrongToken()
    }
  }

  /// Reads an array: texts and numbers joined by `; `, arrays and objects in it as JSON.
  private func list() throws -> Cell {
    var text = ""
    var isEmpty = true
    let line = scanner.line
    while let token = try scanner.next(), token != .endArray {
      let item: String
      switch token {
      case .beginObject, .beginArray:
        item = try JSONNode(token, scanner, bytes: min(limit, JSONRecords.listLimit)).text
      default: item = try cell(token).text
      }
      if item.isEmpty { continue }
      text += isEmpty ? item : "; " + item
      isEmpty = false
      guard text.utf8.count <= min(limit, JSONRecords.listLimit) else { throw tooLarge(line) }
    }
    return text.isEmpty ? .empty : .text(text)
  }

  // MARK: errors

  private func notARecord() -> CRMError {
    let line = scanner.line
    return CRMError(
      .request, "\(file):\(line): \(JSONRecords.noRecord.en)",
      vi: "\(file):\(line): \(JSONRecords.noRecord.vi)",
      hints: [
        Label(
          "Example: [{\"name\": \"Nguyễn An\", \"phones\": [\"0912345678\"]}]",
          vi: "Ví dụ: [{\"name\": \"Nguyễn An\", \"phones\": [\"0912345678\"]}]")
      ])
  }

  private func tooLarge(_ line: Int) -> CRMError {
    CRMError(
      .request, "\(file):\(line): the record that starts here is too large",
      vi: "\(file):\(line): bản ghi bắt đầu ở đây quá lớn")
  }
}
