import CRMValues

/// The words in a name that say what kind of customer it is (RULES 13.10).
enum CustomerKindWords {
  /// Words that a name begins with.
  private static let first: [(kind: String, words: [String])] = [
    (
      "household",
      ["hộ kinh doanh", "hkd", "hộ cá thể", "hộ gia đình"]
    ),
    (
      "organisation",
      [
        "công ty", "cty", "c.ty", "ctcp", "ct cp", "tổng công ty", "tập đoàn", "doanh nghiệp",
        "dntn", "htx", "hợp tác xã", "xí nghiệp", "ngân hàng", "bệnh viện", "trường đại học",
        "chi nhánh công ty",
      ]
    ),
    (
      "shop",
      [
        "cửa hàng", "tạp hóa", "tiệm", "quán", "siêu thị", "nhà thuốc", "nhà hàng",
        "đại lý", "shop", "showroom", "salon",
      ]
    ),
  ]
  /// Words that stand anywhere in the name of an organisation.
  private static let anywhere: Set<Substring> = [
    "tnhh", "ctcp", "jsc", "ltd", "ltd.", "co.,ltd", "co.,ltd.", "co.,", "corp", "corp.", "inc.",
    "llc", "company", "corporation",
  ]

  private static let marked = first.map { ($0.kind, $0.words.map(identityText)) }

  /// A person's name may read the same without its marks: only one that is typed without any is
  /// compared without them.
  private static let unmarked = first.map { entry in
    (entry.kind, entry.words.map(folded).filter { $0 != "quan" })
  }

  /// Returns the kind that a name says; nil where it says none.
  static func kind(of name: String) -> String? {
    let name = identityText(name)
    let table = name.utf8.allSatisfy { $0 < 0x80 } ? unmarked : marked
    for (kind, words) in table where words.contains(where: { begins(name, $0) }) { return kind }
    return name.split(separator: " ").contains(where: anywhere.contains) ? "organisation" : nil
  }

  private static func begins(_ name: String, _ word: String) -> Bool {
    guard name.hasPrefix(word) else { return false }
    guard let next = name.dropFirst(word.count).first else { return true }
    return !next.isLetter && !next.isNumber
  }
}
