import CRMEngine
import CRMValues

/// What two customers have in common, as far as it speaks for their being one.
public struct DuplicateReasons: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let phone = DuplicateReasons(rawValue: 1)
  public static let email = DuplicateReasons(rawValue: 2)
  public static let taxCode = DuplicateReasons(rawValue: 4)
  public static let name = DuplicateReasons(rawValue: 8)
  public static let address = DuplicateReasons(rawValue: 16)
  public static let birthday = DuplicateReasons(rawValue: 32)
  public static let fax = DuplicateReasons(rawValue: 64)
  public static let nearPhone = DuplicateReasons(rawValue: 1 << 16)
  public static let nearEmail = DuplicateReasons(rawValue: 2 << 16)
  public static let nearTaxCode = DuplicateReasons(rawValue: 4 << 16)
  public static let nearName = DuplicateReasons(rawValue: 8 << 16)
  public static let nearAddress = DuplicateReasons(rawValue: 16 << 16)
  public static let nearBirthday = DuplicateReasons(rawValue: 32 << 16)

  /// Those that mean an equal value, not one that is nearly so.
  static let exact: DuplicateReasons = [
    .phone, .email, .taxCode, .name, .address, .birthday, .fax,
  ]

  /// Every reason: a key that scripts use, and its label.
  public static let all: [(reason: DuplicateReasons, key: String, label: Label)] = [
    (.phone, "phone", Label("same phone", vi: "trùng điện thoại")),
    (.nearPhone, "phone~", Label("similar phone", vi: "điện thoại gần giống")),
    (.email, "email", Label("same email", vi: "trùng email")),
    (.nearEmail, "email~", Label("similar email", vi: "email gần giống")),
    (.taxCode, "tax_code", Label("same tax code", vi: "trùng mã số thuế")),
    (.nearTaxCode, "tax_code~", Label("similar tax code", vi: "mã số thuế gần giống")),
    (.fax, "fax", Label("same fax", vi: "trùng fax")),
    (.name, "name", Label("same name", vi: "trùng tên")),
    (.nearName, "name~", Label("similar name", vi: "tên gần giống")),
    (.birthday, "birthday", Label("same birthday", vi: "trùng ngày sinh")),
    (.nearBirthday, "birthday~", Label("similar birthday", vi: "ngày sinh gần giống")),
    (.address, "address", Label("same address", vi: "trùng địa chỉ")),
    (.nearAddress, "address~", Label("similar address", vi: "địa chỉ gần giống")),
  ]
}
