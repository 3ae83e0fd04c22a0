@testable import CRMCore
@testable import CRMEngine

/// What one user sees by the plain rules.
struct Seen {
  let reference: AccessReference
  private let ids: [Kind: Set<Int64>]

  init(_ reference: AccessReference, _ user: Int64) {
    self.reference = reference
    ids = reference.records.reduce(into: [:]) { found, entry in
      found[entry.key] = Set(entry.value.keys.filter { reference.sees(user, entry.key, $0) })
    }
  }

  func callAsFunction(_ kind: Kind, _ id: Int64) -> Bool { ids[kind]?.contains(id) == true }

  func ids(_ kind: Kind, where condition: (Record) -> Bool) -> [Int64] {
    (reference.records[kind] ?? [:]).values.filter { self(kind, $0.id) && condition($0) }
      .map(\.id).sorted()
  }

  func live(_ kind: Kind, where condition: (Record) -> Bool = { _ in true }) -> [Int64] {
    ids(kind) { !$0.isDeleted && condition($0) }
  }
}
