import CRMValues

/// One record of a JSON file: its members by name, those of objects inside with a dot between.
struct JSONRecord {
  /// The kind it says it is: the name of the array it stands in, or its member `entity`.
  var sheet: String?
  /// The line it starts on, from 1.
  var line: Int
  var members: [(name: String, cell: Cell)] = []
}

/// Reads the records of a file: an array of objects, objects one after the other, or an object
/// whose members are arrays of objects.
final class JSONRecords {
  /// How the records stand in the file.
  enum Shape: Equatable {
    /// In an array, or one after the other.
    case plain
    /// In arrays under the names of their kinds.
    case byName
  }

  /// Bytes that an array may have in a cell.
  private static let listLimit = 1 << 20

  private let input: TextInput
  private let scanner: JSONScanner
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
    scanner = JSONScanner(file: bytes.name, limit: options.cellLimit) { chunk in
      try input.next { chunk.append(contentsOf: $0) }
    }
    notices = input.notices
  }

  let notices: [Label]

  /// How much of the file has been read, from 0 to 1.
  var progress: Double? { input.progress }

  /// Whether objects of the top level hold arrays of objects: reads until the first does, or the
  /// second object begins.
  static func shape(_ bytes: SeekableBytes, options: ReadOptions) throws -> Shape {
    let records = try JSONRecords(bytes, shape: .plain, options: options)
    let scanner = records.scanner
    guard try scanner.next() == .beginObject else { return .plain }
    var previous: JSONToken?
    while let token = try scanner.next(), scanner.depth > 0 {
      if token == .beginObject, previous == .beginArray, scanner.depth == 3 { return .byName }
      if token == .endArray, previous == .beginArray, scanner.depth == 1 {
        previous = .null
      } else {
        previous = token
      }
    }
    return .plain
  }

  func next() throws -> JSONRecord? {
    while let token = try scanner.next() {
      switch (shape, token, scanner.depth) {
      case (.plain, .beginObject, 1), (.plain, .beginObject, 2): return try record()
      case (.plain, .beginArray, 1), (.plain, .endArray, 0): continue
      case (.plain, _, _): throw notARecord()
      case (.byName, .name(let name), 1): sheet = name
      case (.byName, .beginObject, 3): return try record()
      // Beside the arrays of records there may be counts, dates and the like.
      case (.byName, _, _): continue
      }
    }
    return nil
  }

  private func record() throws -> JSONRecord {
    var record = JSONRecord(sheet: sheet, line: scanner.line)
    held = 0
    try members(of: &record, prefix: "")
    if shape == .plain, let place = record.members.firstIndex(where: { $0.name == "entity" }) {
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
      .request, "\(file):\(line): a record must be an object of names and values",
      vi: "\(file):\(line): mỗi bản ghi phải là một đối tượng gồm tên và giá trị",
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
