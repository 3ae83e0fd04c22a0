import CRMCatalogue
import CRMValues

/// Refuses a customer whose phone or email another customer, or a contact of another customer,
/// already has (seed 001, "Check trùng khách hàng"). Records in the trash do not count.
final class DuplicateCheck {
  private struct Look {
    let customers: PreparedStatement
    let contacts: PreparedStatement
  }

  private let phones: Look
  private let emails: Look

  private let anyContact: PreparedStatement
  private var foundContacts = false

  init(_ cache: StatementCache) throws {
    anyContact = try cache.statement("SELECT 1 FROM contact LIMIT 1")
    func look(_ name: String) throws -> Look {
      Look(
        customers: try cache.statement(
          "SELECT record FROM customer_\(name)_key WHERE key = ? AND record <> ?"),
        contacts: try cache.statement(
          "SELECT c.customer, c.id FROM contact_\(name)_key k JOIN contact c ON c.id = k.record "
            + "WHERE k.key = ? AND c.customer <> ?"))
    }
    phones = try look("phones")
    emails = try look("emails")
  }

  /// Looks for other records with the same phones or emails.
  ///
  /// - Parameters:
  ///   - changed: the positions to look at; nil for all.
  ///   - except: the record itself, when it is changed.
  /// - Throws: ``CRMError`` of kind conflict that names, for each field, who has the value.
  func check(
    _ reader: Reader, _ statements: KindStatements, _ values: [Value], changed: [Int]? = nil,
    except: Int64?
  ) throws {
    guard statements.entity.kind == .customer else { return }
    var found: [Label] = []
    for key in statements.keys {
      if let changed, !changed.contains(key.position) { continue }
      guard case .text(let text) = values[key.position] else { continue }
      let field = statements.entity.fields[key.position]
      let look = field.kind == .phones ? phones : emails
      for key in reader.keys.keys(of: field, text) {
        if let holder = try holder(of: key, look, except: except) {
          found.append(try message(field, key, holder, reader))
          break
        }
      }
    }
    guard !found.isEmpty else { return }
    throw CRMError(
      .conflict, found.map(\.en).joined(separator: "; "),
      vi: found.map(\.vi).joined(separator: "; "),
      hints: [
        Label(
          "Add it all the same with --allow-duplicate.",
          vi: "Nếu vẫn muốn thêm, dùng --allow-duplicate.")
      ])
  }

  /// Whether there are contacts at all; asked again until there are.
  private func hasContacts() throws -> Bool {
    if !foundContacts { foundContacts = try anyContact.firstInteger() != nil }
    return foundContacts
  }

  private func holder(
    of key: String, _ look: Look, except: Int64?
  ) throws -> (customer: Int64, contact: Int64?)? {
    look.customers.bind(1, key)
    look.customers.bind(2, except ?? 0)
    if let customer = try look.customers.firstInteger() { return (customer, nil) }
    guard try hasContacts() else { return nil }
    look.contacts.bind(1, key)
    look.contacts.bind(2, except ?? 0)
    guard try look.contacts.step() else { return nil }
    let result = (look.contacts.integer(0), Optional(look.contacts.integer(1)))
    look.contacts.reset()
    return result
  }

  private func message(
    _ field: Field, _ key: String, _ holder: (customer: Int64, contact: Int64?), _ reader: Reader
  ) throws -> Label {
    let record = try reader.record(.customer, holder.customer)
    let code = record?["code"].text ?? ""
    let name = record?["name"].text ?? ""
    let owner = try record?["owner"].integer.map { try reader.label(.user, $0) }
    let fieldEn = field.kind == .phones ? "Phone" : "Email"
    let fieldVi = field.kind == .phones ? "Số điện thoại" : "Email"
    let shown = key.hasPrefix("+84") ? "0" + key.dropFirst(3) : key
    let ofEn = owner.map { " of owner \($0)" } ?? " without an owner"
    let ofVi = owner.map { " thuộc chủ sở hữu \($0)" } ?? " chưa có chủ sở hữu"
    let inEn = holder.contact == nil ? "customer" : "a contact of customer"
    let inVi = holder.contact == nil ? "khách hàng" : "liên hệ của khách hàng"
    return Label(
      "\(fieldEn) \(shown) already exists in \(inEn) \(code) \(name)\(ofEn)",
      vi: "\(fieldVi) \(shown) đã tồn tại trong \(inVi) \(code) \(name)\(ofVi)")
  }
}
