import CRMValues

/// A column that nothing is taken from.
struct LeftColumn {
  enum Reason {
    /// Nothing of the kind is called so.
    case unknown
    /// Its heading is known to say nothing of the kind.
    case passed
    /// It has no heading.
    case unnamed
    /// Another column fills its field.
    case filled
  }

  let place: Int
  let heading: String
  let reason: Reason
}

/// Which columns are taken: those that the caller maps first, then those whose headings are known,
/// then those that only stand in for others.
extension ColumnPlan {
  /// Returns what the caller maps each column to, by its place; nothing for one to leave out.
  ///
  /// - Throws: ``CRMError`` for a column that is not there, and for a field that is not.
  func mappedPlaces(
    _ known: Headings, file: String, _ options: ImportOptions
  ) throws -> [Int: String] {
    var mapped: [Int: String] = [:]
    // A column that is named by its place is meant more exactly.
    for byPlace in [false, true] {
      for (heading, field) in options.map {
        let name = ColumnName(heading)
        guard name.isPlace(in: headings) == byPlace else { continue }
        let places = name.places(in: headings)
        guard !places.isEmpty else { throw ColumnErrors.noColumn(file, heading, headings) }
        guard field.isEmpty || known.target(named: field) != nil else {
          throw ColumnErrors.noField("map", field, known.entity)
        }
        for place in places { mapped[place] = field }
      }
    }
    return mapped
  }

  /// Finds the field of each column.
  ///
  /// - Returns: the first column of each field that is filled.
  mutating func take(
    _ known: Headings, _ mapped: [Int: String], file: String
  ) throws -> [Headings.Target: Int] {
    var taken = TakenColumns(headings, known, file: file)
    for (place, field) in mapped.sorted(by: { $0.key < $1.key }) where !field.isEmpty {
      guard let target = known.target(named: field) else { continue }
      try taken.take(place, target, isMapped: true)
    }
    for isSpare in [false, true] {
      for (place, heading) in headings.enumerated()
      where mapped[place] == nil && known.isSpare(heading) == isSpare {
        if known.isNameBeside(heading) {
          computed.append(heading)
          continue
        }
        guard let target = known.target(heading) else {
          leave(place, heading, known)
          continue
        }
        if known.field(target)?.access != .editable {
          computed.append(heading)
        } else if isSpare && taken.fills(target) || taken.isMapped(target) {
          left.append(LeftColumn(place: place, heading: heading, reason: .filled))
        } else {
          try taken.take(place, target, isMapped: false)
        }
      }
    }
    columns = taken.columns.sorted { $0.index < $1.index }.compactMap { column in
      guard column.field.access == .editable else {
        computed.append(headings[column.index])
        return nil
      }
      var column = column
      column.takesDash = column.target.isOwn && entity.takesDash(column.field)
      return column
    }
    for column in left where column.reason == .unknown {
      meant[column.heading] = known.nearestField(to: column.heading, except: taken.targets)
    }
    return Dictionary(uniqueKeysWithValues: columns.map { ($0.target, $0.index) })
  }

  private mutating func leave(_ place: Int, _ heading: String, _ known: Headings) {
    guard !RejectsFile.isOurs(heading) else { return }
    if let along = known.along(heading) { return self.along.append((place, along)) }
    let reason: LeftColumn.Reason =
      heading.isEmpty ? .unnamed : known.passes(heading) ? .passed : .unknown
    left.append(LeftColumn(place: place, heading: heading, reason: reason))
  }
}

/// The columns that fill fields, as they are found.
private struct TakenColumns {
  private let headings: [String]
  private let known: Headings
  private let file: String
  private(set) var columns: [ColumnPlan.Column] = []
  private var mapped: Set<Headings.Target> = []

  init(_ headings: [String], _ known: Headings, file: String) {
    (self.headings, self.known, self.file) = (headings, known, file)
  }

  var targets: [Headings.Target] { columns.map(\.target) }

  func fills(_ target: Headings.Target) -> Bool { columns.contains { $0.target == target } }

  /// Whether the caller has chosen the one column of a field that has one value.
  func isMapped(_ target: Headings.Target) -> Bool {
    mapped.contains(target) && known.field(target)?.holdsSeveral == false
  }

  /// Takes a column for a field: its only one, a further one of several values, or one of the
  /// columns of a name.
  mutating func take(_ place: Int, _ target: Headings.Target, isMapped: Bool) throws {
    guard let field = known.field(target) else { return }
    if isMapped { mapped.insert(target) }
    let part = isMapped ? nil : known.namePart(headings[place])?.part
    guard let index = columns.firstIndex(where: { $0.target == target }) else {
      var column = ColumnPlan.Column(index: place, target: target, field: field)
      if let part {
        var name = NameParts()
        _ = name.add(part, place, key: Headings.key(headings[place]))
        column.name = name
      }
      return columns.append(column)
    }
    if field.holdsSeveral { return columns[index].further.append(place) }
    guard try takeName(place, part, into: &columns[index]) else {
      throw ColumnErrors.filledTwice(file, columns[index].index, place, field, headings)
    }
  }

  /// Makes a column one of several of the same name; false where there is one of its kind.
  private func takeName(
    _ place: Int, _ part: NameParts.Part?, into column: inout ColumnPlan.Column
  ) throws -> Bool {
    guard column.field.namesPerson, part != nil || column.name != nil else { return false }
    var name = column.name ?? NameParts(whole: column.index)
    if let part {
      guard name.add(part, place, key: Headings.key(headings[place])) else { return false }
    } else if name.whole == nil {
      name.whole = place
    } else {
      return false
    }
    if let whole = name.whole, name.isGiven(Headings.key(headings[whole])) {
      name.takeWholeAsGiven()
    }
    column.name = name
    return true
  }
}
