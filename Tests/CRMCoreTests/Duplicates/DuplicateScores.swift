@testable import CRMCore
@testable import CRMEngine

/// A customer as it is compared, by what is written of it.
func customer(
  _ name: String, birthday: String? = nil, phones: String? = nil, emails: String? = nil,
  line: String? = nil, ward: String? = nil, district: String? = nil, province: String? = nil,
  taxCode: String? = nil, fax: String? = nil, gender: String? = nil, kind: String = "individual"
) -> ScannedCustomers.Source {
  ScannedCustomers.Source(
    id: 0, name: name, isOrganisation: kind == "organisation", gender: gender,
    birthday: birthday, phones: phones, emails: emails, fax: fax, taxCode: taxCode, line: line,
    ward: ward, district: district, province: province)
}

/// Two customers among five hundred others.
struct DuplicateScores {
  let pair: (score: Float, reasons: DuplicateReasons)?
  let all: [DuplicateSearch.Found]

  /// - Parameter least: the least score of the pairs looked for.
  init(
    _ one: ScannedCustomers.Source, _ other: ScannedCustomers.Source, least: Float = 0,
    fields: Set<DuplicateField> = []
  ) {
    var customers = ScannedCustomers()
    customers.add(one)
    customers.add(other)
    for stranger in DuplicateScores.strangers { customers.add(stranger) }
    all = DuplicateSearch(customers, DuplicateWish(least: least, fields: fields)).run()
    pair = all.first { $0.a == 0 && $0.b == 1 }.map { ($0.score, $0.reasons) }
  }

  /// The score of the two; 0 where they were never brought together.
  var score: Float { pair?.score ?? 0 }

  private static let strangers: [ScannedCustomers.Source] = {
    let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi"]
    let middles = ["Văn", "Thị", "Minh", "Ngọc", "Quốc", "Thanh", "Hồng"]
    let given = ["An", "Bình", "Chi", "Dũng", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hoa", "Lan"]
    let provinces = ["Hà Nội", "TP. Hồ Chí Minh", "Đà Nẵng", "Cần Thơ"]
    return (0..<500).map { i in
      customer(
        "\(surnames[i % 10]) \(middles[i % 7]) \(given[i % 11])",
        birthday: "19\(50 + i % 47)-0\(1 + i % 9)-1\(i % 10)", phones: "0905\(100_000 + i * 977)",
        emails: "khach\(i)@example.vn", line: "\(i % 89 + 1) Lê Lợi",
        district: "Quận \(i % 12 + 1)", province: provinces[i % 4])
    }
  }()
}
