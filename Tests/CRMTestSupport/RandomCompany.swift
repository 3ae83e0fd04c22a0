import CRMCore
import CRMEngine
import CRMValues

/// Random records of every kind as a Vietnamese company has them, with what is hard to carry
/// from file to file; the same for the same seed.
public final class RandomCompany {
  private var random: Seeded
  private var codes: [Kind: [String]] = [:]
  private var number = 0
  private var leavers: [String] = []

  public init(seed: UInt64) {
    random = Seeded(state: seed)
  }

  private static let words = [
    "Nguyễn", "Trần Thị", "Đức", "Hòa Bình", "Công ty TNHH", "Ðông Á", "Phở 24", "Lê Lợi",
    "“trích”", "a, b", "x; y", "\"kép\"", "O'Brien", "00123", "1e5", "TRUE", "=SUM(A1:A2)",
    "'=1+1", "@zalo", "+84 912 345 678", "-5", "+x", "20/12/2026", "1.500", "#N/A", "null", "½ kg",
    "🌸", "👨‍👩‍👧 nhà", "Nguye\u{302}\u{303}n", "đường", "%", "a:b", "X-CRM-CODE:1", "\\n", "'",
    "ﬁ", "_x000D_", "a\\b", "<b>&amp;</b>", "|", "''x", "=",
  ]

  /// Fills a database with a few records of every kind.
  public func fill(_ fixture: Fixture) throws {
    for kind in Catalogue.nouns {
      codes[kind, default: []] += kind == .user ? [fixture.login] : []
      for _ in 0..<Int.random(in: 2...6, using: &random) { try add(kind, fixture) }
    }
    // Who left did so after the records came to be theirs: nobody can be given one afterwards.
    for code in leavers { try fixture.edit(.user, code, ["active": "no"]) }
  }

  private func pick<T>(_ list: [T]) -> T? { list.randomElement(using: &random) }

  private func add(_ kind: Kind, _ fixture: Fixture) throws {
    let entity = try fixture.store.read(as: Actor(login: fixture.login), at: Fixture.moment) {
      $0.entity(kind)
    }
    number += 1
    var fields: [String: String] = [:]
    for field in entity.fields where field.access == .editable {
      guard field.required || Int.random(in: 0..<3, using: &random) > 0 else { continue }
      fields[field.name] = value(field, of: entity)
    }
    let leaves = kind == .user && fields.removeValue(forKey: "active") == "no"
    // One of these stands for the other.
    for field in entity.fields {
      if let fallback = field.fallback, fields[field.name] != nil { fields[fallback] = nil }
    }
    if kind == .contract {
      fields.merge(["term": "12", "effective_date": "", "expiry_date": "20/12/2026"]) { $1 }
    }
    if kind == .tier {
      // Automatic tiers have ranks and conditions of their own.
      fields.merge(["rank": "\(number)", "condition": "score >= \(number * 1000)"]) { $1 }
    }
    // What was said has somebody who said it.
    if kind == .comment { fields["author"] = pick(codes[.user] ?? []) }
    if kind == .commonRule { fields["condition"] = "province = \"Tỉnh \(number)\"" }
    if kind == .view {
      fields.merge([
        "kind": "customer", "sort": "-code", "columns": "name, phones",
        "condition": "name ~ \"Đức \(number)\" or stars >= 3",
      ]) { $1 }
    }
    if kind == .customField {
      fields.merge(["kind": "customer", "key": "k\(number)", "choices": "A; b c;Đ"]) { $1 }
      // Two columns of one heading could not be told apart.
      fields["name", default: ""] += " \(number)"
    }
    guard entity.fields.allSatisfy({ !$0.required || fields[$0.name] != nil || $0.kind == .code })
    else { return }
    if fields["code"] == nil, entity.codePrefix == nil { fields["code"] = "nv\(number)" }
    // The order of a card is its customer's.
    if kind == .careCard, let order = fields["order"] {
      fields["customer"] = try fixture.customer(ofOrder: order)
    }
    let code: String
    // What is allocated of a payment depends on what is left of others: without any.
    if kind == .payment { fields.merge(["amount": "\(number)tr"]) { $1 } }
    if kind == .order, let lines = entity.lines.map(Catalogue.entity) {
      code = try fixture.addOrder(fields, lines: self.lines(lines, of: kind))
    } else {
      code = try fixture.add(kind, fields)
    }
    codes[kind, default: []].append(code)
    if leaves { leavers.append(code) }
  }

  private func lines(_ entity: Entity, of kind: Kind) -> [[String: String]] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      var fields: [String: String] = [:]
      for field in entity.fields where field.access == .editable && field.target != kind {
        fields[field.name] = value(field, of: entity)
      }
      return fields
    }
  }

  private func text() -> String {
    (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in pick(Self.words) }
      .joined(separator: " ")
  }

  private func value(_ field: Field, of entity: Entity) -> String? {
    // Times and ends that would contradict each other are left to tests of their own.
    if let schedule = entity.schedule, schedule.isMoved, field.name != schedule.at,
      field.kind == .moment || field.kind == .day || field.kind == .duration
    {
      return nil
    }
    switch field.kind {
    case .code:
      return Int.random(in: 0..<3, using: &random) == 0 && entity.codePrefix != nil
        ? nil : pick(["M-\(number)", "00\(number)", "Mã \(number)", "1E\(number)"])
    case .text:
      // Lists are named in cells with others, so that their names have no separators.
      return entity.unique.contains(field.name) ? "Mục, \(number) =Đ" : text()
    case .longText:
      let isLong = Int.random(in: 0..<8, using: &random) == 0
      return text() + "\n" + (isLong ? String(repeating: text() + ", ", count: 300) : text())
    case .choice(let choices): return pick(choices)?.key
    case .flag: return pick(["0", "1"])
    case .integer: return pick(["0", "7", "-3", "123456"])
    case .decimal: return pick(["1", "1,5", "0,125", "1234,5678", "1234,5670", "2", "-0,5"])
    case .percent: return pick(["0", "8", "10", "12,5", "0,125", "99,1230", "100"])
    case .money: return pick(["0", "1500", "1500000", "99999999999"])
    case .day: return pick(["20/12/2026", "29/02/2024", "01/01/1990"])
    case .yearlyDay: return pick(["20/12/1999", "29/02", "01/01", "03/11/1890"])
    case .phones: return pick(["09\(10_000_000 + number)", "+84 28 38\(100_000 + number); số lạ"])
    case .emails: return "a\(number)@ví-dụ.vn".replacing("í", with: "i").replacing("ụ", with: "u")
    case .taxCode: return pick(["0100109106", "0312345678-001"])
    case .location: return pick(["10.5,106.7", "-10.123456,0"])
    case .reference(let kind): return pick(codes[kind] ?? [])
    case .references(let kind):
      let known = codes[kind] ?? []
      let chosen = (0..<2).compactMap { _ in pick(known) }
      return chosen.isEmpty ? nil : Set(chosen).sorted().joined(separator: ";")
    case .moment: return pick(["20/12/2026", "20/12/2026 14h", "1/1/2027 0:00:07"])
    case .duration: return pick(["45p", "1h30", "7s", "2 ngày"])
    case .noun: return pick(["customer", "order"])
    case .condition: return pick(["code ~ 1", "code = KH1..KH2"])
    case .instant, .record, .recurrence: return nil
    }
  }
}
