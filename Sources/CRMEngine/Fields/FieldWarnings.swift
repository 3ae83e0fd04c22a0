import CRMValues

/// What is odd about a value that is kept all the same.
public enum FieldWarnings {
  /// Returns what is wrong with a tax code, nil where nothing is.
  public static func taxCode(_ text: String) -> Label? {
    switch TaxCode.check(text) {
    case .valid:
      return nil
    case .wrongCheckDigit:
      return Label(
        "tax code \(text) has a wrong check digit; kept as it is",
        vi: "mã số thuế \(text) sai số kiểm tra; giữ nguyên")
    case .malformed:
      return Label(
        "tax code \(text) has neither 10, 12 nor 13 digits in order; kept as it is",
        vi: "mã số thuế \(text) không đúng dạng 10, 12 hay 13 số; giữ nguyên")
    }
  }

  /// Returns what is wrong with a text that is no phone number.
  public static func phone(_ text: String) -> Label {
    Label(
      "“\(text)” is not a phone number; kept as it is",
      vi: "“\(text)” không phải số điện thoại; giữ nguyên")
  }
}
