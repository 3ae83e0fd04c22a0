import CRMEngine
import CRMValues

/// A part of a payment: what it leaves of the payment, and of what it pays.
struct Allocation {
  private unowned let writer: Writer
  private let part: Entity
  /// The kind of what is paid.
  private let target: Kind
  private let payment, document, allocated: Int
  /// The field of the paid document that says what is to be paid.
  private let whole: Int

  init(
    _ writer: Writer, _ part: Entity, of target: Kind, payment: Int, document: Int,
    allocated: Int, whole: Int
  ) {
    self.writer = writer
    self.part = part
    self.target = target
    self.payment = payment
    self.document = document
    self.allocated = allocated
    self.whole = whole
  }

  /// An amount that nobody states is what is left: of the payment, and of what it pays.
  func complete(_ values: inout [Value]) throws {
    guard values[allocated].isNull, let id = values[payment].integer,
      let paid = values[document].integer, let record = try writer.record(.payment, id)
    else { return }
    let rest = (try record[PaymentField.amount].integer ?? 0) - (try Allocation.sum(of: id, writer))
    values[allocated] = .integer(min(rest, try left(of: paid, except: nil)))
  }

  /// Refuses what is nothing, more than there is, or for somebody else's document.
  func check(_ values: [Value], except id: Int64?) throws {
    guard let payment = values[payment].integer, let paid = values[document].integer,
      let head = try writer.record(.payment, payment),
      let record = try writer.record(target, paid)
    else { return }
    let amount = values[allocated].integer ?? 0
    let name = record.entity.called(try record[StandardField.code].text ?? "")
    let customer = try record.entity.handle(PaymentField.customer.rawValue)
    guard try record.values[customer] == head[PaymentField.customer] else {
      throw CRMError(
        .request, "\(name.en) is not of the customer who pays",
        vi: "\(name.vi) không phải của khách hàng thanh toán")
    }
    // What came to nothing takes nothing of anybody.
    let status = Entity.payment.field(PaymentField.status.rawValue)
    if try status?.means(.lost, head[PaymentField.status]) == true { return }
    let left = try left(of: paid, except: id)
    guard left > 0 else { throw Allocation.paid(name) }
    guard amount > 0 else {
      throw CRMError(
        .request, "nothing of the payment is left for \(name.en)",
        vi: "khoản thanh toán không còn tiền cho \(name.vi)")
    }
    guard amount <= left else {
      throw CRMError(
        .request,
        "\(name.en) has \(Money.text(left, .en)) đ left to pay, not \(Money.text(amount, .en)) đ",
        vi: "\(name.vi) còn phải thanh toán \(Money.text(left, .vi)) đ, không phải "
          + "\(Money.text(amount, .vi)) đ")
    }
    let others = try Allocation.sum(of: payment, writer) - (try sum("id", id ?? 0))
    let whole = try head[PaymentField.amount].integer ?? 0
    guard others + amount <= whole else {
      throw CRMError(
        .request,
        "of the payment \(Money.text(whole - others, .en)) đ are left, not "
          + "\(Money.text(amount, .en)) đ",
        vi: "khoản thanh toán chỉ còn \(Money.text(whole - others, .vi)) đ, không phải "
          + "\(Money.text(amount, .vi)) đ")
    }
  }

  /// Refuses that a payment counts again where what it pays was paid by others meanwhile.
  func checkAll(of payment: Int64) throws {
    let column = Schema.quoted(part.fields[document].name)
    let parts = try writer.cache.statement(
      "SELECT \(column), sum(allocated) FROM \(part.table) WHERE payment = ? GROUP BY 1")
    parts.bind(1, payment)
    var paid: [(document: Int64, amount: Int64)] = []
    while try parts.step() { paid.append((parts.integer(0), parts.integer(1))) }
    for entry in paid {
      guard try left(of: entry.document, except: nil, besides: payment) < entry.amount,
        let record = try writer.record(target, entry.document)
      else { continue }
      throw Allocation.paid(record.entity.called(try record[StandardField.code].text ?? ""))
    }
  }

  private static func paid(_ name: Label) -> CRMError {
    CRMError(
      .request, "\(name.en) is paid already", vi: "\(name.vi) đã được thanh toán đủ")
  }

  /// What is allocated of a payment, to orders and contracts.
  static func sum(of payment: Int64, _ writer: Writer) throws -> Int64 {
    let sum = try writer.cache.statement(
      "SELECT (SELECT coalesce(sum(allocated), 0) FROM payment_order WHERE payment = ?1) "
        + "+ (SELECT coalesce(sum(allocated), 0) FROM payment_contract WHERE payment = ?1)")
    sum.bind(1, payment)
    return try sum.firstInteger() ?? 0
  }

  /// What is still to be paid of a document: confirmed payments and those that wait for it are
  /// both taken off.
  private func left(
    of paid: Int64, except id: Int64?, besides payment: Int64 = 0
  ) throws -> Int64 {
    let column = part.fields[document].name
    // The lines of a document that was just written have not reached its total yet.
    try writer.settle()
    let whole = try writer.record(target, paid)?.values[self.whole].integer ?? 0
    let sum = try writer.cache.statement(
      "SELECT coalesce(sum(k.allocated), 0) FROM \(part.table) k JOIN payment p "
        + "ON p.id = k.payment WHERE k.\"\(column)\" = ? AND k.id <> ? AND p.id <> ? AND p.deleted IS NULL "
        + "AND p.status NOT IN (\(Allocation.lost))")
    sum.bind(1, paid)
    sum.bind(2, id ?? 0)
    sum.bind(3, payment)
    return whole - (try sum.firstInteger() ?? 0)
  }

  /// The statuses of a payment that came to nothing, as SQL lists them.
  private static let lost =
    Entity.payment.field(PaymentField.status.rawValue)?.list(of: .lost) ?? ""

  private func sum(_ column: String, _ id: Int64) throws -> Int64 {
    let sum = try writer.cache.statement(
      "SELECT coalesce(sum(allocated), 0) FROM \(part.table) WHERE \(column) = ?")
    sum.bind(1, id)
    return try sum.firstInteger() ?? 0
  }
}
