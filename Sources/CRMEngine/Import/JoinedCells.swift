import CRMTables
import CRMValues

extension ColumnPlan.Column {
  /// What address books put between several values of one cell.
  private static let separator = ":::"

  /// The groups that Google keeps for itself; a name of one's own has no star before it.
  private static let ownGroups: Set = [
    "* myContacts", "* starred", "* friends", "* family", "* coworkers", "* My Contacts",
    "* Starred in Android",
  ]

  private static func mayHoldSeveral(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "*")
      || text.utf8.contains(UInt8(ascii: ":")) && text.contains(separator)
  }

  /// Returns what a row says of the field: its cell, or those of several columns together.
  func cell(of row: TableRow, hasGuards: Bool) -> Cell {
    func cell(_ place: Int) -> Cell { place < row.cells.count ? row.cells[place] : .empty }
    func text(_ place: Int) -> String {
      field.kind.text(of: cell(place), hasGuards: hasGuards) ?? ""
    }
    if let name { return .text(name.text(text)) }
    guard field.holdsSeveral else { return cell(index) }
    if further.isEmpty {
      guard case .text(let text) = cell(index), Self.mayHoldSeveral(text) else {
        return cell(index)
      }
    }
    // An error cell is told as such.
    for place in places { if case .error = cell(place) { return cell(place) } }
    let values = places.flatMap { place in
      text(place).split(separator: Self.separator).map { cleaned(String($0)) }
    }.filter { !$0.isEmpty && !Self.ownGroups.contains($0) }
    return values.isEmpty ? .empty : .text(values.joined(separator: "; "))
  }
}
