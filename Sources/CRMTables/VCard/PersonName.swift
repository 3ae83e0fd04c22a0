import CRMValues

/// The parts of a person's name as `N` has them (RFC 6350, 6.2.2).
public struct PersonName: Equatable {
  var family = ""
  var given = ""
  /// The middle name: `Văn` of `Nguyễn Văn An`.
  var middle = ""

  /// Divides a full name: Vietnamese ones begin with the family name and end with the given one;
  /// of others the last word is the family name.
  init(_ full: String) {
    let words = full.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last, words.count > 1 else {
      given = words.first ?? ""
      return
    }
    middle = words.dropFirst().dropLast().joined(separator: " ")
    (family, given) = PersonName.isVietnameseFamily(first) ? (first, last) : (last, first)
  }

  /// Returns the parts as one name, in the order of its language: `Nguyễn Văn An`, `John Doe`.
  ///
  /// A Vietnamese one is known by its family name, which people also type where the given one
  /// belongs.
  public static func joined(family: String, middle: String, given: String) -> String {
    let isVietnamese = isVietnameseFamily(family)
    let order = isVietnamese ? [family, middle, given] : [given, middle, family]
    return order.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether a family name is one of the Vietnamese ones, marks aside.
  static func isVietnameseFamily(_ name: String) -> Bool {
    let key = folded(name).split(separator: " ").first.map(String.init) ?? ""
    return families.contains(key)
  }

  /// The family names of nearly all Vietnamese, without marks.
  private static let families = Set(
    ("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh mai dao "
      + "cao to ta chu chau trieu luong la lam luu quach ha thai tong ton truong van vuong kieu "
      + "giang diep tang ma dam han phung khuong nghiem bach ong ung au thach danh son quan cu kim")
      .split(separator: " ").map(String.init))
}
