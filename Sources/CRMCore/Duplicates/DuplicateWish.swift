import CRMEngine
import CRMValues
import Foundation

/// A field by which customers may be compared alone.
public enum DuplicateField: String, CaseIterable, Hashable, Sendable {
  case name, phone, email, address, birthday
  case taxCode = "tax-code"
  case fax

  public var label: Label {
    switch self {
    case .name: return Label("Name", vi: "Tên")
    case .phone: return Label("Phone", vi: "Điện thoại")
    case .email: return Label(same: "Email")
    case .address: return Label("Address", vi: "Địa chỉ")
    case .birthday: return Label("Birthday", vi: "Ngày sinh")
    case .taxCode: return Label("Tax code", vi: "Mã số thuế")
    case .fax: return Label(same: "Fax")
    }
  }
}

/// What is looked for where customers may be there twice.
public struct DuplicateWish: Sendable {
  /// The least score, from 0 to 100.
  public let least: Float
  /// Compare by these fields alone; all for none.
  public let fields: Set<DuplicateField>
  /// Only what has an equal value in common.
  public let isExact: Bool
  /// The least evidence, in bits, that comes to the least score.
  let bits: Float

  /// The least score where none is asked for: five to one.
  public static let usualScore: Float = 70

  public init(
    least: Float = usualScore, fields: Set<DuplicateField> = [], isExact: Bool = false
  ) {
    self.least = least
    self.fields = fields
    self.isExact = isExact
    bits = least <= 0 ? -.infinity : -2 * log2f(100 / min(least, 99.999) - 1)
  }

  /// Returns the score of so much evidence.
  ///
  /// It is the odds, flattened by half: 50 is even, 74 eight to one, 97 a thousand to one.
  static func score(bits: Float) -> Float { 100 / (1 + exp2f(-bits * 0.5)) }
}
