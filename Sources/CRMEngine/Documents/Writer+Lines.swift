import CRMValues

extension Writer {
  /// Adds a part to a document, as ``permitAdding(_:_:)`` allows: to one that was there before, who
  /// may change that.
  ///
  /// - Throws: ``CRMError`` for what the rules of the part refuse, and where the actor may not
  ///   change the document.
  @discardableResult
  public func addLine(_ lines: Entity, to document: Int64, _ values: [Value]) throws -> Int64 {
    var values = values
    if let parent = lines.fields.firstIndex(where: { $0.belongs }) {
      values[parent] = .integer(document)
    }
    return try add(lines.kind, values)
  }

  /// Refuses what ``addLine(_:to:_:)`` would refuse of the parts of one document, and a total
  /// beyond range, without writing.
  ///
  /// - Parameters:
  ///   - head: the kind of the document.
  ///   - document: the document, nil where it is still to be added.
  ///   - code: the document's, nil where it is still to be generated.
  func checkLines(
    _ lines: Entity, _ rows: [[Value]], of head: Entity, _ document: Int64?, code: String?
  ) throws {
    let statements = try statements(lines.kind)
    let summed = try head.figures.filter { $0.kind == lines.kind }.map {
      try lines.handle($0.summed)
    }
    var sums = [Int64](repeating: 0, count: summed.count)
    let parent = lines.fields.firstIndex { $0.belongs }
    for row in rows {
      var values = row
      if let parent, let document { values[parent] = .integer(document) }
      var changed: [Int] = []
      try statements.rules?.complete(&values, nil, &changed)
      for (position, value) in statements.defaults where values[position].isNull {
        values[position] = value
      }
      try derive(statements, &values, nil)
      // Those of a document there is are checked when they take the place of the former ones.
      if document == nil { try checkValues(statements, values, nil, nil) }
      for (place, position) in summed.enumerated() {
        let (sum, overflow) = sums[place].addingReportingOverflow(values[position].integer ?? 0)
        guard !overflow else { throw head.tooLarge(code) }
        sums[place] = sum
      }
    }
  }
}
