import CRMValues

/// What a change row says of the fields: `{"name":["old","new"]}` for an edit, `{"name":["value"]}`
/// for an event that called for what already was so, `{"name":"value"}` for a record taken away,
/// nothing for an addition.
///
/// A small codec of its own, because undoing a bulk edit reads one of these a record.
package enum ChangeBody {
  /// Returns the JSON of an edit.
  package static func edit(
    _ changes: [(field: Field, old: Value, new: Value)],
    unmoved: [(field: Field, value: Value)] = []
  ) -> String {
    var json = JSONBytes()
    json.open("{")
    for change in changes {
      json.key(change.field.name)
      json.open("[")
      json.item(change.old)
      json.item(change.new)
      json.close("]")
    }
    for event in unmoved {
      json.key(event.field.name)
      json.open("[")
      json.item(event.value)
      json.close("]")
    }
    json.close("}")
    return json.text
  }

  /// Returns the JSON of a whole row, null fields left out.
  static func row(_ entity: Entity, _ values: [Value], deleted: Int64?) -> String {
    var json = JSONBytes()
    json.open("{")
    for (field, value) in zip(entity.fields, values) where !value.isNull && value != .list([]) {
      json.key(field.name)
      json.item(value)
    }
    if let deleted {
      json.key("deleted")
      json.item(.integer(deleted))
    }
    json.close("}")
    return json.text
  }

  /// Returns the JSON of a merge: the records that went into another.
  package static func merged(_ ids: [Int64]) -> String {
    var json = JSONBytes()
    json.open("{")
    json.key("merged")
    json.item(.list(ids))
    json.close("}")
    return json.text
  }

  /// Reads the JSON of a merge.
  static func readMerged(_ text: String) throws -> [Int64] {
    var reader = JSONReader(text)
    var ids: [Int64] = []
    try reader.object { _, reader in ids += try reader.value().list }
    return ids
  }

  /// One field of an edit or an event; `old` is nil where an event moved nothing.
  package typealias Moved = (position: Int, old: Value?, new: Value)

  /// Reads the JSON of an edit or an event; fields this release does not know are left out.
  static func read(_ text: String, of entity: Entity) throws -> [Moved] {
    var reader = JSONReader(text)
    var result: [Moved] = []
    try reader.object { name, reader in
      let values = try reader.values()
      guard let new = values.last, let position = entity.position(of: name) else { return }
      result.append((position, values.count > 1 ? values[0] : nil, new))
    }
    return result
  }

  /// Reads the fields that a change moved.
  package static func readEdit(
    _ text: String, of entity: Entity
  ) throws -> [(position: Int, old: Value, new: Value)] {
    try read(text, of: entity).compactMap { change in
      change.old.map { (change.position, $0, change.new) }
    }
  }

  /// Reads the JSON of a whole row.
  static func readRow(
    _ text: String, of entity: Entity
  ) throws -> (values: [Value], deleted: Int64?) {
    var reader = JSONReader(text)
    var values: [Value] = entity.fields.map { $0.isLinked ? .list([]) : .null }
    var deleted: Int64?
    try reader.object { name, reader in
      let value = try reader.value()
      if name == "deleted" {
        deleted = value.integer
      } else if let position = entity.position(of: name) {
        values[position] = value
      }
    }
    return (values, deleted)
  }
}
