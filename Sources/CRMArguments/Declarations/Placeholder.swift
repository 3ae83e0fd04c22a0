import CRMValues

/// The word that stands for a value in help: `FILE`, `FIELD=VALUE`, `yes|no`.
///
/// Words in capitals stand for something else and are translated, one by one: `TRƯỜNG=GIÁ-TRỊ`.
/// Words in small letters are typed as they stand.
public struct Placeholder: Sendable, ExpressibleByStringLiteral {
  /// The word in English, by which tests and programs know it.
  public let english: String
  private let vietnamese: (@Sendable () -> String)?

  /// Makes a placeholder of words that ``words`` knows.
  public init(_ english: String) {
    self.english = english
    vietnamese = nil
  }

  public init(stringLiteral english: String) {
    self.init(english)
  }

  /// Makes a placeholder after the name of something, `CARE-CARD` and `THẺ-CHĂM-SÓC`; asked for the
  /// name only where it is shown.
  public init(_ english: String, named name: @escaping @Sendable () -> String) {
    self.init(english, vietnamese: { Placeholder.word(of: name()) })
  }

  /// Makes a placeholder of its own words; asked for the Vietnamese ones only where they are shown.
  public init(_ english: String, vietnamese: @escaping @Sendable () -> String) {
    self.english = english
    self.vietnamese = vietnamese
  }

  /// Returns a name of one or several words as one: `THẺ-CHĂM-SÓC`.
  public static func word(of name: String) -> String {
    name.uppercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  var isEmpty: Bool { english.isEmpty }

  /// Returns the placeholder in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .en: return english
    case .vi: return vietnamese?() ?? translated
    }
  }

  /// The words in capitals that are in no list of ours; a test wants none.
  var unknownWords: [String] {
    guard vietnamese == nil else { return [] }
    return parts.filter { isName($0) && Placeholder.words[$0] == nil }
  }

  private var translated: String {
    if english == "yes|no" { return "có|không" }
    return parts.map { Placeholder.words[$0] ?? $0 }.joined()
  }

  /// The words and what stands between them.
  private var parts: [String] {
    var parts: [String] = []
    var wasLetter: Bool?
    for character in english {
      let isLetter = character.isLetter || (character == "-" && wasLetter == true)
      if isLetter == wasLetter {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
      wasLetter = isLetter
    }
    return parts
  }

  private static let words = [
    "ACTION": "HÀNH-ĐỘNG", "AMOUNT": "SỐ-TIỀN", "CHAR": "KÝ-TỰ", "CODE": "MÃ",
    "CONTRACT": "HỢP-ĐỒNG", "CUSTOMER": "KHÁCH-HÀNG", "DATE": "NGÀY", "DAY": "NGÀY",
    "DAYS": "SỐ-NGÀY", "DISCOUNT": "CHIẾT-KHẤU", "EMAIL": "EMAIL",
    "EVENT": "SỰ-KIỆN", "EXPR": "ĐIỀU-KIỆN",
    "FIELD": "TRƯỜNG", "FIGURE": "SỐ-LIỆU", "FILE": "TỆP", "FORMAT": "ĐỊNH-DẠNG", "GROUP": "NHÓM",
    "HEADING": "TIÊU-ĐỀ", "HOW": "CÁCH-CHIA", "KEY": "TỪ-KHÓA", "KIND": "LOẠI", "KINDS": "LOẠI",
    "LAT": "VĨ-ĐỘ",
    "LENGTH": "THỜI-LƯỢNG", "LEVEL": "MỨC-ĐỘ", "LNG": "KINH-ĐỘ", "LOGIN": "TÀI-KHOẢN",
    "MODE": "CÁCH-NHẬP", "NAME": "TÊN", "NOUN": "LOẠI", "NUMBER": "SỐ", "ORDER": "ĐƠN-HÀNG",
    "OTHER": "MỤC-KHÁC",
    "PANEL": "PHẦN", "PERCENT": "PHẦN-TRĂM", "PERIOD": "KỲ", "PHONE": "SỐ-ĐIỆN-THOẠI",
    "PRICE": "ĐƠN-GIÁ", "PRODUCT": "SẢN-PHẨM", "QUANTITY": "SỐ-LƯỢNG", "RANGE": "KHOẢNG",
    "REACH": "PHẠM-VI", "RECORD": "BẢN-GHI", "RELATIONSHIP": "MỐI-QUAN-HỆ",
    "ROLE": "NHÓM-QUYỀN", "RULE": "QUY-TẮC", "SECONDS": "SỐ-GIÂY", "SETTING": "THIẾT-LẬP",
    "SHELL": "SHELL",
    "STATUS": "TÌNH-TRẠNG", "TAG": "THẺ", "TAX": "THUẾ", "TAX-CODE": "MÃ-SỐ-THUẾ",
    "TEXT": "NỘI-DUNG", "TIER": "PHÂN-CẤP", "TIME": "THỜI-ĐIỂM", "TOPIC": "CHỦ-ĐỀ",
    "UNIT": "ĐƠN-VỊ", "USER": "TÀI-KHOẢN", "VALUE": "GIÁ-TRỊ", "VERSION": "PHIÊN-BẢN",
    "WORD": "TỪ", "WORDS": "TỪ",
  ]
}

/// Whether a part of a placeholder stands for something; single letters do so in every language.
private func isName(_ part: String) -> Bool {
  part.count > 1 && part.contains { $0.isLetter } && part.uppercased() == part
}
