/// Records that are to be looked at when an operation settles; those noted of a record that is
/// then refused can be taken back.
struct NotedIDs {
  private var ids: Set<Int64> = []
  /// Those noted since ``begin()``.
  private var fresh: [Int64]?

  var count: Int { ids.count }
  var isEmpty: Bool { ids.isEmpty }

  func sorted() -> [Int64] { ids.sorted() }

  mutating func insert(_ id: Int64) {
    if ids.insert(id).inserted { fresh?.append(id) }
  }

  mutating func removeAll() { ids = [] }

  /// Begins what may be taken back.
  mutating func begin() { fresh = [] }

  mutating func land() { fresh = nil }

  mutating func takeBack() {
    ids.subtract(fresh ?? [])
    fresh = nil
  }
}
