/// A range as it is written, before its ends are read.
enum RangeShape: Hashable {
  case single(String)
  case below(String, included: Bool)
  case above(String, included: Bool)
  case between(String?, String?)

  init(_ typed: String) throws {
    let text = cleaned(typed)
    for (sign, isBelow, isIncluded) in Self.signs where text.hasPrefix(sign) {
      let value = cleaned(String(text.dropFirst(sign.count)))
      guard !value.isEmpty, !value.contains("..") else { throw CRMError.unreadableRange(text) }
      self = isBelow ? .below(value, included: isIncluded) : .above(value, included: isIncluded)
      return
    }
    guard let dots = Self.dots(in: text) else {
      guard !text.isEmpty else { throw CRMError.unreadableRange(text) }
      self = .single(text)
      return
    }
    let lower = cleaned(String(text[..<dots.lowerBound]))
    let upper = cleaned(String(text[dots.upperBound...]))
    guard !(lower.isEmpty && upper.isEmpty), !upper.hasPrefix("."), Self.dots(in: upper) == nil
    else { throw CRMError.unreadableRange(text) }
    self = .between(lower.isEmpty ? nil : lower, upper.isEmpty ? nil : upper)
  }

  private static let signs = [
    ("<=", true, true), ("≤", true, true), (">=", false, true), ("≥", false, true),
    ("<", true, false), (">", false, false),
  ]

  private static func dots(in text: String) -> Range<String.Index>? {
    if let ellipsis = text.firstIndex(of: "…") { return ellipsis..<text.index(after: ellipsis) }
    var index = text.startIndex
    while let dot = text[index...].firstIndex(of: ".") {
      let next = text.index(after: dot)
      if next < text.endIndex, text[next] == "." { return dot..<text.index(after: next) }
      index = next
    }
    return nil
  }
}

extension CRMError {
  static func unreadableRange(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) is not a range", vi: "\(quoted(typed)) không phải là khoảng",
      hints: [Label("Write 2..5, 2.., ..5 or <5", vi: "Viết 2..5, 2.., ..5 hoặc <5")])
  }

  static func backwardRange(_ typed: String) -> CRMError {
    CRMError(
      .request, "\(quoted(typed)) holds nothing: its first end is greater than its last",
      vi: "\(quoted(typed)) không chứa gì: đầu khoảng lớn hơn cuối khoảng")
  }
}
