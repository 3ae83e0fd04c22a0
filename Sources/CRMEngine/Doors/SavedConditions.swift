import CRMValues

/// The conditions that people have saved: of views, tiers, rules. Found in the catalogue, so that a
/// new kind is asked by itself.
struct SavedConditions {
  /// A condition that a live record keeps.
  struct Saved {
    let record: Record
    /// The field that keeps it.
    let position: Int
    /// The kind that it is asked over; nil where that cannot be said.
    let kind: Kind?
    let text: String
  }

  private let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  /// Hands over every one, in the order of the catalogue; such without a text as well.
  func each(_ body: (Saved) throws -> Void) throws {
    for kind in writer.catalogue.kinds {
      let entity = writer.catalogue.entity(kind)
      for (position, field) in entity.fields.enumerated() {
        guard case .condition(let scope, _) = field.kind, entity.hasTrash else { continue }
        try writer.beforeReading(kind)
        for id in try live(entity) {
          guard let record = try writer.record(kind, id) else { continue }
          try body(
            Saved(
              record: record, position: position, kind: asked(scope, record),
              text: record.values[position].text ?? ""))
        }
      }
    }
  }

  private func live(_ entity: Entity) throws -> [Int64] {
    let statement = try writer.cache.statement(
      "SELECT id FROM \(entity.table) WHERE deleted IS NULL ORDER BY id")
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  private func asked(_ scope: ConditionScope, _ record: Record) -> Kind? {
    switch scope {
    case .kind(let kind): return kind
    case .kindNamed(let name):
      return record.entity.position(of: name).flatMap { record.values[$0].text }
        .flatMap(writer.catalogue.noun)
    }
  }
}
