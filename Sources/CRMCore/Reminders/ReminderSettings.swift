extension Reader {
  /// Returns a setting that is a whole number, nil where it was never set.
  func setting(_ key: String) throws -> Int? {
    let statement = try cache.statement("SELECT value FROM setting WHERE key = ?")
    statement.bind(1, key)
    guard try statement.step() else { return nil }
    let text = statement.text(0)
    statement.reset()
    return text.flatMap { Int($0) }
  }
}
