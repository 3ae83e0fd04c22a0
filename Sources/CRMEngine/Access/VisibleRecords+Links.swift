extension VisibleRecords {
  /// The condition that a column links to a record of whatever kind that the user sees: one part
  /// for the kinds of which everything is seen, one each for the others.
  ///
  /// Kinds that hang on records of any kind themselves are left out: what hangs on them would
  /// have to be followed without end.
  func seenOfAnyKind(
    _ column: String, _ alias: String, _ holder: ((Kind, String) -> String?)?
  ) -> String {
    let number = "(\(column) >> \(RecordLink.shift))"
    let id = "(\(column) & \(RecordLink.mask))"
    var open: [String] = []
    var parts: [String] = []
    for kind in catalogue.nounKinds {
      let entity = catalogue.entity(kind)
      if entity.roads.contains(where: { $0.road == .holder && $0.kind == .record }) { continue }
      if let seen = holder?(kind, id) ?? self.seen(kind, id, alias) {
        parts.append("(\(number) = \(kind.number) AND \(seen))")
      } else {
        open.append(String(kind.number))
      }
    }
    if !open.isEmpty { parts.append("\(number) IN (\(open.joined(separator: ",")))") }
    return parts.isEmpty ? "0" : "(" + parts.joined(separator: " OR ") + ")"
  }
}
