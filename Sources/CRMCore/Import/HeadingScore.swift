import CRMCatalogue
import CRMTables
import CRMValues

/// Rates rows at the top of a sheet as headings: by how many fields of one kind their cells name.
public struct HeadingScore {
  private let known: [Headings]
  private let mapped: Set<String>

  /// - Parameter kind: the kind the rows are, nil where the headings are to tell.
  public init(_ kind: Kind?, map: [(heading: String, field: String)]) {
    known = (kind.map { [$0] } ?? Catalogue.nouns).map { Headings(Catalogue.entity($0)) }
    mapped = Set(map.map { Headings.key($0.heading) })
  }

  /// Returns the number of different fields that the texts of a row name.
  public func callAsFunction(_ row: TableRow) -> Int {
    let keys = row.cells.compactMap { cell -> String? in
      guard case .text(let text) = cell, text.utf8.count <= 200 else { return nil }
      return Headings.key(cleaned(text))
    }
    let named = keys.count { mapped.contains($0) }
    return named + (known.map { Set(keys.compactMap($0.target(key:))).count }.max() ?? 0)
  }
}
