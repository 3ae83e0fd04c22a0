import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// Rows of records as a screen shows them: short headings, and the name of what a reference leads
/// to, with its code.
struct ScreenRows {
  let columns: [ScreenColumn]
  private let shown: [QueryColumn]
  /// The columns with names, behind the shown ones.
  private let named: [QueryColumn]
  /// Of each shown column the place of its name among all.
  private let names: [Int?]

  /// What is asked of the store.
  var queried: [QueryColumn] { shown + named }

  /// - Parameters:
  ///   - paths: the columns; the kind's usual ones for none.
  ///   - isChosen: whether somebody chose them: then the first are the most important.
  init(
    _ paths: [String], of kind: Kind, chosen isChosen: Bool, _ session: Session, _ reader: Reader
  ) throws {
    let shown = try reader.columns(paths, of: kind)
    var named: [String] = []
    names = shown.map { column in
      guard case .reference(let target) = column.kind,
        let name = reader.entity(target).nameBesideCode
      else { return nil }
      named.append("\(column.path).\(name.name)")
      return shown.count + named.count - 1
    }
    self.shown = shown
    self.named = named.isEmpty ? [] : try reader.columns(named, of: kind)
    let entity = reader.entity(kind)
    let columns = shown.map { column in
      let field = entity.field(column.path)
      let isName = field?.name == entity.nameField || field?.kind == .code
      var made = ScreenColumn(
        session.text(column.heading), column.kind.columnKind, stays: isName,
        fit: field?.name == entity.nameField && field?.kind != .code ? .wraps : column.kind.fit)
      if case .reference(let target) = column.kind {
        made.dropsCodes = reader.entity(target).codePrefix == nil
      }
      return made
    }
    let yields = isChosen ? [] : entity.yields
    self.columns = ScreenColumn.ranked(
      columns, yields: yields.compactMap { path in shown.firstIndex { $0.path == path } })
  }

  /// Returns the values of ``queried`` as cells.
  func cells(_ values: [Value], _ style: CellStyle) -> [ScreenCell] {
    zip(shown.indices, names).map { place, name in
      let text = shown[place].kind.cell(values[place], style).text
      guard let name, let called = values[name].text, !called.isEmpty, !text.isEmpty else {
        return ScreenCell(text)
      }
      return ScreenCell(called, code: called == text ? nil : text)
    }
  }
}
