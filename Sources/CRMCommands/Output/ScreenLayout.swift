import CRMValues

/// Which columns of a table a terminal has room for, and how wide each is.
struct ScreenLayout: Equatable {
  /// What the layout has to know of a column.
  struct Measure {
    var column: ScreenColumn
    /// The width of the widest text.
    var widest = 0
    /// The same without codes behind names.
    var shortest = 0
    /// The least width that leaves every text what tells it from the others.
    var least = 0
  }

  /// The columns that are shown, in their order.
  private(set) var kept: [Int]
  /// The widths of these.
  private(set) var widths: [Int]
  /// Whether codes behind names are left out where the column says so.
  private(set) var dropsCodes = false

  /// A longer title gives way to the texts below it.
  private static let mostTitle = 14
  /// A column that may be broken or cut keeps so much where it is better not.
  private static let mostLeast = 28

  /// Lays columns out.
  ///
  /// - Parameters:
  ///   - width: that of the terminal.
  ///   - gap: the columns between two columns.
  init(_ measures: [Measure], width: Int, gap: Int) {
    kept = Array(measures.indices)
    widths = measures.map { max($0.widest, displayWidth($0.column.title)) }
    func room(_ count: Int) -> Int { width - gap * max(0, count - 1) }
    guard widths.reduce(0, +) > room(kept.count) else { return }
    dropsCodes = measures.contains { $0.column.dropsCodes }
    let natural = measures.map(ScreenLayout.natural)
    let least = zip(measures, natural).map(ScreenLayout.least)
    while kept.reduce(0, { $0 + least[$1] }) > room(kept.count),
      let place = ScreenLayout.leaving(kept, measures)
    {
      kept.removeAll { $0 == place }
    }
    let room = room(kept.count)
    widths = kept.map { least[$0] }
    if widths.reduce(0, +) > room {
      widths = ScreenLayout.squeezed(kept.map { measures[$0] }, widths, to: room)
      return
    }
    var spare = room - widths.reduce(0, +)
    let order = kept.indices.sorted {
      measures[kept[$0]].column.rank < measures[kept[$1]].column.rank
    }
    for index in order where spare > 0 {
      let more = min(spare, natural[kept[index]] - widths[index])
      widths[index] += more
      spare -= more
    }
  }

  private static func natural(_ measure: Measure) -> Int {
    let content = measure.column.dropsCodes ? measure.shortest : measure.widest
    return max(content, min(displayWidth(measure.column.title), max(content, mostTitle)))
  }

  private static func least(_ measure: Measure, _ natural: Int) -> Int {
    let title = min(displayWidth(measure.column.title), mostTitle)
    switch measure.column.fit {
    case .whole: return natural
    case .wraps, .items, .cut: return min(natural, max(title, min(measure.least, mostLeast)))
    }
  }

  /// The column that is left out next: one that has nothing to show, else the least important.
  private static func leaving(_ kept: [Int], _ measures: [Measure]) -> Int? {
    let others = kept.filter { !measures[$0].column.stays }
    let empty = others.filter { measures[$0].widest == 0 }
    return (empty.isEmpty ? others : empty).max {
      measures[$0].column.rank < measures[$1].column.rank
    }
  }

  /// Makes the columns that stay narrower, the widest of those first that go on in a further line.
  private static func squeezed(_ measures: [Measure], _ widths: [Int], to room: Int) -> [Int] {
    var widths = widths
    var over = widths.reduce(0, +) - room
    while over > 0 {
      let places = widths.indices.filter { measures[$0].column.fit != .whole && widths[$0] > 4 }
      let others = places.isEmpty ? widths.indices.filter { widths[$0] > 1 } : places
      guard let widest = others.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      over -= 1
    }
    return widths
  }
}
