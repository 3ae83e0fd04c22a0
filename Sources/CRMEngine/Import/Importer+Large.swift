/// What pays only where many records are added to few.
extension Importer {
  /// After how many additions it is decided, once, whether many are coming.
  static let decision = 500

  /// Looks ahead, and prepares for many additions.
  ///
  /// - Parameter progress: how much of the rows is read, from 0 to 1; nil where that is not known.
  func foresee(_ progress: Double?) throws {
    guard !hasDecided, report.added == Self.decision else { return }
    hasDecided = true
    let existing = firstNewID - 1
    if let progress {
      let coming = Double(report.rows) * (1 - progress) / max(progress, 1e-9)
      guard coming > Double(max(existing, 2_000)) else { return }
    } else {
      guard existing < Self.decision else { return }
    }
    try indexes.takeDown(changedPositions.map { plan.entity.fields[$0] })
    guard let gathered = writer.gathered, gathered.kind == kind, !options.allowsDuplicates else {
      return
    }
    if try writer.rules(kind)?.prepareForMany() == true { gathered.gathersKeys = true }
  }
}
