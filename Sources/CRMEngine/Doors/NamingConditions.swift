import CRMValues

/// Saved conditions that name a record by what it is called: they name it by its new name once it
/// has one, and another once that takes its place.
struct NamingConditions {
  private struct Naming {
    let saved: SavedConditions.Saved
    let condition: Expression
    /// Where in the text the record is named.
    let columns: Set<Int>
  }

  private let writer: Writer
  private let found: [Naming]

  init(_ writer: Writer, _ kind: Kind, _ id: Int64) throws {
    self.writer = writer
    var found: [Naming] = []
    try SavedConditions(writer).each { saved in
      guard let asked = saved.kind, saved.record.kind != kind || saved.record.id != id,
        let condition = try? Expression(parsing: saved.text)
      else { return }
      let columns = try NamingConditions.columns(naming: kind, id, in: condition, of: asked, writer)
      if !columns.isEmpty {
        found.append(Naming(saved: saved, condition: condition, columns: columns))
      }
    }
    self.found = found
  }

  /// How many records of each kind keep them.
  var counts: [(kind: Kind, count: Int)] {
    writer.catalogue.kinds.compactMap { kind in
      let count = Set(found.filter { $0.saved.record.kind == kind }.map(\.saved.record.id)).count
      return count > 0 ? (kind, count) : nil
    }
  }

  /// Writes another name in the place of the record's. They mean what they meant, so that nobody
  /// is asked and nothing follows.
  func name(_ name: String) throws {
    let wasApplying = writer.isApplyingRules
    writer.isApplyingRules = true
    defer { writer.isApplyingRules = wasApplying }
    for naming in found {
      let (kind, id) = (naming.saved.record.kind, naming.saved.record.id)
      guard let record = try writer.record(kind, id) else { continue }
      let condition = naming.condition.replacing { literal in
        naming.columns.contains(literal.place.column) ? Literal(name) : literal
      }
      var values = record.values
      values[naming.saved.position] = .text(condition.text)
      try writer.apply(
        try writer.statements(kind), record, values, changed: [naming.saved.position])
    }
  }

  /// Returns where a condition names a record, as far as it can still be asked.
  private static func columns(
    naming kind: Kind, _ id: Int64, in condition: Expression, of asked: Kind, _ writer: Writer
  ) throws -> Set<Int> {
    let columns = Columns()
    var context = try writer.filterContext(.page, knowsMe: false)
    context.named = { literal, target, ids in
      if target == kind, ids == [id] { columns.found.insert(literal.place.column) }
    }
    let compiler = FilterCompiler(
      entity: writer.entity(asked), alias: "t", context: context)
    do { _ = try compiler.condition(condition) } catch let error as CRMError where error.isRefusal {
      return columns.found
    }
    return columns.found
  }

  private final class Columns {
    var found: Set<Int> = []
  }
}
