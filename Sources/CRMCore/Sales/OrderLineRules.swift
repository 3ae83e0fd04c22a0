import CRMEngine
import CRMValues

/// A line of an order: what a person or a file does not say, the customer's tier and the product
/// do; its amounts are exact to the đồng.
final class OrderLineRules: Rules {
  static let kind = Kind.orderLine
  static var upkeep: [Upkeep] { [LineAmounts.upkeep] }

  private unowned let writer: Writer
  private let places: Places
  /// The document that was looked at last, and the discount of its customer's tier.
  private var known: (document: Int64, discount: TierDiscount?)?

  private struct Places {
    let order, product, quantity, price, discount, tax, subtotal, taxAmount, total: Int

    init() throws {
      func place(_ field: OrderLineField) throws -> Int { try field.position }
      (order, product, quantity) = (try place(.order), try place(.product), try place(.quantity))
      (price, discount, tax) = (try place(.price), try place(.discount), try place(.tax))
      (subtotal, taxAmount) = (try place(.subtotal), try place(.taxAmount))
      total = try place(.total)
    }
  }

  init(_ writer: Writer) throws {
    self.writer = writer
    places = try Places()
  }

  /// A discount that nobody states is that of the customer's tier.
  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    guard old == nil, values[places.discount].isNull, let order = values[places.order].integer
    else { return }
    if known?.document != order {
      known = (order, try writer.tierDiscount(ofDocument: order, .order))
    }
    guard let discount = known?.discount else { return }
    values[places.discount] = discount.percent
    let field = Entity.orderLine.fields[places.discount]
    func percent(_ language: Language) -> String {
      text(
        discount.percent, for: field, in: writer.catalogue, language: language,
        zone: writer.moment.zone)
    }
    writer.note(
      Label(
        "Discount of tier \(discount.tier): \(percent(.en))",
        vi: "Chiết khấu theo phân cấp \(discount.tier): \(percent(.vi))"))
  }

  /// A price and a tax that nobody states are the product's.
  func derive(_ values: inout [Value], _ old: Record?) throws {
    if values[places.price].isNull || values[places.tax].isNull,
      case .integer(let id) = values[places.product]
    {
      let find = try writer.cache.statement("SELECT price, tax FROM product WHERE id = ?")
      find.bind(1, id)
      if try find.step() {
        if values[places.price].isNull { values[places.price] = find.value(0) }
        if values[places.tax].isNull { values[places.tax] = find.value(1) }
        find.reset()
      }
    }
    let amounts = try LineAmounts(
      quantity: values[places.quantity].integer ?? 0, price: values[places.price].integer ?? 0,
      discount: values[places.discount].integer ?? 0, taxRate: values[places.tax].integer ?? 0)
    values[places.subtotal] = .integer(amounts.subtotal)
    values[places.taxAmount] = .integer(amounts.tax)
    values[places.total] = .integer(amounts.total)
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    guard values[places.quantity] == .integer(0) else { return }
    throw CRMError(
      .request, "the quantity of a line cannot be 0", vi: "số lượng của dòng hàng phải khác 0")
  }
}
