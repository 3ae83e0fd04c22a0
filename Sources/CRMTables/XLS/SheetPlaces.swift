/// Where the sheets of a BIFF stream start.
struct SheetPlaces {
  private let stream: StreamBytes
  private let name: String
  private var reader: RecordReader
  /// The substreams one after the other, found when a stated place is wrong.
  private var substreams: [Int]?
  private var taken: Set<Int> = []

  init(_ stream: StreamBytes, name: String) {
    self.stream = stream
    self.name = name
    reader = RecordReader(stream, name: name, isScattered: true)
  }

  /// Returns where a sheet starts: where it is said to, else at the BOF record in its order;
  /// nil for what is no worksheet, and where another sheet starts already.
  ///
  /// A place that is wrong in every way is returned, so that whoever reads the sheet finds out.
  mutating func start(stated: Int, order: Int) -> Int? {
    var place = stated
    reader.seek(stated)
    let record = try? reader.next()
    switch record.flatMap(StreamStart.init)?.content {
    case .worksheet: break
    case .other: return nil
    case .workbook, .sheetBundle, nil: place = substream(order + 1) ?? stated
    }
    return taken.insert(place).inserted ? place : nil
  }

  /// Returns where the worksheets start that no list names.
  mutating func worksheets() -> [Int] {
    scan().dropFirst().filter { start in
      reader.seek(start)
      return (try? reader.next()).flatMap(StreamStart.init)?.content == .worksheet
    }
  }

  private mutating func substream(_ order: Int) -> Int? {
    let known = substreams ?? scan()
    substreams = known
    return known[safe: order]
  }

  /// Finds the BOF records of the substreams, the workbook's own first.
  private func scan() -> [Int] {
    var reader = RecordReader(stream, name: name)
    var starts: [Int] = []
    var depth = 0
    while let record = try? reader.next(limit: 4) {
      if StreamStart.isStart(record.kind) {
        if depth == 0 { starts.append(record.offset) }
        depth += 1
      } else if record.kind == RecordKind.endOfStream, depth > 0 {
        depth -= 1
      }
    }
    return starts
  }
}
