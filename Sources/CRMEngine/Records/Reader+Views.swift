import CRMValues

extension Reader {
  /// Returns what a saved view of a kind asks for: its condition, order and columns.
  ///
  /// - Throws: ``CRMError`` for a view that does not exist or is of another kind, and what is
  ///   wrong with its condition.
  public func view(
    _ name: String, of kind: Kind
  ) throws -> (conditions: [Expression], sort: [Query.Sort], columns: [String]) {
    guard let view = try record(.view, try one(.view, name)) else {
      throw RecordErrors.notFound(name, entity(.view))
    }
    let noun = try view[ViewField.kind].text ?? ""
    guard catalogue.noun(noun) == kind else {
      throw CRMError(
        .request, "view “\(name)” lists \(noun), not \(kind.rawValue)",
        vi: "giao diện “\(name)” liệt kê \(noun), không phải \(kind.rawValue)",
        hints: [
          Label("See the views with: crm view list", vi: "Xem các giao diện bằng: crm view list")
        ])
    }
    return (
      conditions: try view[ViewField.condition].text.map { [try Expression(parsing: $0)] } ?? [],
      sort: try view[ViewField.sort].text.map(Query.Sort.list) ?? [],
      columns: try view[ViewField.columns].text.map(PathList.split) ?? []
    )
  }
}
