import CRMEngine
import CRMValues

/// A document that payments are for: it is not deleted while they are.
struct PaidDocument {
  private unowned let writer: Writer
  private let entity: Entity
  private let parts: Entity
  private let field: String

  /// - Parameters:
  ///   - parts: the kind of what of a payment is for such a document.
  ///   - field: the field of those that names the document.
  init(_ writer: Writer, _ entity: Entity, parts: Kind, by field: String) {
    self.writer = writer
    self.entity = entity
    self.parts = writer.catalogue.entity(parts)
    self.field = field
  }

  /// Refuses to delete a document that a payment is for.
  func refuseDeleting(_ record: Record) throws {
    let find = try writer.cache.statement(
      "SELECT p.code FROM \(parts.table) k JOIN payment p ON p.id = k.payment "
        + "WHERE k.\(Schema.quoted(field)) = ? AND p.deleted IS NULL ORDER BY p.id LIMIT 1")
    find.bind(1, record.id)
    guard try find.step() else { return }
    let payment = find.text(0) ?? ""
    find.reset()
    let name = entity.called(try record[StandardField.code].text ?? "")
    throw CRMError(
      .conflict, "\(name.en) is paid by \(payment)",
      vi: "\(name.vi) đang được thanh toán bằng \(payment)",
      hints: [
        Label(
          "Take it off the payment first: crm payment \(parts.form?.word ?? "to") remove \(payment) N",
          vi: "Hãy bỏ phân bổ trước: crm payment \(parts.form?.word ?? "to") remove \(payment) N")
      ])
  }
}
