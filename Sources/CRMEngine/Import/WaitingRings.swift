import CRMValues

/// Rows that wait for each other: what is wrong with each where they lead in a ring, or to itself.
struct WaitingRings {
  /// What a row is called, and whom it names by its own kind's fields.
  private struct Waiting {
    let names: [String]
    let references: [(position: Int, text: String)]
  }

  private let entity: Entity
  private let namedBy: [Int]
  private let own: Set<String>
  private var rows: [Int: Waiting] = [:]
  private var lines: [String: Int] = [:]

  /// - Parameter own: the fields that name records of the kind itself.
  init(_ entity: Entity, _ own: Set<String>, _ rows: [TypedRow]) {
    self.entity = entity
    self.own = own
    namedBy = ["code", entity.nameField].compactMap { entity.position(of: $0) }
    for row in rows { note(row) }
  }

  private mutating func note(_ row: TypedRow) {
    let names = namedBy.compactMap { row.own.values[$0].text }
    rows[row.row.line] = Waiting(
      names: names,
      references: row.own.references.filter { own.contains(entity.fields[$0.position].name) })
    for name in names.map(identityText) where lines[name] == nil { lines[name] = row.row.line }
  }

  /// Returns the problems of a row, those of a ring told as such.
  func explained(_ problems: [Rejection], _ line: Int) -> [Rejection] {
    guard let row = rows[line] else { return problems }
    return problems.map { problem in
      guard let name = problem.field, let field = entity.field(name),
        let text = row.references.first(where: { entity.fields[$0.position] == field })?.text,
        let position = entity.position(of: name),
        let ring = ring(from: line, text, position)
      else { return problem }
      return Rejection(field: name, text: WaitingRings.problem(field, ring))
    }
  }

  /// Follows a field from a row on; nil where that does not lead back to it.
  private func ring(from line: Int, _ first: String, _ position: Int) -> [String]? {
    guard let start = rows[line]?.names.first else { return nil }
    var chain = [start]
    var text = first
    while chain.count <= rows.count, let next = lines[identityText(text)], let row = rows[next] {
      chain.append(row.names.first ?? text)
      if next == line { return chain }
      guard let further = row.references.first(where: { $0.position == position })?.text else {
        return nil
      }
      text = further
    }
    return nil
  }

  private static func problem(_ field: Field, _ ring: [String]) -> Label {
    guard ring.count > 2 else {
      return Label(
        "\(field.label.en): \(ring[0]) names itself",
        vi: "\(field.label.vi): \(ring[0]) ghi chính mình")
    }
    let shown = ring.count > 12 ? Array(ring.prefix(6) + ["…"] + ring.suffix(5)) : ring
    let path = shown.joined(separator: " → ")
    return Label(
      "\(field.label.en): a ring, \(path)", vi: "\(field.label.vi): vòng lặp \(path)")
  }
}
