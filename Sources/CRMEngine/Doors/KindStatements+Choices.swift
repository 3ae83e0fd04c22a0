extension KindStatements {
  /// Refuses a record in which a choice holds what is none of its words.
  ///
  /// - Parameter changed: the positions to look at; nil for all. What stands since before, and was
  ///   a word when it was written, may stay.
  func checkChoices(_ values: [Value], changed: [Int]? = nil) throws {
    for (position, keys) in choices {
      switch values[position] {
      case .null: continue
      case .text(let text) where keys.contains(text): continue
      case .text, .integer, .list:
        guard changed?.contains(position) ?? true else { continue }
        throw RecordErrors.noChoice(values[position], entity.fields[position])
      }
    }
  }
}
