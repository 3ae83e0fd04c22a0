import CRMValues

/// What one field exceeds another by is kept along with both; and no change may make a part, such as
/// what is paid, be more than the whole it is of.
extension Writer {
  /// Fills the differences of a record.
  func deriveDifferences(_ statements: KindStatements, _ values: inout [Value]) {
    for field in statements.differences {
      let rest = values[field.whole].integer.map {
        $0.subtractingReportingOverflow(values[field.part].integer ?? 0)
      }
      values[field.position] = rest.map { $0.overflow ? .null : .integer($0.partialValue) } ?? .null
    }
  }

  /// Refuses that a part exceeds its whole by more than before.
  ///
  /// - Parameters:
  ///   - old: the values before; as many as the kind has fields.
  ///   - new: those now.
  func checkDifferences(
    _ statements: KindStatements, _ id: Int64, _ old: [Value], _ new: [Value]
  ) throws {
    for field in statements.differences {
      let (whole, part) = (new[field.whole].integer ?? 0, new[field.part].integer ?? 0)
      let before = Difference.excess(
        whole: old[field.whole].integer ?? 0, part: old[field.part].integer ?? 0)
      guard Difference.excess(whole: whole, part: part) > before else { continue }
      let entity = statements.entity
      let name = entity.called(try label(entity.kind, id))
      let (of, what) = (entity.fields[field.whole].label, entity.fields[field.part].label)
      throw CRMError(
        .conflict,
        "\(name.en): \(what.en) \(Money.text(part, .en)) would be more than \(of.en) "
          + Money.text(whole, .en),
        vi: "\(name.vi): \(what.vi) \(Money.text(part, .vi)) sẽ nhiều hơn \(of.vi) "
          + Money.text(whole, .vi))
    }
  }
}
