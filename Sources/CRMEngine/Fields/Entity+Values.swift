extension Entity {
  /// Returns one value a field, those given by name, all others empty. A name that the kind has
  /// not is a fault of the program.
  public func values(_ named: [String: Value] = [:]) -> [Value] {
    var values: [Value] = fields.map { $0.isLinked ? .list([]) : .null }
    for (name, value) in named {
      values[place(of: name)] = value
    }
    return values
  }

  /// The positions of the fields that the full-text index holds.
  var searchPositions: [Int] { search.map(place) }
}
