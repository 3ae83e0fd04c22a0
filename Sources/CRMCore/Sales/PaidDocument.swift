import CRMEngine
import CRMValues

/// A document that payments may be for: while one is, it stays with who paid and is not thrown away.
struct PaidDocument {
  private unowned let writer: Writer
  private let entity: Entity
  private let parts: Entity
  private let field: String
  private let customer: Int

  /// - Parameters:
  ///   - parts: the kind of what of a payment is for such a document.
  ///   - field: the field of those that names the document.
  init(_ writer: Writer, _ kind: Kind, parts: Kind, by field: String) throws {
    self.writer = writer
    entity = writer.catalogue.entity(kind)
    self.parts = writer.catalogue.entity(parts)
    self.field = field
    customer = try entity.handle(PaymentField.customer.rawValue)
  }

  /// Refuses another customer while a payment is for the document.
  func check(_ old: Record?, _ changed: [Int]?) throws {
    guard let old, changed?.contains(customer) == true, let payment = try payment(of: old) else {
      return
    }
    let (en, vi) = (entity.label.en.lowercased(), entity.label.vi.lowercased())
    throw CRMError(
      .request, "the \(en) is paid by \(payment) of its customer and stays with that customer",
      vi: "\(vi) đã được thanh toán bằng \(payment) của khách hàng nên không đổi khách hàng được")
  }

  /// Refuses to delete the document while a payment is for it; once it is away, nothing keeps it
  /// from coming back.
  func checkDeleting(_ record: Record) throws {
    guard !record.isDeleted, let payment = try payment(of: record) else { return }
    let name = entity.called(try record[StandardField.code].text ?? "")
    let line = "crm payment \(parts.form?.word ?? "to") remove \(payment) N"
    throw CRMError(
      .conflict, "\(name.en) is paid by \(payment)",
      vi: "\(name.vi) đang được thanh toán bằng \(payment)",
      hints: [
        Label("Take it off the payment first: \(line)", vi: "Hãy bỏ phân bổ trước: \(line)")
      ])
  }

  /// Returns the code of the first payment that is for a document.
  private func payment(of record: Record) throws -> String? {
    let find = try writer.cache.statement(
      "SELECT p.code FROM \(parts.table) k JOIN payment p ON p.id = k.payment "
        + "WHERE k.\(Schema.quoted(field)) = ? AND p.deleted IS NULL ORDER BY p.id LIMIT 1")
    find.bind(1, record.id)
    guard try find.step() else { return nil }
    defer { find.reset() }
    return find.text(0)
  }
}
