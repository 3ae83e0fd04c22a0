import CRMEngine
import CRMValues

extension Setting where Value == Int {
  public static let birthdayDays = Setting(
    "birthday_days", 0...366, 7,
    Label("Days ahead for birthdays", vi: "Số ngày nhắc sinh nhật, ngày thành lập khách hàng"),
    help: Label(
      "How many days before the birthday or founding date of a customer it is told; 0: that day.",
      vi: "Nhắc trước sinh nhật hoặc ngày thành lập của khách hàng bao nhiêu ngày; 0: đúng ngày."))

  public static let contactBirthdayDays = Setting(
    "contact_birthday_days", 0...366, 7,
    Label("Days ahead for contacts' birthdays", vi: "Số ngày nhắc sinh nhật liên hệ"),
    help: Label(
      "How many days before the birthday of a contact it is told; 0: that day.",
      vi: "Nhắc trước sinh nhật của liên hệ bao nhiêu ngày; 0: đúng ngày."))

  public static let contractDays = Setting(
    "contract_days", 0...3660, 30,
    Label("Days ahead for contracts", vi: "Số ngày nhắc hợp đồng sắp hết hạn"),
    help: Label(
      "How many days before the end of a contract it is told; 0: that day.",
      vi: "Nhắc trước ngày hết hạn hợp đồng bao nhiêu ngày; 0: đúng ngày."))

  public static let dialSeconds = Setting(
    "dial.seconds", 1...600, 30,
    Label("Seconds a dial command may take", vi: "Thời gian chờ lệnh gọi (giây)"),
    help: Label(
      "After so many seconds 'crm call dial' gives up.",
      vi: "Quá số giây này thì 'crm call dial' dừng."))

  public static let takeLimit = Setting(
    "take_limit", 0...100_000, 20,
    Label("Common customers one may take a day", vi: "Số khách hàng chung được nhận mỗi ngày"),
    help: Label(
      "How many common customers each user may make their own in a day; 0: none.",
      vi: "Mỗi nhân viên được nhận bao nhiêu khách hàng chung trong một ngày; 0: không được nhận."))

  public static let forgottenDays = Setting(
    "forgotten_days", 1...36_500, 90,
    Label("Days until forgotten", vi: "Số ngày Đừng quên"),
    help: Label(
      "A customer whose last contact is older than this is forgotten.",
      vi: "Khách hàng có lần liên hệ cuối quá số ngày này nằm trong mục Đừng quên."))
}

extension Setting where Value == String {
  public static let dialCommand = Setting(
    "dial.command", text: "", Label("Dial command", vi: "Lệnh gọi điện"),
    help: Label(
      "The program that 'crm call dial' runs, with its arguments; {} stands for the number.",
      vi: "Chương trình mà 'crm call dial' chạy, kèm tham số; {} là số máy."))
}

extension Setting where Value == [Int64] {
  public static let starThresholds = Setting(
    "star_thresholds", -1_000_000...1_000_000, [10, 20, 40, 60, 80],
    Label("Scores of one to five stars", vi: "Mốc điểm từ 1 đến 5 sao"),
    help: Label(
      "The lowest score of one star, two stars … five stars. All stars follow at once.",
      vi: "Điểm thấp nhất của 1 sao, 2 sao … 5 sao. Mọi xếp hạng được tính lại ngay."))
}

extension Setting where Value == Bool {
  public static let signedReturns = Setting(
    "signed_returns", false,
    Label("Signed customers move back", vi: "Cho phép Đã ký trở lại Tiếp cận"),
    help: Label(
      "Whether a new dealing moves a customer from Signed back to Approached.",
      vi: "Giao dịch mới có chuyển khách hàng Đã ký về Tiếp cận hay không."))

  public static let marksExports = Setting(
    "export.bom", false,
    Label("Byte-order mark in exported CSV", vi: "Dấu BOM đầu tệp CSV, TSV xuất ra"),
    help: Label(
      "Whether CSV and TSV files begin with the mark by which Excel knows the encoding, as --bom "
        + "does; standard output gets none.",
      vi: "Tệp CSV, TSV có bắt đầu bằng dấu để Excel nhận đúng tiếng Việt như khi dùng --bom hay "
        + "không; đầu ra chuẩn không có."))
}

extension Setting where Value == [String] {
  public static let duplicateFields = Setting(
    "duplicate_fields",
    choices([
      "name", "code", "emails", "phones", "fax", "tax_code", "office_address", "description",
      "birthday",
    ]), ["emails", "phones"],
    Label("Fields of the duplicate check", vi: "Tiêu chí kiểm tra trùng khách hàng"),
    help: Label(
      "A customer that has one of these in common with another is refused.",
      vi: "Khách hàng trùng một trong các thông tin này với khách hàng khác bị từ chối."))

  public static let requiredOfCustomers = Setting(
    "required_of_customers",
    choices(["source", "groups", "relationship"]), [],
    Label("Always chosen for a customer", vi: "Bắt buộc chọn cho khách hàng"),
    help: Label(
      "What a new customer may not be without; what is not chosen here is only pointed out.",
      vi: "Khách hàng mới không được thiếu; thông tin không chọn ở đây chỉ được nhắc."))
}

extension Setting {
  /// Returns fields of the customer as words to choose among.
  private static func choices(_ names: [String]) -> [Choice] {
    names.compactMap { name in Entity.customer.field(name).map { Choice(name, $0.label) } }
  }
}

extension DeclaredSetting {
  /// What can be set beside what every kind has, in the order `crm config list` shows it.
  static var crm: [DeclaredSetting] {
    [
      Setting.birthdayDays.declared, Setting.contactBirthdayDays.declared,
      Setting.leapDay.declared, Setting.contractDays.declared, Setting.forgottenDays.declared,
      Setting.takeLimit.declared,
      Setting.starThresholds.declared, Setting.signedReturns.declared,
      Setting.duplicateFields.declared, Setting.requiredOfCustomers.declared,
      Setting.marksExports.declared, Setting.dialCommand.declared, Setting.dialSeconds.declared,
      Setting.identity.declared,
    ]
  }

  /// Every setting, in the order `crm config list` shows them.
  public static var all: [DeclaredSetting] { all(.crm) }

  /// Returns the setting of a key, dashes and underscores alike.
  ///
  /// - Throws: ``CRMError`` that names the nearest.
  public static func named(_ text: String) throws -> DeclaredSetting { try named(text, .crm) }
}
