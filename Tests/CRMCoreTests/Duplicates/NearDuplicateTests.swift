import Testing

@testable import CRMCore
@testable import CRMEngine

/// Which two customers are taken for one, and which are not (RULES 3.3).
@Suite struct NearDuplicateTests {
  typealias Case = (
    what: String, one: ScannedCustomers.Source, other: ScannedCustomers.Source,
    reasons: DuplicateReasons
  )

  static let same: [Case] = [
    (
      "marks", customer("Nguyễn Đức Ánh", phones: "0912345678"),
      customer("nguyen duc anh", phones: "+84 912 345 678"), [.name, .phone]
    ),
    (
      "Đ and Ð", customer("Đoàn Ðức Đạt", emails: "dat.doan@cty.vn"),
      customer("ĐOÀN ĐỨC ĐẠT", emails: "Dat.Doan@CTY.vn"), [.name, .email]
    ),
    (
      "place of the tone mark", customer("Trịnh Thị Hòa", phones: "0912345678"),
      customer("Trịnh Thị Hoà", phones: "0912345678"), [.name, .phone]
    ),
    (
      "order", customer("Cao Quỳnh Như", birthday: "1990-11-25", emails: "nhu@cty.vn"),
      customer("Như Cao Quỳnh", birthday: "1990-11-25"), [.name, .birthday]
    ),
    (
      "abbreviation", customer("Ng. Thị Khánh Vân", phones: "0987654321"),
      customer("Nguyễn Thị Khánh Vân", phones: "0987654321"), [.nearName, .phone]
    ),
    (
      "form of address", customer("Anh Lương Bá Tùng", phones: "0987654321"),
      customer("Lương Bá Tùng", phones: "0987654321"), [.name, .phone]
    ),
    (
      "slip in the name", customer("Nguyễn Trọng Nghĩa", phones: "0987654321"),
      customer("Nguyễn Trọng Ngiã", phones: "0987654321"), [.nearName, .phone]
    ),
    (
      "slip in the phone",
      customer("Dương Khắc Tiệp", birthday: "1981-03-07", phones: "0912345678"),
      customer("Dương Khắc Tiệp", birthday: "1981-03-07", phones: "0912345687"),
      [.name, .nearPhone, .birthday]
    ),
    (
      "retired prefix", customer("Tạ Bích Loan", phones: "0165 2345678"),
      customer("Tạ Bích Loan", phones: "0352345678"), [.name, .phone]
    ),
    (
      "one of several phones", customer("Tạ Bích Loan", phones: "0911111111; 0352345678"),
      customer("Tạ Bích Loan", phones: "0352345678 / 0922222222"), [.name, .phone]
    ),
    (
      "slip in the email", customer("Kiều Vân Trang", emails: "kieuvantrang@gmail.com"),
      customer("Kiều Vân Trang", emails: "kieuvantramg@gmail.com"), [.name, .nearEmail]
    ),
    (
      "day and month swapped",
      customer("Lục Thế Vinh", birthday: "1980-04-07", phones: "0912345678"),
      customer("Luc The Vinh", birthday: "1980-07-04", phones: "0912345678"),
      [.name, .nearBirthday, .phone]
    ),
    (
      "birthday without its year",
      customer("Lục Thế Vinh", birthday: "1980-04-07", emails: "vinh@cty.vn"),
      customer("Lục Thế Vinh", birthday: "04-07"), [.name, .birthday]
    ),
    (
      "legal form and address",
      customer(
        "Công ty TNHH Thương mại Dịch vụ Hoàng Long", line: "123 Nguyễn Trãi",
        ward: "Phường 5", district: "Quận 5", province: "TP. Hồ Chí Minh", kind: "organisation"),
      customer(
        "CTY TNHH TM DV Hoàng Long", line: "Số 123 Nguyen Trai, P.5, Q.5, TPHCM",
        kind: "organisation"), [.name, .address]
    ),
    (
      "city and district",
      customer(
        "Mạc Thị Bưởi", line: "45/2 Điện Biên Phủ", district: "Quận 3",
        province: "Thành phố Hồ Chí Minh"),
      customer("Mạc Thị Bưởi", line: "45/2 Dien Bien Phu", district: "Q3", province: "TP.HCM"),
      [.name, .address]
    ),
    ("foreign legal form", customer("Stripe"), customer("Stripe Inc"), [.name]),
    ("of another country", customer("Siemens Energy"), customer("Siemens Energy AG"), [.name]),
    ("Malaysian", customer("Petron Sdn Bhd"), customer("PETRON SDN. BHD."), [.name]),
    (
      "short word", customer("Datadog Technologies", kind: "organisation"),
      customer("Datadog Tech", kind: "organisation"), [.name]
    ),
    ("short company", customer("Acme Trading Co."), customer("Acme Trading Inc."), [.name]),
    (
      "initial", customer("Sarah Chen", emails: "sarah@chen.com"),
      customer("Sarah A. Chen", emails: "sarah@chen.com"), [.name, .email]
    ),
    (
      "slip in the tax code",
      customer("Công ty Bình Minh Xanh", taxCode: "0312345678", kind: "organisation"),
      customer("Cty Bình Minh Xanh", taxCode: "0312345687", kind: "organisation"),
      [.name, .nearTaxCode]
    ),
  ]

  @Test(arguments: same.indices)
  func findsTheSame(index: Int) {
    let (what, one, other, reasons) = NearDuplicateTests.same[index]
    let found = DuplicateScores(one, other, least: DuplicateWish.usualScore)
    #expect(found.pair?.reasons == reasons, "\(what): \(found.score)")
  }

