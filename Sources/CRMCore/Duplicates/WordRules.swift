import CRMEngine

/// Groups of words that stand for one, or for nothing, when names and addresses are compared:
/// `công ty trách nhiệm hữu hạn` is `cty tnhh`, `thành phố Hồ Chí Minh` is `hcm`.
///
/// All words are folded. The words of the rules are the first of their vocabulary, so that most
/// words are told from them by their number.
struct WordRules: Sendable {
  /// What becomes of the words of a rule.
  enum Meaning: Equatable, Sendable {
    /// A legal form: left out, and the name is an organisation's.
    case form
    /// A legal form of other countries: left out, and who is called so without it is the same.
    case foreignForm
    /// A form of address before a name: left out where it comes first.
    case address
    /// Left out.
    case nothing
    /// Left out before a name (`quận Ba Đình`), one word with a number (`quận 1` is `q1`).
    case area(UInt8)
    /// Another word.
    case word(UInt32)
  }

  private var rules: [UInt32: [(words: [UInt32], meaning: Meaning)]] = [:]
  private let limit: UInt32

  private init(
    _ texts: [(text: String, meaning: (inout Vocabulary) -> Meaning)],
    _ vocabulary: inout Vocabulary
  ) {
    for entry in texts {
      let words = entry.text.split(separator: " ").map { vocabulary.number(String($0)) }
      let meaning = entry.meaning(&vocabulary)
      guard let first = words.first else { continue }
      rules[first, default: []].append((words, meaning))
    }
    for first in rules.keys { rules[first]?.sort { $0.words.count > $1.words.count } }
    limit = UInt32(vocabulary.count)
  }

  /// Returns the longest rule that the words from an index on begin with.
  func rule(
    _ words: [UInt32], at index: Int
  ) -> (count: Int, meaning: Meaning)? {
    guard words[index] < limit, let rules = rules[words[index]] else { return nil }
    for rule in rules where index + rule.words.count <= words.count {
      if rule.words.indices.allSatisfy({ words[index + $0] == rule.words[$0] }) {
        return (rule.words.count, rule.meaning)
      }
    }
    return nil
  }

  // MARK: names

  /// The rules of names.
  static func names(_ vocabulary: inout Vocabulary) -> WordRules {
    let forms = [
      "cong ty", "cong ti", "cty", "tnhh", "trach nhiem huu han", "mtv", "mot thanh vien",
      "1 thanh vien", "hai thanh vien tro len", "hai thanh vien", "2 thanh vien", "ctcp",
      "cong ty cp", "cty cp", "cong ty co phan", "cty co phan", "co phan", "dntn",
      "doanh nghiep tu nhan", "doanh nghiep", "tap doan", "htx", "hop tac xa", "hkd",
      "ho kinh doanh", "co ltd", "ltd", "limited", "jsc", "joint stock company", "co jsc",
      "company",
    ]
    let foreign = [
      "inc", "incorporated", "llc", "llp", "corp", "corporation", "plc", "gmbh", "gmbh co kg",
      "pte", "pte ltd", "pty", "pty ltd", "pvt", "pvt ltd", "private limited", "sdn bhd", "s a",
      "ag", "bv", "b v", "kk", "srl", "s r l", "sarl", "oy", "pjsc", "holdings",
    ]
    let titles = ["anh", "chi", "co", "chu", "bac", "ong", "ba", "mr", "mrs", "ms", "miss", "dr"]
    let words = [
      ("chi nhanh", "cn"), ("van phong dai dien", "vpdd"), ("xuat nhap khau", "xnk"),
      ("thuong mai dich vu", "tmdv"), ("tm dv", "tmdv"), ("thuong mai", "tm"),
      ("dich vu", "dv"), ("san xuat", "sx"), ("xay dung", "xd"), ("dau tu", "dt"),
      ("center", "centre"), ("technologies", "tech"), ("technology", "tech"),
      ("international", "intl"), ("manufacturing", "mfg"), ("laboratories", "labs"),
      ("laboratory", "labs"), ("systems", "system"), ("solutions", "solution"),
      ("services", "service"), ("industries", "industry"), ("brothers", "bros"),
      ("associates", "assoc"), ("viet nam", "vn"), ("vietnam", "vn"),
    ]
    return WordRules(
      forms.map { text in (text, { _ in .form }) }
        + foreign.map { text in (text, { _ in .foreignForm }) }
        + titles.map { text in (text, { _ in .address }) } + words.map(WordRules.named),
      &vocabulary)
  }

  // MARK: addresses

  /// The rules of addresses.
  static func places(_ vocabulary: inout Vocabulary) -> WordRules {
    let nothing = [
      "thanh pho", "tp", "tinh", "huyen", "xa", "thi tran", "thi xa", "tt", "tx", "duong",
      "so nha", "so", "sn", "viet nam", "vietnam", "vn",
    ]
    let areas: [(String, UInt8)] = [
      ("quan", UInt8(ascii: "q")), ("q", UInt8(ascii: "q")), ("phuong", UInt8(ascii: "p")),
      ("p", UInt8(ascii: "p")), ("f", UInt8(ascii: "p")), ("khu pho", UInt8(ascii: "k")),
      ("kp", UInt8(ascii: "k")),
    ]
    let words = [
      ("ho chi minh", "hcm"), ("hochiminh", "hcm"), ("tphcm", "hcm"), ("sai gon", "hcm"),
      ("saigon", "hcm"), ("ha noi", "hn"), ("hanoi", "hn"), ("quoc lo", "ql"),
      ("tinh lo", "tl"), ("khu cong nghiep", "kcn"), ("khu do thi", "kdt"),
      ("chung cu", "cc"), ("toa nha", "tn"), ("street", "st"), ("road", "rd"),
      ("avenue", "ave"), ("av", "ave"), ("place", "pl"), ("court", "ct"), ("drive", "dr"),
      ("boulevard", "blvd"), ("lane", "ln"), ("crescent", "cres"), ("cr", "cres"),
      ("circuit", "cct"), ("terrace", "tce"), ("close", "cl"), ("highway", "hwy"),
      ("north", "n"), ("south", "s"), ("east", "e"), ("west", "w"),
    ]
    return WordRules(
      nothing.map { text in (text, { _ in .nothing }) }
        + areas.map { area in (area.0, { _ in .area(area.1) }) } + words.map(WordRules.named),
      &vocabulary)
  }

  private static func named(
    _ pair: (String, String)
  ) -> (text: String, meaning: (inout Vocabulary) -> Meaning) {
    (pair.0, { .word($0.number(pair.1)) })
  }
}
