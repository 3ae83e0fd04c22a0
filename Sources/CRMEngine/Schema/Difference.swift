/// A field that holds what one field of a record exceeds another by, such as what is left to pay of
/// a total. By position.
struct Difference: Hashable, Sendable {
  let position: Int
  let whole: Int
  let part: Int

  /// By how much the part is more than the whole, 0 where it is not.
  static func excess(whole: Int64, part: Int64) -> Int64 {
    guard part > 0 else { return 0 }
    return max(0, part.subtractingReportingOverflow(max(whole, 0)).partialValue)
  }
}

extension Entity {
  /// The differences that the kind has, in the order of its fields.
  ///
  /// - Throws: ``CRMError`` of kind bug where one names a field that there is not.
  func differences() throws -> [Difference] {
    try fields.enumerated().compactMap { position, field in
      guard case .difference(let whole, let part) = field.follows else { return nil }
      return Difference(position: position, whole: try handle(whole), part: try handle(part))
    }
  }
}
