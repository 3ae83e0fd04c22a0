import CRMEngine
import CRMValues

extension DuplicateCheck {
  static let allowing = Label(
    "Add it all the same with --allow-duplicate.",
    vi: "Nếu vẫn muốn thêm, dùng --allow-duplicate.")

  /// Says who has a value, in the words of RULES 3.1. Code, name and owner are told of customers
  /// the actor may not see as well (RULES 11.4).
  func message(_ field: Field, _ value: String, _ holder: Holder) throws -> Label {
    try beforeReading()
    guard let (code, name, owner) = try cache.names(ofCustomer: holder.customer) else {
      return Label(same: field.name)
    }
    let customer = "\(code) \(name)"
    let what = DuplicateCheck.name(of: field)
    let ofEn = owner.map { " of owner \($0)" } ?? " without an owner"
    let ofVi = owner.map { " thuộc chủ sở hữu \($0)" } ?? " chưa có chủ sở hữu"
    let inEn = holder.isContact ? "a contact of customer" : "customer"
    let inVi = holder.isContact ? "liên hệ của khách hàng" : "khách hàng"
    let shown = shortened(value)
    return Label(
      "\(what.en) already exists in \(inEn) \(customer)\(ofEn): \(shown)",
      vi: "\(what.vi) đã tồn tại trong \(inVi) \(customer)\(ofVi): \(shown)")
  }

  /// The field as one value of it is called.
  private static func name(of field: Field) -> Label {
    switch field.kind {
    case .phones: return Label("Phone", vi: "Số điện thoại")
    case .emails: return Label(same: "Email")
    default: return field.label
    }
  }

  /// A long description is known by its beginning.
  private func shortened(_ value: String) -> String {
    let line = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
