import CRMTables
import CRMValues

/// What the cells of a row say, as far as that can be told without looking into the database.
struct TypedRow {
  let row: TableRow
  var own: FieldReading
  /// What the row says of a part of each kind the document has.
  var parts: [FieldReading]
  /// The keys and folded texts that writing the row's record will ask for.
  var keys: RecordKeys.Answers
}

/// Turns the cells of rows into values, all but references, and gathers what is wrong with them.
///
/// Asks no database, so that it can work on another thread than the one that writes.
final class RowTyping {
  private let entity: Entity
  private let headings: [String]
  private let parts: [Entity]
  private let own: [ColumnPlan.Column]
  private let partColumns: [[ColumnPlan.Column]]
  private let hasGuards: Bool
  private let keys = RecordKeys()
  private let parsing: FieldParsing
  private let typedYear: TypedYear
  private let searched: [Int]
  private let firmName: FirmName?
  private let ownBlank: [Value]
  private let partBlanks: [FieldReading]
  /// The columns that nothing is taken from, of which no cell was filled as yet.
  private var emptyPlaces: [Int]
  /// Those of which a cell was.
  private(set) var filledPlaces: Set<Int> = []

  init(_ plan: ColumnPlan, _ moment: Moment, _ catalogue: Catalogue, hasGuards: Bool) {
    entity = plan.entity
    headings = plan.headings
    parts = plan.parts
    own = plan.own
    partColumns = plan.partColumns
    self.hasGuards = hasGuards
    parsing = FieldParsing(InputContext(moment: moment, catalogue: catalogue), keys)
    typedYear = TypedYear(moment.today)
    searched = plan.entity.searchPositions
    firmName = FirmName(plan)
    ownBlank = plan.entity.values()
    emptyPlaces = plan.left.map(\.place)
    partBlanks = plan.parts.map { FieldReading(values: $0.values()) }
  }

  /// Reads a row. Its references are noted, to be looked up.
  ///
  /// - Throws: what is none of the row's fault.
  func read(_ row: TableRow) throws -> TypedRow {
    var typed = TypedRow(
      row: row, own: FieldReading(values: ownBlank), parts: partBlanks,
      keys: RecordKeys.Answers())
    let problem =
      row.fault.map { ImportReasons.unreadable($0, namesLine: parts.isEmpty ? nil : row.line) }
      ?? ImportSizes.problem(row, headings, namesLine: !parts.isEmpty)
    if let problem {
      // What is too much is not looked at, so that there is one copy of it.
      typed.own.problems.append(problem)
      typed.own.isUnread = true
      return typed
    }
    if !emptyPlaces.isEmpty { noteLeftOut(row) }
    try read(row, own, of: entity, into: &typed.own)
    firmName?.take(&typed.own)
    for (part, entity) in parts.enumerated() {
      try read(row, partColumns[part], of: entity, into: &typed.parts[part])
    }
    keys.prepare(entity, searched, typed.own.values)
    swap(&typed.keys, &keys.answers)
    return typed
  }

  private func read(
    _ row: TableRow, _ columns: [ColumnPlan.Column], of entity: Entity,
    into reading: inout FieldReading
  ) throws {
    for column in columns {
      let cell = column.cell(of: row, hasGuards: hasGuards)
      guard let text = column.field.kind.text(of: cell, hasGuards: hasGuards), !text.isEmpty else {
        continue
      }
      let position = column.target.position
      if column.takesDash, text == Entity.dash {
        reading.none.append(position)
        continue
      }
      if case .yearlyDay = column.field.kind, let day = typedYear.yearless(cell) {
        reading.values[position] = .text(day)
        reading.yearless.append(column.field)
        continue
      }
      do {
        if let value = try column.field.value(of: cell) {
          reading.values[position] = value
        } else {
          try parsing.fill(&reading, column.field, position, text)
        }
        if column.field.kind.isNothing(reading.values[position]) {
          reading.values[position] = .null
        }
      } catch let error as CRMError where error.isRefusal {
        if column.field.kind.isNothing(text) { continue }
        reading.problems.append(Rejection(error, column.field))
      }
    }
  }

  private func noteLeftOut(_ row: TableRow) {
    emptyPlaces.removeAll { place in
      guard place < row.cells.count, !row.cells[place].isEmpty else { return false }
      filledPlaces.insert(place)
      return true
    }
  }
}

extension Rejection {
  /// Says what is wrong with the value of a field, and what it may be where that is a list.
  init(_ error: CRMError, _ field: Field) {
    var text = error.message
    if case .choice(let choices) = field.kind {
      let en = choices.map(\.label.en).joined(separator: ", ")
      let vi = choices.map(\.label.vi).joined(separator: ", ")
      text = Label("\(text.en) (it may be: \(en))", vi: "\(text.vi) (có thể là: \(vi))")
    }
    self.init(field: field.name, text: text)
  }
}
