import CLibXLSXWriter

/// The hidden sheet of a workbook that holds the texts of drop-downs too long for the cells
/// themselves, a column each.
public struct ChoiceSheet {
  /// Its name, by which an import knows that it holds no records.
  public static let name = "crm_lists"

  private var lists: [[String]] = []

  var isEmpty: Bool { lists.isEmpty }

  /// Returns the cells of a list, `=crm_lists!$A$1:$A$9`; a list that was given before stands
  /// there once.
  mutating func range(_ choices: [String]) -> String {
    let place = lists.firstIndex(of: choices) ?? lists.count
    if place == lists.count { lists.append(choices) }
    let column = SheetColumn.letters(place)
    return "=\(ChoiceSheet.name)!$\(column)$1:$\(column)$\(choices.count)"
  }

  /// Writes the sheet behind all others.
  func write(to book: XLSXBook) throws {
    let sheet = crmxlsx_add_sheet(book.handle, ChoiceSheet.name)
    let longest = lists.map(\.count).max() ?? 0
    for row in 0..<longest {
      for (column, list) in lists.enumerated() where row < list.count {
        let code = SheetText.withCString(list[row]) {
          crmxlsx_string(
            book.handle, sheet, UInt32(row), UInt16(truncatingIfNeeded: column), $0, CRMXLSX_TEXT)
        }
        try book.check(code)
      }
    }
    crmxlsx_hide(sheet)
  }
}
