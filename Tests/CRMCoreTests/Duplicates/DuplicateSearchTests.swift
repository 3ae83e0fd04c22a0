import CRMTestSupport
import Testing

@testable import CRMCore
@testable import CRMEngine

/// The search against a look at all pairs.
@Suite struct DuplicateSearchTests {
  /// Some customers with so few values that many are shared.
  private func company(_ seed: UInt64, count: Int) -> ScannedCustomers {
    var random = Seeded(state: seed)
    func pick(_ texts: [String?]) -> String? { texts.randomElement(using: &random) ?? nil }
    var customers = ScannedCustomers()
    for id in 0..<count {
      var source = customer(
        [
          pick(["Nguyễn", "Trần", "Ðỗ"]), pick(["Văn", "Thị", nil]),
          pick(["An", "Bình", "Hà", "Hạ"]),
        ]
        .compactMap { $0 }.joined(separator: " "))
      source.id = Int64(id)
      source.birthday = pick([nil, "1990-01-02", "01-02", "1991-01-02", "1990-02-01"])
      source.phones = pick([
        nil, nil, "0912345\(100 + id % 40)", "0912345\(100 + id % 30); 0987654321",
      ])
      source.emails = pick([nil, nil, "a\(id % 25)@cty.vn", "b@cty.vn;a\(id % 35)@cty.vn"])
      source.fax = pick([nil, nil, nil, "028382212\(10 + id % 20)"])
      source.taxCode = pick([nil, nil, "01001091\(10 + id % 30)"])
      source.line = pick([nil, "\(id % 9) Lê Lợi", "chợ Bến Thành", "\(id % 7) Lê Lợi, P.5"])
      source.district = pick([nil, "Quận 1", "Q.3"])
      source.province = pick([nil, "Hà Nội", "TP. Hồ Chí Minh"])
      customers.add(source)
    }
    return customers
  }

  private func allPairs(
    _ customers: ScannedCustomers, _ wish: DuplicateWish
  ) -> Set<DuplicateSearch.Found> {
    let comparison = CustomerComparison(customers)
    var found: Set<DuplicateSearch.Found> = []
    for a in 0..<customers.count {
      for b in (a + 1)..<customers.count {
        guard let (score, reasons) = comparison.score(a, b, wish), score >= wish.least,
          reasons.isExact(wish.fields)
        else { continue }
        found.insert(.init(a: UInt32(a), b: UInt32(b), score: score, reasons: reasons))
      }
    }
    return found
  }

  /// What is equal is found, all of it and nothing else.
  @Test(arguments: 1...8)
  func findsWhatIsEqual(seed: UInt64) {
    let customers = company(seed, count: 120)
    let wish = DuplicateWish(least: 0, isExact: true)
    let expected = allPairs(customers, wish)
    let found = DuplicateSearch(customers, wish).run()
    #expect(found.count > 100)
    #expect(Set(found) == expected)
    #expect(Set(found).count == found.count)
  }

  @Test(
    arguments: [[.phone], [.email], [.taxCode], [.fax], [.name, .birthday]] as [Set<DuplicateField>]
  )
  func findsWhatIsEqualByField(fields: Set<DuplicateField>) {
    let customers = company(9, count: 120)
    let wish = DuplicateWish(least: 100, fields: fields, isExact: true)
    let found = DuplicateSearch(customers, wish).run()
    #expect(!found.isEmpty)
    #expect(Set(found) == allPairs(customers, wish))
  }

  /// The words that are never looked at would not have changed the answer.
  @Test(arguments: 1...4)
  func earlyNoIsNo(seed: UInt64) {
    let customers = company(seed, count: 120)
    let comparison = CustomerComparison(customers)
    let wish = DuplicateWish(least: 60)
    for a in 0..<customers.count {
      for b in (a + 1)..<customers.count {
        let bits = comparison.compare(a, b)?.bits ?? 0
        let early = comparison.compare(a, b, least: wish.bits)
        #expect((early != nil) == (bits >= wish.bits))
        #expect(early == nil || early?.bits == bits)
      }
    }
  }

  @Test func putsTheBestFirst() {
    let scores = DuplicateSearch(company(3, count: 200), DuplicateWish(least: 30)).run().map(
      \.score)
    #expect(scores == scores.sorted(by: >))
    #expect((scores.last ?? 0) >= 30)
  }

  /// Of a number that very many have, those of similar names are compared, and it is told.
  @Test func tellsOfCrowds() {
    var customers = ScannedCustomers()
    for i in 0..<200 {
      customers.add(customer("Khách \(i / 2 * 7919)", phones: "02838221234"))
    }
    let search = DuplicateSearch(customers, DuplicateWish(least: 0, isExact: true))
    let found = search.run()
    #expect(search.crowded[.number] == 200)
    #expect((0..<100).allSatisfy { i in found.contains { $0.a == 2 * i && $0.b == 2 * i + 1 } })
    #expect(found.count < 200 * SearchWorker.crowd)
  }

  @Test func stopsWhenToldTo() {
    let search = DuplicateSearch(
      company(1, count: 50), DuplicateWish(least: 0), pace: { _ in false })
    #expect(search.run().isEmpty)
    #expect(search.isStopped)
  }
}
