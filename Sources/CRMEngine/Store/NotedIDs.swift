/// Records that are to be looked at when an operation settles; those noted of a record that is
/// then refused can be taken back.
package struct NotedIDs {
  package init() {}

  private var ids: Set<Int64> = []
  /// Those noted since ``begin()``.
  private var fresh: [Int64]?

  package var count: Int { ids.count }
  package var isEmpty: Bool { ids.isEmpty }

  package func sorted() -> [Int64] { ids.sorted() }

  package mutating func insert(_ id: Int64) {
    if ids.insert(id).inserted { fresh?.append(id) }
  }

  package mutating func removeAll() { ids = [] }

  /// Begins what may be taken back.
  package mutating func begin() { fresh = [] }

  package mutating func land() { fresh = nil }

  package mutating func takeBack() {
    ids.subtract(fresh ?? [])
    fresh = nil
  }
}
