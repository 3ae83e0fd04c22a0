import CRMCatalogue
import CRMTables
import CRMValues

/// Turns the cells of a row into values, and gathers everything that is wrong with them.
final class RowReading {
  private let input: FieldInput
  private let writer: Writer
  private var blanks = [[Value]?](repeating: nil, count: Kind.allCases.count + 1)
  private(set) var created: [(kind: Kind, name: String)] = []

  init(_ writer: Writer, options: ImportOptions) {
    self.writer = writer
    let setKinds = Set(
      Catalogue.nouns.filter { Catalogue.entity($0).unique.contains("name") })
    input = FieldInput(writer, creating: options.createsMissing ? setKinds : [])
  }

  typealias Reading = FieldReading

  /// Reads the columns of one target out of a row.
  func read(_ row: TableRow, _ columns: [ColumnPlan.Column], of entity: Entity) -> Reading {
    var reading = Reading(values: blank(entity))
    for column in columns where column.index < row.cells.count {
      let cell = row.cells[column.index]
      guard let text = column.field.kind.text(of: cell), !text.isEmpty else { continue }
      let position: Int
      switch column.target {
      case .field(let at), .line(let at): position = at
      }
      do {
        if let value = try column.field.kind.value(of: cell) {
          reading.values[position] = value
        } else {
          try input.fill(&reading, entity, position, text)
        }
      } catch let error as CRMError {
        reading.problems.append(Rejection(field: column.field.name, text: error.message))
      } catch {
        reading.problems.append(
          Rejection(field: column.field.name, text: Label(same: "\(error)")))
      }
    }
    return reading
  }

  private func blank(_ entity: Entity) -> [Value] {
    if let known = blanks[Int(entity.kind.number)] { return known }
    let made = entity.values()
    blanks[Int(entity.kind.number)] = made
    return made
  }

  /// Adds the list entries a good row names, and fills them in.
  func complete(_ reading: inout Reading) throws {
    for entry in reading.missing {
      var ids = reading.values[entry.position].list
      for name in entry.names {
        let id: Int64
        if let known = try input.resolver.id(entry.kind, name) {
          id = known
        } else {
          let entity = Catalogue.entity(entry.kind)
          id = try writer.add(entry.kind, entity.values(["name": .text(name)]))
          input.resolver.remember(entry.kind, name, id)
          created.append((entry.kind, name))
        }
        ids.append(id)
      }
      if case .list = reading.values[entry.position] {
        reading.values[entry.position] = .list(Array(Set(ids)).sorted())
      } else {
        reading.values[entry.position] = ids.last.map(Value.integer) ?? .null
      }
    }
    reading.missing = []
  }
}
