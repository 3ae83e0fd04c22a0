extension BinaryInteger {
  /// The number as people read it in a language: `12,345`, `12.345`.
  public func counted(_ language: Language) -> String {
    grouped(UInt64(magnitude), isNegative: self < 0, language)
  }
}
