/// Why a text is no amount of money.
enum AmountFailure: Error {
  case unreadable, fraction, ambiguous, tooLarge

  /// Returns the failure as the user reads it.
  func described(_ typed: String) -> CRMError {
    let text = quoted(trimmed(typed))
    switch self {
    case .unreadable:
      return CRMError(
        .request, "\(text) is not an amount of money", vi: "\(text) không phải là số tiền",
        hints: [
          Label(
            "Write 1500000, 1.500.000, 500k, 10tr or 1,5 tỷ",
            vi: "Viết 1500000, 1.500.000, 500k, 10tr hoặc 1,5 tỷ")
        ])
    case .fraction:
      return CRMError(
        .request, "\(text) is not an amount of whole đồng",
        vi: "\(text) không phải là số tiền chẵn đồng",
        hints: [
          Label(
            "Write thousands as 1.500 or 1500, millions as 1,5tr",
            vi: "Viết hàng nghìn là 1.500 hoặc 1500, hàng triệu là 1,5tr")
        ])
    case .ambiguous:
      return CRMError(
        .request, "\(text) can be read as two different amounts",
        vi: "\(text) có thể hiểu thành hai số tiền khác nhau",
        hints: [
          Label("Write the amount in digits: 1500000", vi: "Viết số tiền bằng chữ số: 1500000")
        ])
    case .tooLarge:
      return CRMError(
        .request, "\(text) is too large an amount", vi: "\(text) là số tiền quá lớn")
    }
  }
}
