import CRMValues
import GRDB

/// A total of a document: the sum of a field of its parts.
public struct DocumentTotal: Hashable, Sendable {
  /// The field of the document.
  public let field: String
  /// The field of the parts that is summed.
  public let summed: String

  public init(_ field: String, sum summed: String) {
    self.field = field
    self.summed = summed
  }
}

extension Entity {
  /// Says that a sum is beyond 9.2 × 10¹⁸ đồng.
  ///
  /// - Parameter code: the document's, nil where it has none yet.
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

extension Writer {
  /// Notes the documents whose totals a written part moves.
  func noteTotals(_ statements: KindStatements, old: Record?, new: [Value]?) {
    guard let part = statements.part else { return }
    if let document = old?.values[part.position].integer {
      touchedDocuments[part.document, default: NotedIDs()].insert(document)
    }
    if let document = new?[part.position].integer {
      touchedDocuments[part.document, default: NotedIDs()].insert(document)
    }
  }

  /// Brings the totals of the documents whose parts changed up to date, and tells those who want
  /// to hear of the documents.
  func settleTotals() throws {
    while let (kind, ids) = touchedDocuments.first(where: { !$0.value.isEmpty }) {
      touchedDocuments[kind]?.removeAll()
      try settleTotals(entity(kind), ids.sorted())
    }
  }

  private func settleTotals(_ head: Entity, _ ids: [Int64]) throws {
    guard let part = head.lines.map(entity), !head.totals.isEmpty,
      let by = part.fields.first(where: { $0.target == head.kind })
    else { return }
    let totals = head.totals.map { Schema.quoted($0.field) }.joined(separator: ", ")
    let sums = head.totals.map { "coalesce(sum(\(Schema.quoted($0.summed))), 0)" }
      .joined(separator: ", ")
    let update = try cache.statement(
      "UPDATE \(head.table) SET (\(totals)) = (SELECT \(sums) FROM \(part.table) "
        + "WHERE \(Schema.quoted(by.name)) = \(head.table).id) WHERE id = ?")
    for id in ids {
      update.bind(1, id)
      do { try update.run() } catch let error as DatabaseError
        where error.resultCode == .SQLITE_ERROR && error.message == "integer overflow"
      {
        throw head.tooLarge(try label(head.kind, id))
      }
    }
    try tellHearers(head, ids)
  }

  /// Tells those who want to hear of documents that their totals are others than before.
  private func tellHearers(_ head: Entity, _ ids: [Int64]) throws {
    for hearer in try statements(head.kind).hearers {
      guard let rules = try rules(hearer.kind) else { continue }
      let column = Schema.quoted(head.fields[hearer.position].name)
      let find = try cache.statement("SELECT \(column) FROM \(head.table) WHERE id = ?")
      for id in ids {
        find.bind(1, id)
        if let other = try find.firstInteger() { try rules.hear(of: other) }
      }
    }
  }
}
