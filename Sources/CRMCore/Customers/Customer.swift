import CRMEngine
import CRMValues

extension Kind {
  public static let customer = Kind(12, "customer")
}

extension Entity {
  /// A customer: a person, an organisation, a shop or a household (RULES 4.1).
  public static let customer = Entity(
    .customer, Label("Customer", vi: "Khách hàng"), plural: Label("Customers", vi: "Khách hàng"),
    codePrefix: "KH",
    codeLabel: Label("Code", vi: "Mã khách hàng"), codeHeaders: ["Mã KH", "Customer code"],
    fields: Entity.customerIdentity + Entity.customerAddress + Entity.customerClassification
      + Entity.customerDealings,
    traits: [.owned, .tagged, .approvable],
    search: [
      "name", "code", "phones", "emails", "tax_code", "office_address", "registered_address",
      "house_number", "ward", "district", "province", "description",
    ],
    listed: ["code", "name", "phones", "emails", "province", "owner", "relationship", "stars"],
    yields: ["emails", "stars", "province", "relationship"],
    asked: ["phones", "name", "emails", "source", "groups", "relationship"],
    indexes: [["last_contact", "created"], ["common"]],
    isOnCards: true,
    panels: [
      OwnPanel(
        "referrals", Label("Referrals", vi: "Khách hàng được giới thiệu"), by: "referrer"),
      OwnPanel(
        "employees", Label("Employees", vi: "Nhân viên của tổ chức"), by: "employer",
        isUsual: false),
      OwnPanel("viewers", Label("Viewers", vi: "Người xem"), by: "viewers"),
    ])

  private static let customerIdentity: [Field] = [
    Field(
      "name", .text, Label("Name", vi: "Tên khách hàng"),
      short: Label("Name", vi: "Tên"), required: true,
      headers: ["Tên KH", "Họ và tên", "Họ tên", "Customer name", "Full name"]),
    Field(
      "kind", .choice(Entity.customerKinds), Label("Kind", vi: "Loại khách hàng"),
      headers: ["Loại", "Loại KH", "Type"], defaultValue: "individual"),
    Field("honorific", .text, Label("Honorific", vi: "Danh xưng"), headers: ["Xưng hô", "Title"]),
    Field("gender", .choice(Entity.genders), Label("Gender", vi: "Giới tính"), headers: ["Sex"]),
    Field(
      "birthday", .yearlyDay, Label("Birthday", vi: "Ngày sinh"),
      headers: ["Sinh nhật", "Ngày thành lập", "Founding date", "Date of birth"],
      help: Label("or founding date; the year may be left out", vi: "hoặc ngày thành lập")),
    Field(
      "phones", .phones, Label("Phones", vi: "Điện thoại"),
      headers: ["Phone", "SĐT", "Số điện thoại", "Di động", "Mobile", "Tel", "ĐT"]),
    Field(
      "emails", .emails, Label("Emails", vi: "Email"), headers: ["Email", "E-mail", "Mail"]),
    Field("fax", .text, Label("Fax", vi: "Số fax"), headers: ["Fax"]),
    Field(
      "tax_code", .taxCode, Label("Tax code", vi: "Mã số thuế"),
      headers: ["MST", "VAT number", "Tax ID"]),
    Field("website", .text, Label("Website", vi: "Website"), headers: ["Trang web", "Web"]),
    Field("facebook", .text, Label("Facebook", vi: "Facebook")),
    Field("linkedin", .text, Label("LinkedIn", vi: "LinkedIn")),
  ]

  private static let customerAddress: [Field] = [
    Field("country", .text, Label("Country", vi: "Quốc gia"), isSpelt: true),
    Field(
      "province", .text, Label("Province", vi: "Tỉnh/Thành phố"),
      short: Label("Province", vi: "Tỉnh/TP"),
      headers: ["Tỉnh", "Thành phố", "Tỉnh thành", "Tỉnh/TP", "City"], isSpelt: true),
    Field(
      "district", .text, Label("District", vi: "Quận/Huyện"), headers: ["Quận", "Huyện"],
      isSpelt: true),
    Field(
      "ward", .text, Label("Ward", vi: "Phường/Xã"), headers: ["Phường", "Xã"], isSpelt: true),
    Field(
      "house_number", .text, Label("House number", vi: "Số nhà"), headers: ["Street", "Đường"]),
    Field(
      "office_address", .text, Label("Office address", vi: "Địa chỉ văn phòng"),
      headers: ["Địa chỉ", "Address", "ĐC"]),
    Field(
      "registered_address", .text,
      Label("Registered address", vi: "Địa chỉ đăng ký kinh doanh")),
    Field("location", .location, Label("GPS", vi: "Tọa độ GPS"), headers: ["Vị trí"]),
    Field(
      "description", .longText, Label("Description", vi: "Mô tả"), headers: ["Ghi chú", "Notes"]),
  ]

