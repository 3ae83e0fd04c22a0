import CRMValues
import GRDB

/// A field that is the sum of a field of other records: a document's total, what was paid of it.
struct Figure: Hashable, Sendable {
  let field: String
  let kind: Kind
  let summed: String
  /// The field by which the summed records name the one that has the figure.
  let by: String
}

extension Entity {
  /// The sums that the kind has, in the order of its fields.
  var figures: [Figure] {
    fields.compactMap { field in
      guard case .sum(let kind, let summed, let by) = field.follows else { return nil }
      return Figure(field: field.name, kind: kind, summed: summed, by: by)
    }
  }

  /// Says that a sum is beyond 9.2 × 10¹⁸ đồng.
  ///
  /// - Parameter code: the record's, nil where it has none yet.
  func tooLarge(_ code: String?) -> CRMError {
    let (en, vi) = (label.en.lowercased(), label.vi.lowercased())
    guard let code else {
      return CRMError(
        .request, "the total of the \(en) is too large", vi: "tổng tiền của \(vi) quá lớn")
    }
    return CRMError(
      .request, "the total of \(en) \(code) is too large",
      vi: "tổng tiền của \(vi) \(code) quá lớn")
  }
}

extension Catalogue {
  /// The value of a figure for a row of its kind's table, as a subquery.
  func sql(_ figure: Figure, of entity: Entity) -> String {
    let (rows, conditions) = summed(figure, of: entity)
    let by = "k.\(Schema.quoted(figure.by)) = \(entity.table).id"
    let whole = ([by] + conditions).joined(separator: " AND ")
    return
      "(SELECT coalesce(sum(k.\(Schema.quoted(figure.summed))), 0) FROM \(rows) WHERE \(whole))"
  }

  /// The values of figures over the same records for all rows of their kind's table that are not
  /// 0, by rising id: the id, then a column a figure.
  ///
  /// - Parameter figures: at least one, all of the same kind and by the same field.
  func grouped(_ figures: [Figure], of entity: Entity) -> String {
    let (rows, conditions) = summed(figures[0], of: entity)
    let by = "k.\(Schema.quoted(figures[0].by))"
    let whole = (["\(by) IS NOT NULL"] + conditions).joined(separator: " AND ")
    let sums = figures.map { Schema.sum("k.\(Schema.quoted($0.summed))") }
    return "SELECT \(([by] + sums).joined(separator: ", ")) FROM \(rows) WHERE \(whole) "
      + "GROUP BY \(by) ORDER BY \(by)"
  }

  /// The records that a figure sums, under the alias `k`, and which of them count.
  private func summed(
    _ figure: Figure, of entity: Entity
  ) -> (rows: String, conditions: [String]) {
    let summed = self.entity(figure.kind)
    let rows = "\(summed.table) k"
    func counted(_ entity: Entity, _ alias: String) -> [String] {
      let counting = entity.countingSQL(alias: alias)
      return ["\(alias).deleted IS NULL"] + (counting.isEmpty ? [] : [counting])
    }
    guard summed.traits.contains(.part) else { return (rows, counted(summed, "k")) }
    guard let head = summed.holder, let document = head.target, document != entity.kind else {
      return (rows, [])
    }
    return (
      "\(rows) JOIN \(document.table) h ON h.id = k.\(Schema.quoted(head.name))",
      counted(self.entity(document), "h")
    )
  }
}
