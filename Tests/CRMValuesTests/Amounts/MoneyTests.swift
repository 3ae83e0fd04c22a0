import Testing

@testable import CRMValues

@Suite struct MoneyTests {
  @Test(
    arguments: [
      ("1500000", 1_500_000), ("1.500.000", 1_500_000), ("1,500,000", 1_500_000),
      ("1 500 000", 1_500_000),
      ("1\u{A0}500\u{202F}000", 1_500_000), ("1'500'000", 1_500_000), ("1.500", 1500),
      ("1,500", 1500),
      ("12.500", 12_500), ("500k", 500_000), ("500K", 500_000), ("500 nghìn", 500_000),
      ("500 ngàn", 500_000),
      ("500 NGÀN", 500_000), ("10tr", 10_000_000), ("10 triệu", 10_000_000), ("10TR", 10_000_000),
      ("10 TRIỆU", 10_000_000), ("10 trie\u{323}\u{302}u", 10_000_000), ("1,5 tỷ", 1_500_000_000),
      ("1.5 tỉ", 1_500_000_000), ("1.5tr", 1_500_000), ("1,25tr", 1_250_000), ("2tr5", 2_500_000),
      ("2 triệu 5", 2_500_000), ("2tr500", 2_500_000), ("2tr050", 2_050_000),
      ("1tỷ2", 1_200_000_000),
      ("1 tỷ 200 triệu", 1_200_000_000), ("1tỷ200tr500k", 1_200_500_000),
      ("2 triệu rưỡi", 2_500_000),
      ("2tr rưỡi", 2_500_000), ("5k5", 5500), ("1.500.000đ", 1_500_000), ("1.500.000 ₫", 1_500_000),
      ("1500000 VND", 1_500_000), ("1.500.000 vnđ", 1_500_000), ("1.500.000 đồng", 1_500_000),
      ("₫1,500,000", 1_500_000),
      ("VND 1,500,000", 1_500_000), ("10trđ", 10_000_000), ("10 triệu đồng", 10_000_000),
      ("500kđ", 500_000),
      ("-500k", -500_000), ("−500k", -500_000), ("- 500", -500), ("+500", 500), ("-₫500", -500),
      ("₫-500", -500),
      ("1500000.00", 1_500_000), ("1.500.000,00", 1_500_000), ("1,500,000.00", 1_500_000),
      ("1500000,0", 1_500_000),
      ("0", 0), ("-0", 0), ("0đ", 0), ("0,5tr", 500_000), ("0.001tr", 1000), (" 12 ", 12),
      ("000123", 123),
      ("9223372036854775807", Int64.max), ("-9.223.372.036.854.775.807", -Int64.max),
      ("1.500.000k", 1_500_000_000),
      ("1234,5678tr", 1_234_567_800), ("1,000.00", 1000),
      ("12345678901234567", 12_345_678_901_234_567),
    ] as [(String, Int64)])
  func reads(_ text: String, _ expected: Int64) throws {
    #expect(try Money.parse(text) == expected)
  }

  @Test(arguments: [
    ("1.50", "“1.50” is not an amount of whole đồng", "“1.50” không phải là số tiền chẵn đồng"),
    (
      "1500,5", "“1500,5” is not an amount of whole đồng",
      "“1500,5” không phải là số tiền chẵn đồng"
    ),
    (
      "0,0005k", "“0,0005k” is not an amount of whole đồng",
      "“0,0005k” không phải là số tiền chẵn đồng"
    ),
    (
      "1.500tr", "“1.500tr” can be read as two different amounts",
      "“1.500tr” có thể hiểu thành hai số tiền khác nhau"
    ),
    (
      "2tr50", "“2tr50” can be read as two different amounts",
      "“2tr50” có thể hiểu thành hai số tiền khác nhau"
    ),
    (
      "9223372036854775808", "“9223372036854775808” is too large an amount",
      "“9223372036854775808” là số tiền quá lớn"
    ),
    (
      "99999999999 tỷ", "“99999999999 tỷ” is too large an amount",
      "“99999999999 tỷ” là số tiền quá lớn"
    ),
    ("ten", "“ten” is not an amount of money", "“ten” không phải là số tiền"),
  ])
  func saysWhatIsWrong(_ text: String, _ english: String, _ vietnamese: String) throws {
    let error = try refusal { try Money.parse(text) }
    #expect(error.message == Label(english, vi: vietnamese))
  }

  @Test(arguments: [
    "", " ", "đ", "-", "tr", "1.50", "1.5.0", "1.500,000.00", "1,500.000,00", "1..500", "1.500.00",
    "1.5000.000",
    "1500.000", "0.500", "0.500.000", "1 50", "15 00", "1 tr tr", "1tr 2tỷ", "1tr2tr", "1.500$",
    "$15", "1e6", "1/2", "--5",
    "-+5", "5-", "1,", ",5", ".", "1.", "1.500.", "2tr5k5x", "10 m", "１００", "1tr,5",
    "1.500.000 VND VND", "12,34,567",
    "2tr5000", "1 tỷ 2tr50", "1.500.000,50",
  ])
  func refusesTheRest(_ text: String) throws {
    _ = try refusal { try Money.parse(text) }
  }

  @Test(
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"),
      (1_500_000, "1.500.000", "1,500,000"),
      (-1_500_000, "-1.500.000", "-1,500,000"), (-999, "-999", "-999"),
      (100_000, "100.000", "100,000"),
      (Int64.max, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807"),
      (Int64.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
    ] as [(Int64, String, String)])
  func writes(_ amount: Int64, _ vietnamese: String, _ english: String) {
    #expect(Money.text(amount, .vi) == vietnamese)
    #expect(Money.text(amount, .en) == english)
  }

  @Test func readsWhatItWrites() throws {
    var amount: Int64 = 1
    for step in 0..<2000 {
      for language in Language.allCases {
        #expect(try Money.parse(Money.text(amount, language)) == amount)
        #expect(try Money.parse(Money.text(-amount, language)) == -amount)
      }
      #expect(try Money.parse(plain: "\(amount)") == amount)
      amount = (amount &* 7 &+ Int64(step)) & (.max >> Int64(step % 50))
    }
  }

  @Test(
    arguments: [("1500", 1500), ("1500.0", 1500), ("-3.00", -3), ("0", 0)] as [(String, Int64)])
  func readsNumberCells(_ text: String, _ expected: Int64) throws {
    #expect(try Money.parse(plain: text) == expected)
  }

  @Test(arguments: ["1.500.000", "1.5", "1.234", "1,500", "", ".", "1e3", "x", "5tr"])
  func refusesOtherNumberCells(_ text: String) throws {
    _ = try refusal { try Money.parse(plain: text) }
  }
}