  private static let customerClassification: [Field] = [
    StandardFields.owner,
    Field(
      "source", .reference(.source), Label("Source", vi: "Nguồn"),
      headers: ["Nguồn khách hàng", "Nguồn KH", "Lead source"]),
    Field(
      "groups", .references(.group), Label("Groups", vi: "Nhóm khách hàng"),
      headers: ["Nhóm", "Nhóm KH", "Group"]),
    Field(
      "relationship", .reference(.relationship), Label("Relationship", vi: "Mối quan hệ"),
      headers: ["Trạng thái khách hàng"]),
    Field(
      "level", .choice(Entity.levels), Label("Level", vi: "Mức độ"), follows: .events,
      defaultValue: "new"),
    Field(
      "tier", .reference(.tier), Label("Tier", vi: "Phân cấp"), headers: ["Cấp độ"],
      follows: .events),
    Field(
      "referrer", .reference(.customer), Label("Referrer", vi: "Người giới thiệu"),
      fallback: "referrer_user"),
    Field(
      "referrer_user", .reference(.user),
      Label("Referring user", vi: "Nhân viên giới thiệu")),
    Field(
      "employer", .reference(.customer), Label("Employer", vi: "Nhân viên của tổ chức"),
      headers: ["Công ty", "Company", "Tổ chức"], fallback: "employer_name"),
    Field("employer_name", .text, Label("Employer name", vi: "Tên tổ chức")),
    Field("position", .text, Label("Position", vi: "Chức vụ"), headers: ["Vị trí công việc"]),
    Field("department", .text, Label("Department", vi: "Phòng ban"), headers: ["Bộ phận"]),
    Field("supplier", .flag, Label("Supplier", vi: "Nhà cung cấp"), defaultValue: "0"),
    Field(
      "common", .flag, Label("Common customer", vi: "Khách hàng chung"), road: .everybody,
      follows: .events, defaultValue: "0"),
    Field(
      "viewers", .references(.user), Label("Viewers", vi: "Người xem"), headers: ["Viewer"],
      road: .viewer,
      help: Label("users who may also see it", vi: "nhân viên được xem thêm")),
  ]

  private static let customerDealings: [Field] = [
    Field(
      "score", .integer, Label("Score", vi: "Điểm tiềm năng"), follows: .records,
      access: .computed),
    Field(
      "stars", .integer, Label("Stars", vi: "Xếp hạng tiềm năng"), short: Label("Stars", vi: "Sao"),
      follows: .records,
      access: .computed),
    Field(
      "last_contact", .day, Label("Last contact", vi: "Liên hệ lần cuối"), follows: .events,
      help: Label(
        "moves on by itself with orders, care and completed transactions",
        vi: "tự cập nhật theo đơn hàng, chăm sóc, giao dịch hoàn thành")),
  ]

  static let customerKinds: [Choice] = [
    Choice("individual", Label("Individual", vi: "Cá nhân")),
    Choice("organisation", Label("Organisation", vi: "Tổ chức")),
    Choice("shop", Label("Shop", vi: "Cửa hàng")),
    Choice("household", Label("Household", vi: "Hộ gia đình")),
  ]

  static let genders: [Choice] = [
    Choice("male", Label("Male", vi: "Nam")),
    Choice("female", Label("Female", vi: "Nữ")),
    Choice("other", Label("Other", vi: "Khác")),
  ]

  static let levels: [Choice] = [
    Choice("new", Label("New", vi: "Mới")),
    Choice("interested", Label("Interested", vi: "Quan tâm")),
    Choice("signed", Label("Signed", vi: "Đã ký")),
    Choice("paused", Label("Paused", vi: "Tạm ngừng")),
    Choice("approached", Label("Approached", vi: "Tiếp cận")),
    Choice("other", Label("Other", vi: "Khác")),
  ]
}

/// The fields of a customer that rules look at.
package enum CustomerField: String, FieldHandle {
  case code, groups, score, stars, owner, viewers, level, tier, common, relationship
  case lastContact = "last_contact"

  package static var entity: Entity { .customer }
}