  static let others:
    [(what: String, one: ScannedCustomers.Source, other: ScannedCustomers.Source)] =
      [
        (
          "a household",
          customer(
            "Cù Văn Bính", birthday: "1970-02-01", phones: "0903111222", line: "45 Trần Phú"),
          customer("Mai Thị Cúc", birthday: "1972-06-05", phones: "0903111222", line: "45 Trần Phú")
        ),
        (
          "father and son",
          customer("Cù Văn Bính", birthday: "1950-02-01", line: "45 Trần Phú", district: "Quận 1"),
          customer("Cù Văn Tâm", birthday: "1981-06-05", line: "45 Trần Phú", district: "Quận 1")
        ),
        (
          "a name that is no legal form", customer("Nguyễn Văn Cơ", birthday: "1970-02-01"),
          customer("Nguyễn Văn", birthday: "1988-11-23")
        ),
        (
          "numbered mailboxes", customer("Lê Minh Hà", emails: "khachhang1@congty.vn"),
          customer("Phạm Thu Hạ", emails: "khachhang2@congty.vn")
        ),
        (
          "two of a frequent name", customer("Nguyễn Văn An", birthday: "1970-02-01"),
          customer("Nguyễn Văn An", birthday: "1988-11-23")
        ),
        (
          "neighbours", customer("Lý Thái Hòa", line: "12 Lê Lợi", district: "Quận 1"),
          customer("Võ Thị Sáu", line: "14 Lê Lợi", district: "Quận 1")
        ),
        (
          "two companies at one address",
          customer(
            "Công ty TNHH Vận tải Phương Nam", line: "200 Pasteur", district: "Quận 3",
            kind: "organisation"),
          customer(
            "Công ty CP In ấn Sao Khuê", line: "200 Pasteur", district: "Quận 3",
            kind: "organisation")
        ),
        (
          "the same house number of another street",
          customer(
            "Công ty TNHH Vận tải Phạm Dũng", line: "343 Lý Thường Kiệt", district: "Ninh Kiều",
            province: "Cần Thơ", kind: "organisation"),
          customer(
            "Dương Văn Tài", line: "343 Hai Bà Trưng", district: "Ninh Kiều", province: "Cần Thơ")
        ),
        (
          "the same house and street of another city",
          customer(
            "Công ty TNHH Dịch vụ Vũ Đông", line: "236 Hai Bà Trưng", province: "Hải Phòng",
            kind: "organisation"),
          customer(
            "Công ty TNHH Sản xuất Hoàng Đông", line: "236 Hai Bà Trưng", district: "Ninh Kiều",
            province: "Cần Thơ", kind: "organisation")
        ),
        (
          "a company and who works there",
          customer("Công ty TNHH Phương Nam", phones: "02838221234", kind: "organisation"),
          customer("Trần Thị Mỹ Linh", phones: "02838221234")
        ),
      ]

  @Test(arguments: others.indices)
  func leavesOthersAlone(index: Int) {
    let (what, one, other) = NearDuplicateTests.others[index]
    let score = DuplicateScores(one, other).score
    #expect(score < 50, "\(what): \(score)")
  }

  /// Numbered mailboxes do not even count as alike.
  @Test(arguments: [
    ("khachhang1@congty.vn", "khachhang2@congty.vn"), ("kh10@cty.vn", "kh1@cty.vn"),
  ])
  func numberedMailboxesDiffer(one: String, other: String) throws {
    let pair = DuplicateScores(
      customer("Tạ Bích Loan", phones: "0352345678", emails: one),
      customer("Tạ Bích Loan", phones: "0352345678", emails: other)
    ).pair
    #expect(try #require(pair).reasons == [.name, .phone])
  }

  /// Who shares a phone ranks by what else is shared.
  @Test func ranksAPersonAboveAHousehold() {
    let first = customer("Cù Văn Bính", phones: "0903111222", gender: "male")
    let scores = [
      customer("Cu Van Binh", phones: "0903111222", gender: "male"),
      customer("Cù Văn Bình", phones: "0903111222", gender: "male"),
      customer("Cù Văn Tâm", phones: "0903111222", gender: "male"),
      customer("Mai Thị Cúc", phones: "0903111222", gender: "female"),
    ].map { DuplicateScores(first, $0).score }
    #expect(scores == scores.sorted(by: >) && Set(scores).count == 4, "\(scores)")
  }

  /// Marks tell names apart where both have them.
  @Test func marksTellApart() throws {
    let pair = DuplicateScores(
      customer("Tạ Thu Hà", birthday: "1990-01-01", emails: "ha@cty.vn"),
      customer("Tạ Thu Hạ", birthday: "1990-01-01", emails: "ha@cty.vn")
    ).pair
    #expect(try #require(pair).reasons == [.nearName, .birthday, .email])
  }

  @Test(
    arguments: [
      ([.phone], 100, [.phone]), ([.name], 95, [.nearName]), ([.birthday], 70, [.nearBirthday]),
      ([.phone, .birthday], 85, [.phone, .nearBirthday]), ([.fax], 0, []), ([.email], 0, []),
    ] as [(Set<DuplicateField>, Float, DuplicateReasons)])
  func comparesByFields(fields: Set<DuplicateField>, score: Float, reasons: DuplicateReasons) {
    let found = DuplicateScores(
      customer("Tạ Thu Hà", birthday: "1990-01-02", phones: "0352345678", emails: "x1@cty.vn"),
      customer("Tạ Thu Hạ", birthday: "1990-01-03", phones: "0352345678", emails: "y2@cty.vn"),
      fields: fields)
    #expect(abs(found.score - score) < 0.01)
    #expect(found.pair?.reasons ?? [] == reasons)
  }
}
