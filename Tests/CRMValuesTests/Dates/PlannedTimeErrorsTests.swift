import Testing

@testable import CRMValues

@Suite struct PlannedTimeErrorsTests {
  @Test(arguments: [
    ("soon", "“soon” is not a day or a time", "“soon” không phải là ngày giờ"),
    ("mai nhé", "“nhé” is not a time of day", "“nhé” không phải là giờ trong ngày"),
    ("mai 9", "“9” is not a time of day", "“9” không phải là giờ trong ngày"),
    ("9h30 nhé", "“nhé” is not a date", "“nhé” không phải là ngày"),
    ("mai 9h30 nhé", "“9h30 nhé” is not a time of day", "“9h30 nhé” không phải là giờ trong ngày"),
    (
      "25h", "“25h” is not a time of day: there is no hour 25",
      "“25h” không phải là giờ trong ngày: không có 25 giờ"
    ),
    (
      "mai 24:00", "“24:00” is not a time of day: there is no hour 24",
      "“24:00” không phải là giờ trong ngày: không có 24 giờ"
    ),
    (
      "2026-12-01T14:60", "“14:60” is not a time of day: there is no minute 60",
      "“14:60” không phải là giờ trong ngày: không có phút 60"
    ),
    (
      "14:00:61", "“14:00:61” is not a time of day: there is no second 61",
      "“14:00:61” không phải là giờ trong ngày: không có giây 61"
    ),
    (
      "14pm", "“14pm” is not a time of day: am and pm go with the hours 1 to 12",
      "“14pm” không phải là giờ trong ngày: am, pm chỉ dùng với giờ từ 1 đến 12"
    ),
    (
      "14h sáng mai", "“14h sáng mai” is not a time of day: 14:00 is not in the morning",
      "“14h sáng mai” không phải là giờ trong ngày: 14 giờ không phải buổi sáng"
    ),
    (
      "5h trưa", "“5h trưa” is not a time of day: 5:00 is not in the middle of the day",
      "“5h trưa” không phải là giờ trong ngày: 5 giờ không phải buổi trưa"
    ),
    (
      "9h chiều", "“9h chiều” is not a time of day: 9:00 is not in the afternoon",
      "“9h chiều” không phải là giờ trong ngày: 9 giờ không phải buổi chiều"
    ),
    (
      "2h tối", "“2h tối” is not a time of day: 2:00 is not in the evening",
      "“2h tối” không phải là giờ trong ngày: 2 giờ không phải buổi tối"
    ),
    (
      "14h đêm", "“14h đêm” is not a time of day: 14:00 is not in the night",
      "“14h đêm” không phải là giờ trong ngày: 14 giờ không phải ban đêm"
    ),
    (
      "12h đêm mai",
      "“12h đêm mai” may be the midnight that begins the day or the one that ends it",
      "“12h đêm mai” có thể là nửa đêm đầu ngày, cũng có thể là nửa đêm cuối ngày"
    ),
    (
      "sáng mai", "“sáng mai” names a part of the day but no hour",
      "“sáng mai” có buổi mà không có giờ"
    ),
    (
      "9999-12-31 23:00", "“9999-12-31 23:00” is outside the years 1 to 9999",
      "“9999-12-31 23:00” ngoài các năm từ 1 đến 9999"
    ),
    (
      "30/02/2026 14h", "30/02/2026 is not a date: February 2026 has 28 days",
      "30/02/2026 không phải là ngày: tháng 2 năm 2026 có 28 ngày"
    ),
    ("1/12 14h", "1/12 is not a date: the year is missing", "1/12 không phải là ngày: thiếu năm"),
    (
      "9h 1/12/26", "1/12/26 is not a date: the year needs four digits",
      "1/12/26 không phải là ngày: năm phải có bốn chữ số"
    ),
    (
      "+1:30", "“+1:30” may be hours and minutes or minutes and seconds",
      "“+1:30” có thể là giờ và phút, cũng có thể là phút và giây"
    ),
  ])
  func saysWhatIsWrong(_ text: String, _ english: String, _ vietnamese: String) throws {
    let error = try refusal { try readPlanned(text) }
    #expect(error.message == Label(english, vi: vietnamese))
  }

  @Test(arguments: [
    ("mai 24h", "Write 0:00 of the next day"),
    ("25h", "Hours go from 0 to 23: write 14:00 or 14h30"),
    ("14h75", "Minutes go from 0 to 59: write 14:00 or 14h30"),
    ("sáng mai", "Write the hour too: 9h sáng mai"), ("1/12 14h", "Write the year too: 1/12/2026"),
    ("mai 9", "Write 14:00, 14h30 or 2pm"), ("14pm", "Write 14:00 or 2pm"),
  ])
  func saysWhatToWrite(_ text: String, _ hint: String) throws {
    #expect(try refusal { try readPlanned(text) }.hints.map(\.en) == [hint])
  }

  @Test(arguments: [
    "", " ", "h", "14", "9", "9h30 10h", "9h mai 10h", "2026-12-01 14:00 9h", "9h 2026-12-01 14:00",
    "2026-12-01 14:00 nhé", "2026-12-01 14", "2026-12-01T", "2026-12-01T14:00+19:00", "mai mốt 9h",
    "9h sáng tối", "sáng", "at", "lúc", "thứ 2 tới 9h", "thu 2 toi 9h", "8h tôi", "+1d 3x", "+90",
    "+1d 30m", "+1d3h", "++3h", "+-3h", "+3h mai", "mai +3h", "+3h 9h", "now 25h", "nowhere",
    "100000h",
    "9.30h", "9,5h", "9h30h", "9:5:5:5", "9h:30", ":30", "9:", "2 sáng", "pm", "0am", "13:00 PM",
    "12h tối", "12h sáng", "８h", "9h00 giờ", "9 giờ kém 15", "14:00 +0800x", "30/02/2026",
    "31/4/2026 9h",
    "0001-01-01 00:00", "0001-01-01T00:00Z", "+99999999999999999h", "+2562047788015215h",
    "-2562047788015215h", "+0,0001h", "+1.500h", "2026-12-01T25:00:00Z", "thứ 8 9h", "t1 9h",
    "9h sáng ngày mai hoặc chiều thứ hai tuần sau nữa nếu trời không mưa và khách hàng không đi xa nhé",
  ])
  func refusesTheRest(_ text: String) throws {
    _ = try refusal { try readPlanned(text) }
  }
}
