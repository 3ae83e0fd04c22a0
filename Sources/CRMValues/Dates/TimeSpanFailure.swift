/// Why a text is no length of time.
enum TimeSpanFailure: Error {
  case unreadable, withoutUnit, colon, overfull, fraction, ambiguous, negative, tooLong

  /// Returns the failure as the user reads it.
  func described(_ typed: String) -> CRMError {
    let text = quoted(typed)
    switch self {
    case .unreadable:
      return CRMError(
        .request, "\(text) is not a length of time", vi: "\(text) không phải là thời lượng",
        hints: [
          Label("Write 45m, 1h30, 3m20s or 2d", vi: "Viết 45p, 1h30, 3p20s hoặc 2 ngày")
        ])
    case .withoutUnit:
      let number = fitted(typed, to: 20)
      return CRMError(
        .request, "\(text) does not say whether it is minutes or seconds",
        vi: "\(text) chưa rõ là phút hay giây",
        hints: [
          Label(
            "Write \(number)m for minutes or \(number)s for seconds",
            vi: "Viết \(number)p nếu là phút, \(number)s nếu là giây")
        ])
    case .colon:
      let parts = fitted(typed, to: 20).split(separator: ":").map { cleaned(String($0)) }
      let (first, second) = (parts.first ?? "", parts.last ?? "")
      return CRMError(
        .request,
        "\(text) may be hours and minutes or minutes and seconds",
        vi: "\(text) có thể là giờ và phút, cũng có thể là phút và giây",
        hints: [
          Label(
            "Write \(first)h\(second)m or \(first)m\(second)s, or all three: \(first):\(second):00",
            vi: "Viết \(first)h\(second)p hoặc \(first)p\(second)s, hoặc đủ cả ba: "
              + "\(first):\(second):00")
        ])
    case .overfull:
      return CRMError(
        .request, "\(text) is not a length of time: a part fills the greater unit before it",
        vi: "\(text) không phải là thời lượng: có phần lớn hơn đơn vị đứng trước",
        hints: [Label("Write 90m or 1h30 instead of 0h90", vi: "Viết 90p hoặc 1h30 thay cho 0h90")])
    case .fraction:
      return CRMError(
        .request, "\(text) is not a whole number of seconds", vi: "\(text) không chẵn giây",
        hints: [Label("Write the seconds too: 3m20s", vi: "Viết cả số giây: 3p20s")])
    case .ambiguous:
      return CRMError(
        .request, "\(text) can be read as two different lengths of time",
        vi: "\(text) có thể hiểu thành hai thời lượng khác nhau",
        hints: [
          Label(
            "Write thousands without a separator: 1500s",
            vi: "Viết hàng nghìn không có dấu: 1500s")
        ])
    case .negative:
      return CRMError(
        .request, "\(text) is not a length of time: it is below zero",
        vi: "\(text) không phải là thời lượng: số âm",
        hints: [Label("Write it without the minus sign", vi: "Viết không có dấu trừ")])
    case .tooLong:
      return CRMError(
        .request, "\(text) is too long a time", vi: "\(text) là thời lượng quá dài",
        hints: [Label("Write 45m, 1h30, 3m20s or 2d", vi: "Viết 45p, 1h30, 3p20s hoặc 2 ngày")])
    }
  }
}
