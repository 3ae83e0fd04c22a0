import CRMEngine
import CRMValues

/// How the rules of a kind store the next of a series once one is finished or cancelled.
final class SeriesRules {
  let series: Series
  private unowned let writer: Writer
  /// The records that were finished or cancelled and come again.
  private var waiting: [Int64] = []
  private var before: [Int64] = []

  init(_ writer: Writer, _ kind: Kind, _ places: Series.Places) {
    self.writer = writer
    series = Series(writer.entity(kind), places, writer.moment)
  }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    try series.complete(&values, old, &changed, isWhole: writer.changesSeries)
  }

  func follow(_ written: Written) {
    guard let old = written.old, let new = written.new, writer.drawsConsequences,
      !new[series.places.rule].isNull
    else { return }
    let field = series.entity.fields[series.places.status]
    func isOpen(_ values: [Value]) -> Bool { field.means(.open, values[series.places.status]) }
    if isOpen(old.values), !isOpen(new) { waiting.append(written.id) }
  }

  var pending: Int { waiting.count }

  func settle() throws {
    let ids = waiting
    waiting = []
    let kind = series.entity.kind
    let wasApplying = writer.isApplyingRules
    writer.isApplyingRules = true
    defer { writer.isApplyingRules = wasApplying }
    for id in ids {
      guard let record = try writer.record(kind, id), try !hasNext(record) else { continue }
      let code = try record[.code].text ?? ""
      guard let values = try series.next(record.values, code: code) else { continue }
      let next = try writer.add(kind, values)
      try tell(next)
    }
  }

  /// Whether a later one of the series is there, since this one was reopened.
  private func hasNext(_ record: Record) throws -> Bool {
    let code = try record[.code].text ?? ""
    let first = record.values[series.places.series].text ?? code
    let find = try writer.cache.statement(
      "SELECT 1 FROM \(record.entity.table) WHERE series_code = ?1 AND id > ?2 AND deleted IS NULL")
    find.bind(1, first)
    find.bind(2, record.id)
    return try find.firstInteger() != nil
  }

  private func tell(_ id: Int64) throws {
    guard let record = try writer.record(series.entity.kind, id) else { return }
    let code = try record[.code].text ?? ""
    let time = PlannedTime(record.values[series.places.at])
    let zone = writer.moment.zone
    writer.note(
      Label(
        "The next is \(code), \(time?.text(in: zone, .en) ?? "").",
        vi: "Lần sau là \(code), \(time?.text(in: zone, .vi) ?? "")."))
  }

  func begin() { before = waiting }
  func land() { before = [] }
  func takeBack() { waiting = before }
}
