import CRMTables
import CRMValues

/// Rates rows at the top of a sheet as headings: by how many fields of one kind their cells name.
public struct HeadingScore {
  private let known: [Headings]
  private let mapped: Set<String>

  /// - Parameters:
  ///   - kind: the kind the rows are, nil where the headings are to tell.
  ///   - entities: the kinds with their custom fields, where a database is at hand.
  public init(
    _ kind: Kind?, map: [(heading: String, field: String)], entities: Entities
  ) {
    known = (kind.map { [$0] } ?? entities.catalogue.nounKinds).map { Headings($0, entities) }
    mapped = Set(map.map { Headings.key($0.heading) })
  }

  /// Returns the number of different fields that the texts of a row name; 0 for one field among
  /// several cells, which is chance.
  public func callAsFunction(_ row: TableRow) -> Int {
    let texts = row.cells.compactMap { cell -> String? in
      guard case .text(let text) = cell, text.utf8.count <= 200 else { return nil }
      return cleaned(text)
    }
    let keys = texts.map { (text: $0, key: Headings.key($0)) }
    let mapped = keys.count { self.mapped.contains($0.key) }
    let named = known.map { known in
      Set(keys.compactMap { known.target($0.text, key: $0.key) }).count
    }.max()
    return score(mapped + (named ?? 0), row)
  }

  private func score(_ named: Int, _ row: TableRow) -> Int {
    return named > 1 || row.cells.count(where: { !$0.isEmpty }) == 1 ? named : 0
  }
}
