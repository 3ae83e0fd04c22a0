import CRMArguments
import CRMValues

extension Chapters {
  /// The filter language (RULES 1.9).
  static var filters: Chapter {
    Chapter(
      "filters", Label("Filters: what --where takes", vi: "Bộ lọc: cách viết --where"),
      details: [
        Label(
          "A filter asks for the fields of a record; 'crm NOUN fields' names them. The same is "
            + "kept "
            + "by views, tiers and common-customer rules. Names may also be the headings in either "
            + "language, with underscores. A value with blanks or symbols stands in quotation "
            + "marks; "
            + "case does not count.",
          vi:
            "Bộ lọc hỏi theo các trường của bản ghi; 'crm DANH-TỪ fields' liệt kê chúng. Giao "
            + "diện, "
            + "phân cấp và quy tắc khách hàng chung cũng lưu bộ lọc như vậy. Tên trường có thể là "
            + "tiêu đề tiếng Việt hay tiếng Anh, nối bằng dấu gạch dưới. Giá trị có khoảng trắng "
            + "hoặc ký hiệu phải đặt trong ngoặc kép; không phân biệt hoa thường.")
      ], comparisons + days + related + joining)
  }

  private static let comparisons: [Chapter.Entry] = [
    .init(
      "province = \"Hà Nội\", level != new",
      Label(
        "Is, is not. Of several, such as groups, one is; 'not groups = VIP' leaves out.",
        vi: "Bằng, khác. Trường nhiều giá trị như groups: có một giá trị bằng; 'not groups = VIP' "
          + "để loại ra.")),
    .init(
      "stars >= 3, created < 2026-01-01",
      Label("Less and more: < <= > >=", vi: "Nhỏ hơn, lớn hơn: < <= > >=")),
    .init(
      "orders.total = 10tr..50tr, code = KH000100..KH000199",
      Label(
        "From … to, both included; one end may be left out.",
        vi: "Từ … đến, kể cả hai đầu; có thể bỏ một đầu.")),
    .init(
      "name ~ \"nguyen van\", name !~ test",
      Label(
        "Has this part, or not; marks do not count.",
        vi: "Có chứa, không chứa; không phân biệt dấu.")),
    .init(
      "source in (Zalo, Facebook), level not in (new, paused)",
      Label("One of these, none of these", vi: "Là một trong số này, không thuộc số này")),
    .init(
      "emails is empty, owner is not empty",
      Label("Nothing there, something there", vi: "Bỏ trống, có giá trị")),
  ]

  private static let days: [Chapter.Entry] = [
    .init(
      "created = this-month, date = 2026-q3",
      Label(
        "Within a period: a year, quarter, month or week. See 'crm help values'.",
        vi: "Trong một kỳ: năm, quý, tháng, tuần. Xem 'crm help values'.")),
    .init(
      "birthday within 7d",
      Label(
        "Comes round within so many days (d), weeks (w) or months (m)",
        vi: "Đến trong vòng số ngày (d), tuần (w), tháng (m) này")),
    .init(
      "birthday = 20/12..05/01, birthday = \"month 12\"",
      Label(
        "Day and month without the year; over the year's end, too",
        vi: "Ngày tháng không kể năm, kể cả qua cuối năm; cũng viết được \"tháng 12\"")),
  ]

  private static let related: [Chapter.Entry] = [
    .init(
      "owner = me",
      Label(
        "The acting user; in a saved view whoever uses it",
        vi: "Người đang thao tác; trong giao diện đã lưu là người dùng giao diện đó")),
    .init(
      "owner.unit = \"Kinh doanh 1\", customer.province ~ hue",
      Label(
        "A field of the record that is referred to",
        vi: "Trường của bản ghi được chỉ đến")),
    .init(
      "orders.count >= 3, orders.total > 50tr, orders.last < today-90d",
      Label(
        "Of what refers to the record: how many, a sum, the first or last day",
        vi: "Của các bản ghi chỉ đến: số lượng, tổng, ngày đầu, ngày cuối")),
    .init(
      "orders[status = delivered and date = this-year].total >= 50tr",
      Label(
        "The same, only of those that fit what is in the brackets",
        vi: "Như trên, chỉ tính những bản ghi thỏa điều kiện trong ngoặc")),
  ]

  private static let joining: [Chapter.Entry] = [
    .init(
      "a and (b or not c)",
      Label(
        "And binds closer than or. Also và, hoặc, không.",
        vi: "and chặt hơn or. Cũng viết được và, hoặc, không."))
  ]
}
