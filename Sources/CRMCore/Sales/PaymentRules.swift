import CRMEngine
import CRMValues

/// A confirmed payment is a contact with its customer; what is allocated of it never exceeds it.
final class PaymentRules: Rules {
  static let kind = Kind.payment
  static let checksReversal = true

  private unowned let writer: Writer
  private let customer, amount, status, date: Int

  init(_ writer: Writer) throws {
    self.writer = writer
    customer = try PaymentField.customer.position
    amount = try PaymentField.amount.position
    status = try PaymentField.status.position
    date = try PaymentField.date.position
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    let paid = values[amount].integer ?? 0
    guard paid > 0 else {
      throw CRMError(
        .request, "the amount of a payment is more than 0",
        vi: "số tiền thanh toán phải lớn hơn 0")
    }
    guard let old else { return }
    let isLost = Entity.payment.fields[status].means(.lost, values[status])
    if !isLost, changed?.contains(status) ?? true {
      try writer.rules(PaymentOrderRules.self).allocation.checkAll(of: old.id)
      try writer.rules(PaymentContractRules.self).allocation.checkAll(of: old.id)
    }
    if changed?.contains(customer) == true, try Allocation.sum(of: old.id, writer) > 0 {
      throw CRMError(
        .request, "the payment pays documents of its customer; take them off first",
        vi: "khoản thanh toán đang trả cho chứng từ của khách hàng này; hãy bỏ phân bổ trước",
        hints: [Label(same: "crm payment to list PT…; crm payment to remove PT… N")])
    }
    if changed?.contains(amount) == true { try refuseShrinking(paid, old.id) }
  }

  private func refuseShrinking(_ paid: Int64, _ payment: Int64) throws {
    let allocated = try Allocation.sum(of: payment, writer)
    guard allocated > paid else { return }
    throw CRMError(
      .request,
      "\(Money.text(allocated, .en)) đ of the payment are allocated already, more than "
        + "\(Money.text(paid, .en)) đ",
      vi: "đã phân bổ \(Money.text(allocated, .vi)) đ, nhiều hơn \(Money.text(paid, .vi)) đ")
  }

  func checkReversed(_ record: Record) throws {
    let isLost = Entity.payment.fields[status].means(.lost, record.values[status])
    if !isLost {
      try writer.rules(PaymentOrderRules.self).allocation.checkAll(of: record.id)
      try writer.rules(PaymentContractRules.self).allocation.checkAll(of: record.id)
    }
    try refuseShrinking(record.values[amount].integer ?? 0, record.id)
  }

  func follow(_ written: Written) throws {
    guard let new = written.new, let id = new[customer].integer,
      written.isNew || written.old != nil, written.becomes(.done, status)
    else { return }
    try writer.rules(CustomerRules.self).contact(id, on: new[date].text)
  }
}

/// What of a payment is for one document: it is filled and checked alike for every kind of them.
protocol AllocationRules: Rules {
  var allocation: Allocation { get }
}

extension AllocationRules {
  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    if old == nil { try allocation.complete(&values) }
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    try allocation.check(values, except: old?.id)
  }

  static var checksReversal: Bool { true }

  func checkReversed(_ record: Record) throws {
    try allocation.check(record.values, except: record.id)
  }
}

/// What of a payment is for one order.
final class PaymentOrderRules: AllocationRules {
  static let kind = Kind.paymentOrder
  let allocation: Allocation

  init(_ writer: Writer) throws {
    allocation = Allocation(
      writer, PaymentOrderField.entity, of: .order, payment: try PaymentOrderField.payment.position,
      document: try PaymentOrderField.order.position,
      allocated: try PaymentOrderField.allocated.position,
      whole: try OrderField.total.position)
  }
}

/// What of a payment is for one contract.
final class PaymentContractRules: AllocationRules {
  static let kind = Kind.paymentContract
  let allocation: Allocation

  init(_ writer: Writer) throws {
    allocation = Allocation(
      writer, PaymentContractField.entity, of: .contract,
      payment: try PaymentContractField.payment.position,
      document: try PaymentContractField.contract.position,
      allocated: try PaymentContractField.allocated.position,
      whole: try ContractField.value.position)
  }
}
