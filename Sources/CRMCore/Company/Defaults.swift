import CRMEngine
import CRMValues

/// What a new database starts with: the lists of a small Vietnamese company, the built-in
/// roles, and the person who made it as its administrator.
enum Defaults {
  /// A right that a built-in role begins with; nil stands for every other kind or action.
  private typealias Right = (kinds: [Kind?], actions: [Action?], reach: Reach)

  private static let roles: [(code: String, name: Label, description: Label, rights: [Right])] = [
    (
      "admin", Label("Administrator", vi: "Quản trị"), Label("everything", vi: "toàn quyền"),
      [([nil], [nil], .all)]
    ),
    (
      "manager", Label("Manager", vi: "Quản lý"), Label("the unit", vi: "toàn đơn vị"),
      [
        (
          [nil],
          [.view, .add, .edit, .delete, .import, .export, .assign, .share, .approve], .unit
        )
      ] + personal
    ),
    (
      "sales", Label("Sales", vi: "Kinh doanh"), Label("own customers", vi: "khách của mình"),
      [([nil], [.view, .add, .edit, .import, .export, .share], .own)] + personal
    ),
    (
      "care", Label("Care", vi: "Chăm sóc"), Label("care of customers", vi: "chăm sóc khách"),
      [
        ([nil], [.view], .all),
        (activities, [.add, .edit, .delete, .import, .export, .share], .all),
        ([.contact], [.add, .edit], .all),
      ] + personal
    ),
    (
      "viewer", Label("Viewer", vi: "Người xem"), Label("looks only", vi: "chỉ xem"),
      [([nil], [.view], .all), ([.view], [.add, .edit, .delete], .all)]
    ),
    (
      "accountant", Label("Accountant", vi: "Kế toán"),
      Label(
        "orders, contracts and payments of all", vi: "đơn hàng, hợp đồng, thanh toán của mọi người"),
      [
        (money + [.product, .contact], [.view, .report], .all), (money, [.export], .all),
        ([.payment], [.add, .edit, .import], .all),
      ] + personal
    ),
  ]

  /// What people do for customers.
  private static let activities: [Kind?] = [
    .careCard, .transaction, .task, .appointment, .call, .note, .consultation,
  ]

  /// What whoever keeps the books has to see.
  private static let money: [Kind?] = [.customer, .order, .contract, .payment]

  /// Views and tags are made by everybody who works with records.
  private static let personal: [Right] = [
    ([.view], [.add, .edit, .delete], .all), ([.tag, .project], [.add], .all),
  ]

  private static let lists: [(kind: Kind, names: [Label])] = [
    (
      .source,
      [
        Label(same: "Website"), Label(same: "Facebook"), Label(same: "Zalo"),
        Label(same: "Hotline"), Label("Referral", vi: "Giới thiệu"),
        Label("Exhibition", vi: "Triển lãm"),
      ]
    ),
    (
      .paymentMethod,
      [
        Label("Cash", vi: "Tiền mặt"), Label("Bank transfer", vi: "Chuyển khoản"),
        Label(same: "COD"),
      ]
    ),
    (
      .taskType,
      [
        Label("Telephone call", vi: "Gọi điện"), Label("Meeting", vi: "Gặp mặt"),
        Label(same: "Email"), Label("Delivery", vi: "Giao hàng"),
        Label("Paperwork", vi: "Giấy tờ"),
      ]
    ),
  ]

  private static let relationships: [Label] = [
    Label("Potential", vi: "Tiềm năng"), Label("In consultation", vi: "Đang tư vấn"),
    Label("Has bought", vi: "Đã mua"), Label("Loyal", vi: "Thân thiết"),
    Label("Stopped dealing", vi: "Ngừng giao dịch"),
  ]

  private static let regions: [Label] = [
    Label("North", vi: "Miền Bắc"), Label("Central", vi: "Miền Trung"),
    Label("South", vi: "Miền Nam"),
  ]

  private static let transactionTypes: [(name: Label, points: Int64)] = [
    (Label("Telephone call", vi: "Gọi điện"), 5), (Label("Meeting", vi: "Gặp mặt"), 10),
    (Label("Demonstration", vi: "Giới thiệu sản phẩm"), 10),
    (Label("Negotiation", vi: "Đàm phán"), 15),
  ]

  /// How calls go, and whether people spoke with each other.
  private static let callStatuses: [(name: Label, isConnected: Bool)] = [
    (Label("Answered", vi: "Nghe máy"), true), (Label("Call back later", vi: "Hẹn gọi lại"), true),
    (Label("No answer", vi: "Không nghe máy"), false), (Label("Busy", vi: "Máy bận"), false),
    (Label("Unreachable", vi: "Không liên lạc được"), false),
    (Label("Wrong number", vi: "Sai số"), false),
  ]

  /// The entries of a kind that a new database begins with, by which they are found in either
  /// language whichever it was made in.
  static func names(_ kind: Kind) -> [Label] {
    switch kind {
    case .role: return roles.map(\.name)
    case .relationship: return relationships
    case .group: return regions
    case .callStatus: return callStatuses.map(\.name)
    case .transactionType: return transactionTypes.map(\.name)
    default: return lists.filter { $0.kind == kind }.flatMap(\.names)
    }
  }

  /// Fills a new database.
  static func fill(_ writer: Writer, language: Language, login: String) throws {
    for role in roles {
      let id = try add(
        writer, .role,
        [
          "code": .text(role.code), "name": .text(role.name.text(in: language)),
          "description": .text(role.description.text(in: language)),
        ])
      for right in role.rights {
        _ = try writer.grant(id, right.kinds, right.actions, right.reach)
      }
    }
    for list in lists {
      for name in list.names {
        try add(writer, list.kind, ["name": .text(name.text(in: language))])
      }
    }
    for (index, name) in relationships.enumerated() {
      try add(
        writer, .relationship,
        [
          "name": .text(name.text(in: language)), "position": .integer(Int64(index + 1)),
        ])
    }
    let region = Label("Region", vi: "Vùng miền").text(in: language)
    for name in regions {
      try add(
        writer, .group,
        [
          "name": .text(name.text(in: language)), "kind": .text(region),
        ])
    }
    for type in transactionTypes {
      try add(
        writer, .transactionType,
        [
          "name": .text(type.name.text(in: language)), "points": .integer(type.points),
        ])
    }
    for status in callStatuses {
      try add(
        writer, .callStatus,
        [
          "name": .text(status.name.text(in: language)),
          "connected": .integer(status.isConnected ? 1 : 0),
        ])
    }
    let admin = try writer.find(.role, code: "admin")?.id
    try add(
      writer, .user,
      [
        "code": .text(login), "name": .text(login), "role": admin.map(Value.integer) ?? .null,
      ])
  }

  @discardableResult
  private static func add(
    _ writer: Writer, _ kind: Kind, _ named: [String: Value]
  ) throws -> Int64 {
    let entity = Catalogue.entity(kind)
    return try writer.add(kind, entity.values(named))
  }
}
