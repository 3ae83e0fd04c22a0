import CRMCatalogue
import CRMValues

extension Writer {
  /// Adds a line to a document, as ``permitAdding(_:_:)`` allows: to one that was there before,
  /// who may change that.
  ///
  /// - Throws: ``CRMError`` for a quantity of 0, for amounts beyond range, and where the actor may
  ///   not change the document.
  @discardableResult
  public func addLine(_ lines: Entity, to document: Int64, _ values: [Value]) throws -> Int64 {
    var values = values
    if let parent = lines.fields.firstIndex(where: { $0.onDelete == .withParent }) {
      values[parent] = .integer(document)
    }
    try checkQuantity(values, lines)
    return try add(lines.kind, values)
  }

  /// Refuses what ``addLine(_:to:_:)`` would refuse of the lines of one document, and a total
  /// beyond range, without writing.
  ///
  /// - Parameter code: the document's, nil where it is still to be generated.
  func checkLines(_ lines: Entity, _ rows: [[Value]], of code: String?) throws {
    let statements = try statements(lines.kind)
    let summed = OrderTotals.summed.compactMap(lines.position(of:))
    var sums = [Int64](repeating: 0, count: summed.count)
    for row in rows {
      var values = row
      for (position, value) in statements.defaults where values[position].isNull {
        values[position] = value
      }
      try checkQuantity(values, lines)
      try derive(&values, statements)
      for (place, position) in summed.enumerated() {
        let (sum, overflow) = sums[place].addingReportingOverflow(values[position].integer ?? 0)
        guard !overflow else { throw OrderTotals.tooLarge(code) }
        sums[place] = sum
      }
    }
  }

  private func checkQuantity(_ values: [Value], _ lines: Entity) throws {
    guard let position = lines.position(of: "quantity"), values[position] == .integer(0) else {
      return
    }
    throw CRMError(
      .request, "the quantity of a line cannot be 0", vi: "số lượng của dòng hàng phải khác 0")
  }
}
