import CRMValues

extension SheetPlan {
  /// Returns the options as they go for one sheet of several: what names a column or field that
  /// only other sheets have is left out.
  public func options(for sheet: Sheet) -> ImportOptions {
    var options = options
    options.kind = sheet.kind ?? options.kind
    guard sheets.count > 1, let kind = sheet.kind else { return options }
    let place = sheets.firstIndex { $0.index == sheet.index } ?? 0
    options.comingKinds = Set(sheets[(place + 1)...].compactMap(\.kind))
    let known = Headings(kind, options.entities)
    let headings = SheetPlan.headings(of: sheet)
    options.map.removeAll { ColumnName($0.heading).places(in: headings).isEmpty }
    options.set.removeAll { known.target(named: $0.field) == nil }
    options.onlyColumns.removeAll { known.target(named: $0) == nil }
    options.match.removeAll { (try? MatchKeys([$0], known)) == nil }
    if options.match.isEmpty { options.match = ["code"] }
    return options
  }

  /// Refuses options of which no sheet that is taken has the column or field.
  public func checkOptions() throws {
    guard sheets.count > 1 else { return }
    let fitted = sheets.map(options)
    for map in options.map
    where !fitted.contains(where: { $0.map.contains { $0.heading == map.heading } }) {
      throw ColumnErrors.noColumn(
        source.name, map.heading, sheets.flatMap(SheetPlan.headings))
    }
    for set in options.set
    where !fitted.contains(where: { $0.set.contains { $0.field == set.field } }) {
      throw SheetPlan.noField("set", set.field)
    }
    for name in options.onlyColumns
    where !fitted.contains(where: { $0.onlyColumns.contains(name) }) {
      throw SheetPlan.noField("only-columns", name)
    }
    for name in options.match where !fitted.contains(where: { $0.match.contains(name) }) {
      throw SheetPlan.noField("match", name)
    }
  }

  private static func noField(_ option: String, _ name: String) -> CRMError {
    CRMError(
      .request, "--\(option): no sheet is of a kind with the field “\(name)”",
      vi: "--\(option): không trang tính nào thuộc loại có trường “\(name)”")
  }
}
