import CRMArguments
import CRMValues

/// What `crm` alone shows: what to type first, in less than a screen.
enum FirstSteps {
  private static let sections: [(heading: Label, lines: [(Label, Label)])] = [
    (
      Label("To begin", vi: "Bắt đầu"),
      [
        (Label(same: "crm init"), Label("makes the database", vi: "tạo cơ sở dữ liệu")),
        (
          Label("crm import FILE --dry-run", vi: "crm import TỆP --dry-run"),
          Label(
            "tries a file; without --dry-run it comes in",
            vi: "thử nhập khẩu tệp; bỏ --dry-run là nhập thật")
        ),
        (
          Label(same: "crm customer add"),
          Label("a new customer: asks for what it needs", vi: "thêm khách hàng, lệnh hỏi từng mục")
        ),
      ]
    ),
    (
      Label("Every day", vi: "Hằng ngày"),
      [
        (
          Label(same: "crm search nguyen duc"),
          Label("finds anything, without marks too", vi: "tìm mọi thứ, không cần gõ dấu")
        ),
        (Label(same: "crm customer list --mine"), Label("my customers", vi: "khách hàng của tôi")),
        (
          Label(same: "crm customer show KH000001"),
          Label("all about one", vi: "xem toàn bộ một khách hàng")
        ),
        (
          Label(same: "crm order add KH000001 --line SP000001:2"),
          Label("an order", vi: "lên đơn hàng")
        ),
        (
          Label(same: "crm notification list"), Label("what is new for me", vi: "thông báo của tôi")
        ),
        (
          Label(same: "crm agenda"),
          Label("what I have to do, and birthdays", vi: "việc cần làm và sinh nhật khách của tôi")
        ),
        (
          Label(same: "crm undo"),
          Label("takes back what was done last", vi: "hoàn tác việc vừa làm")
        ),
      ]
    ),
    (
      Label("To learn more", vi: "Tìm hiểu thêm"),
      [
        (Label(same: "crm help"), Label("every noun and topic", vi: "mọi danh từ và chủ đề")),
        (
          Label(same: "crm help customer"),
          Label(
            "what can be done with customers",
            vi: "các lệnh về khách hàng (hoặc: crm help khách hàng)")
        ),
        (
          Label("crm help --search 'hand over'", vi: "crm help --search 'chuyển nhóm'"),
          Label("finds a command by words", vi: "tìm lệnh theo từ, tiếng Việt hay tiếng Anh")
        ),
      ]
    ),
  ]

  /// The lines that can be typed, for a test.
  static let commands = sections.flatMap { $0.lines.flatMap { [$0.0.en, $0.0.vi] } }

  static func text(_ language: Language, width: Int, style: HelpStyle) -> String {
    CommandTable<Session>.screen(
      Label("crm: a CRM in one file and one command", vi: "crm: CRM trong một tệp và một lệnh"),
      sections.map { section in
        (section.heading, section.lines.map { (language == .vi ? $0.0.vi : $0.0.en, $0.1) })
      }, in: language, width: width, style: style)
  }
}
