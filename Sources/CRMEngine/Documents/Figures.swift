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
    let summed = self.entity(figure.kind)
    let by = "k.\(Schema.quoted(figure.by)) = \(entity.table).id"
    let sum = "SELECT coalesce(sum(k.\(Schema.quoted(figure.summed))), 0) FROM \(summed.table) k"
    func counted(_ entity: Entity, _ alias: String) -> String {
      let counting = entity.countingSQL(alias: alias)
      return "\(alias).deleted IS NULL" + (counting.isEmpty ? "" : " AND " + counting)
    }
    guard summed.traits.contains(.part) else {
      return "(\(sum) WHERE \(by) AND \(counted(summed, "k")))"
    }
    guard let head = summed.holder, let document = head.target, document != entity.kind else {
      return "(\(sum) WHERE \(by))"
    }
    let table = document.table
    return "(\(sum) JOIN \(table) h ON h.id = k.\(Schema.quoted(head.name)) "
      + "WHERE \(by) AND \(counted(self.entity(document), "h")))"
  }
}
