import CRMValues

/// Rows that wait for each other: in which order they can be taken, and what is wrong with each
/// where they lead in a ring, or to itself.
struct WaitingRings {
  /// What a row is called, and which rows it names, by each field of its own kind.
  private struct Waiting {
    let name: String?
    var named: [Int: Int] = [:]
  }

  private let entity: Entity
  private var rows: [Waiting]
  private let places: [Int: Int]
  /// The rows of each ring by the field that leads around it, and where it ends for each of them.
  private var rings: [Int: [Int: (ring: [Int], place: Int)]] = [:]

  /// - Parameter own: the fields that name records of the kind itself.
  init(_ entity: Entity, _ own: Set<String>, _ typed: [TypedRow]) {
    self.entity = entity
    let namedBy = ["code", entity.nameField].compactMap { entity.position(of: $0) }
    var known: [String: Int] = [:]
    rows = typed.enumerated().map { place, row in
      let names = namedBy.compactMap { row.own.values[$0].text }
      for name in names.map(identityText) where known[name] == nil { known[name] = place }
      return Waiting(name: names.first)
    }
    places = Dictionary(
      zip(typed.map(\.row.line), typed.indices), uniquingKeysWith: { first, _ in first })
    for (place, row) in typed.enumerated() {
      for reference in row.own.references
      where own.contains(entity.fields[reference.position].name) {
        rows[place].named[reference.position] = known[identityText(reference.text)]
      }
    }
    for position in Set(rows.flatMap(\.named.keys)) { findRings(position) }
  }

  /// The places of the rows, each behind those that it names, as far as they are no ring.
  var order: [Int] {
    var order: [Int] = []
    var isTaken = [Bool](repeating: false, count: rows.count)
    for start in rows.indices where !isTaken[start] {
      isTaken[start] = true
      var open = [start]
      while let place = open.last {
        if let next = rows[place].named.values.filter({ !isTaken[$0] }).min() {
          isTaken[next] = true
          open.append(next)
        } else {
          order.append(place)
          open.removeLast()
        }
      }
    }
    return order
  }

  /// Follows a field from each row on, once, until that comes to a row it has come by.
  private mutating func findRings(_ position: Int) {
    /// In which turn a row was come by.
    var turns = [Int](repeating: -1, count: rows.count)
    for start in rows.indices {
      var path: [Int] = []
      var place: Int? = start
      while let next = place, turns[next] < 0 {
        turns[next] = start
        path.append(next)
        place = rows[next].named[position]
      }
      guard let met = place, turns[met] == start, let first = path.firstIndex(of: met) else {
        continue
      }
      let ring = Array(path[first...])
      for (index, row) in ring.enumerated() { rings[position, default: [:]][row] = (ring, index) }
    }
  }

  /// Returns the problems of a row, those of a ring told as such.
  func explained(_ problems: [Rejection], _ line: Int) -> [Rejection] {
    guard let place = places[line] else { return problems }
    return problems.map { problem in
      guard let name = problem.field, let field = entity.field(name),
        let position = entity.position(of: name),
        let (ring, first) = rings[position]?[place]
      else { return problem }
      let places = ring.count > 12 ? nil : Array(ring[first...] + ring[..<first])
      return Rejection(
        field: name, text: problemText(field, places ?? WaitingRings.ends(ring, first)))
    }
  }

  /// The first and the last rows of a long ring from one of its rows on, a gap between them.
  private static func ends(_ ring: [Int], _ first: Int) -> [Int] {
    (0..<6).map { ring[(first + $0) % ring.count] } + [-1]
      + (ring.count - 4..<ring.count).map { ring[(first + $0) % ring.count] }
  }

  private func problemText(_ field: Field, _ ring: [Int]) -> Label {
    let names = (ring + ring.prefix(1)).map { $0 < 0 ? "…" : rows[$0].name ?? "" }
    guard ring.count > 1 else {
      return Label(
        "\(field.label.en): \(names[0]) names itself",
        vi: "\(field.label.vi): \(names[0]) ghi chính mình")
    }
    let path = names.joined(separator: " → ")
    return Label(
      "\(field.label.en): a ring, \(path)", vi: "\(field.label.vi): vòng lặp \(path)")
  }
}
