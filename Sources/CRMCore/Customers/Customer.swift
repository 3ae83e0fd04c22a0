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
    codeLabel: Label("Code", vi: "Mã khách hàng"),
    codeHeaders: ["Mã KH", "Mã khách", "Customer code", "Customer ID"],
    fields: Entity.customerIdentity + Entity.customerAddress + Entity.customerClassification
      + Entity.customerDealings,
    traits: [.owned, .tagged, .approvable],
    passedHeaders: [
      // What other programs sum up, which follows from what is sold here.
      "Tổng bán", "Tổng bán trừ trả hàng", "Nợ cần thu hiện tại", "Nợ hiện tại", "Nợ cần thu",
      "Công nợ", "Tổng chi tiêu", "Tổng SL đơn hàng", "Tổng đơn hàng", "Tổng SL sản phẩm đã mua",
      "Điểm hiện tại", "Tổng điểm", "Ngày giao dịch cuối", "Ngày mua cuối cùng", "Chi nhánh tạo",
      "Total spent", "Total orders", "Accepts marketing", "Tax exempt",
    ],
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
      headers: [
        "Tên KH", "Tên khách", "Họ và tên", "Họ tên", "Họ tên khách hàng", "Customer name",
        "Full name", "Display name",
      ], spareHeaders: ["Khách"], namesPerson: true),
    Field(
      "kind", .choice(Entity.customerKinds), Label("Kind", vi: "Loại khách hàng"),
      headers: ["Loại", "Loại KH", "Loại khách", "Type"], defaultValue: "individual"),
    Field(
      "honorific", .text, Label("Honorific", vi: "Danh xưng"),
      headers: ["Xưng hô", "Title", "Name prefix"]),
    Field(
      "gender", .choice(Entity.genders), Label("Gender", vi: "Giới tính"), headers: ["Sex", "Phái"]),
    Field(
      "birthday", .yearlyDay, Label("Birthday", vi: "Ngày sinh"),
      headers: StandardFields.birthdayHeaders + ["Ngày thành lập", "Founding date"],
      help: Label("or founding date; the year may be left out", vi: "hoặc ngày thành lập")),
    StandardFields.phones, StandardFields.emails,
    Field(
      "fax", .text, Label("Fax", vi: "Số fax"), headers: ["Fax"],
      spareHeaders: ["Business fax", "Home fax", "Other fax", "Fax number"]),
    Field(
      "tax_code", .taxCode, Label("Tax code", vi: "Mã số thuế"),
      headers: ["MST", "MST/CCCD", "VAT number", "Tax ID"]),
    Field(
      "website", .text, Label("Website", vi: "Website"),
      headers: ["Trang web", "Web"],
      spareHeaders: ["Web page", "Website 1 - Value", "Website 2 - Value", "Personal web page"]),
    Field("facebook", .text, Label("Facebook", vi: "Facebook")),
    Field("linkedin", .text, Label("LinkedIn", vi: "LinkedIn")),
  ]

  private static let customerAddress: [Field] = [
    Field(
      "country", .text, Label("Country", vi: "Quốc gia"), headers: ["Nước"],
      spareHeaders: [
        "Address 1 - Country", "Business country/region", "Business country",
        "Home country/region", "Home country",
      ], isSpelt: true),
    Field(
      "province", .text, Label("Province", vi: "Tỉnh/Thành phố"),
      short: Label("Province", vi: "Tỉnh/TP"),
      headers: ["Tỉnh", "Tỉnh thành", "Tỉnh/TP"],
      spareHeaders: [
        "Thành phố", "City", "State", "Region", "Business city", "Business state", "Home city",
        "Home state", "Address 1 - Region", "Address 1 - City",
      ], isSpelt: true),
    Field(
      "district", .text, Label("District", vi: "Quận/Huyện"), headers: ["Quận", "Huyện"],
      isSpelt: true),
    Field(
      "ward", .text, Label("Ward", vi: "Phường/Xã"), headers: ["Phường", "Xã"], isSpelt: true),
    Field(
      "house_number", .text, Label("House number", vi: "Số nhà"), headers: ["Street", "Đường"],
      spareHeaders: ["Address 1 - Street"]),
    Field(
      "office_address", .text, Label("Office address", vi: "Địa chỉ văn phòng"),
      headers: ["Địa chỉ", "Address", "ĐC", "Địa chỉ khách hàng", "Địa chỉ liên hệ"],
      spareHeaders: [
        "Address 1 - Formatted", "Address 1", "Địa chỉ 1", "Business address", "Business street",
        "Home address", "Home street", "Địa chỉ giao hàng", "Địa chỉ chi tiết",
      ]),
    Field(
      "registered_address", .text,
      Label("Registered address", vi: "Địa chỉ đăng ký kinh doanh"),
      headers: ["Địa chỉ ĐKKD", "Địa chỉ hóa đơn", "Địa chỉ xuất hóa đơn"]),
    Field("location", .location, Label("GPS", vi: "Tọa độ GPS"), headers: ["Vị trí"]),
    Field(
      "description", .longText, Label("Description", vi: "Mô tả"),
      headers: ["Ghi chú", "Notes", "Note", "Diễn giải"]),
  ]

  private static let customerClassification: [Field] = [
    StandardFields.owner,
    Field(
      "source", .reference(.source), Label("Source", vi: "Nguồn"),
      headers: ["Nguồn khách hàng", "Nguồn KH", "Nguồn gốc", "Lead source"]),
    Field(
      "groups", .references(.group), Label("Groups", vi: "Nhóm khách hàng"),
      headers: ["Nhóm", "Nhóm KH", "Nhóm khách", "Group"], spareHeaders: ["Mã nhóm khách hàng"]),
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
      headers: ["Công ty", "Company", "Tổ chức", "Organization name", "Organization 1 - Name"],
      fallback: "employer_name", standsForName: ["kind": "organisation"]),
    Field("employer_name", .text, Label("Employer name", vi: "Tên tổ chức")),
    Field(
      "position", .text, Label("Position", vi: "Chức vụ"),
      headers: ["Vị trí công việc", "Job title", "Organization title"],
      spareHeaders: ["Organization 1 - Title"]),
    Field(
      "department", .text, Label("Department", vi: "Phòng ban"),
      headers: ["Bộ phận", "Organization department", "Organization 1 - Department"]),
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

  /// Headings under which other records name their customer, where no better column does.
  static let customerWords = ["Khách", "SĐT khách"]

  static let customerKinds: [Choice] = [
    Choice(
      "individual", Label("Individual", vi: "Cá nhân"),
      aliases: ["Khách lẻ", "Người", "Person", "Khách cá nhân"]),
    Choice(
      "organisation", Label("Organisation", vi: "Tổ chức"),
      aliases: [
        "Công ty", "Cty", "Doanh nghiệp", "DN", "Tổ chức/Công ty", "Cơ quan", "Company",
        "Organization", "Business", "Hợp tác xã", "HTX",
      ]),
    Choice("shop", Label("Shop", vi: "Cửa hàng"), aliases: ["Đại lý", "Tạp hóa", "Store"]),
    Choice(
      "household", Label("Household", vi: "Hộ gia đình"),
      aliases: ["Hộ kinh doanh", "Hộ kinh doanh cá thể", "HKD", "Hộ"]),
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
  case code, name, kind, groups, score, stars, owner, viewers, level, tier, common, relationship
  case lastContact = "last_contact"

  package static var entity: Entity { .customer }
}
