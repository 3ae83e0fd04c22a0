import CRMArguments
import CRMValues

extension Chapters {
  /// How values are typed, in options, filters and files alike (RULES 1.4).
  static var values: Chapter {
    Chapter(
      "values", Label("Values: how they are typed", vi: "Giá trị: cách viết"),
      [
        .init(
          "20/12/2026, 2026-12-20, 20.12.2026",
          Label(
            "A day: the day before the month, always, and the year in four digits",
            vi: "Ngày: luôn là ngày trước tháng, năm đủ bốn chữ số")),
        .init(
          "today, tomorrow, monday, eom, today+7d, -3m",
          Label(
            "A day seen from today; eom, eoy, eow is the end and som, soy, sow the start of the "
              + "month, year, week",
            vi:
              "Ngày tính từ hôm nay, cũng như hôm nay, ngày mai, thứ hai, cuối tháng; eom, eoy, eow "
              + "là cuối và som, soy, sow là đầu tháng, năm, tuần")),
        .init(
          "2026, 2026-05, 2026-q2, this-year, last-quarter, next-month",
          Label(
            "A period; 2026-05..2026-08 is a range, so are ..today and <2026",
            vi: "Một kỳ, cũng như năm nay, quý trước, tháng sau, tuần này; 2026-05..2026-08 là "
              + "khoảng, ..today và <2026 cũng vậy")),
        .init(
          "20/12, 20/12/1990",
          Label(
            "A birthday or founding day, without its year or with it",
            vi: "Sinh nhật hoặc ngày thành lập, không hoặc có năm")),
        .init(
          "20/12/2026 14:00, 14h30, mai 9h30, friday 2pm, now, +3h",
          Label(
            "A day with a time; a time alone is today's, a day alone stays a day",
            vi: "Ngày có giờ; chỉ ghi giờ là hôm nay, chỉ ghi ngày thì không có giờ")),
        .init(
          "45p, 45m, 1h30, 3p20s, 2 ngày, 1:30:00",
          Label("A length of time, with its units", vi: "Thời lượng, có đơn vị")),
        .init(
          "weekly, hằng tuần, 'mỗi 2 tuần', 'thứ hai, thứ năm', 'FREQ=MONTHLY;BYDAY=-1FR'",
          Label(
            "How often something comes again; a rule of RFC 5545, too",
            vi: "Lặp lại bao lâu một lần; cả quy tắc RFC 5545")),
        .init(
          "1500000, 1.500.000, 500k, 10tr, 1,5 tỷ, 2tr5",
          Label("An amount in đồng", vi: "Số tiền, tính bằng đồng")),
        .init(
          "0912345678, +84 912 345 678, 0912.345.678",
          Label(
            "A phone: all spellings are one number; several with ; between",
            vi: "Số điện thoại: mọi cách viết là một số; nhiều số cách nhau bởi ;")),
        .init(
          "yes, no, có, không, 1, 0", Label("Yes or no", vi: "Có hoặc không")),
        .init(
          "KH000001, 'Công ty Sao Mai'",
          Label(
            "Another record: its code, or its exact name, phone or email",
            vi: "Bản ghi khác: mã, hoặc đúng tên, số điện thoại, email")),
      ])
  }
}
