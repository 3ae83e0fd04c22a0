extension Entity {
  /// Returns one value a field, those given by name, all others empty.
  public func values(_ named: [String: Value] = [:]) -> [Value] {
    var values: [Value] = fields.map { $0.isLinked ? .list([]) : .null }
    for (name, value) in named {
      if let position = position(of: name) { values[position] = value }
    }
    return values
  }

  /// The positions of the fields that the full-text index holds.
  var searchPositions: [Int] { search.compactMap(position(of:)) }
}
