import CRMValues

/// A saved view lists a kind by columns and in an order it can be asked for.
final class ViewRules: Rules {
  static let kind = Kind.view

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    let entity = Entity.view
    func place(_ name: String) -> Int { entity.place(of: name) }
    let asked = ["kind", "columns", "sort"].map(place)
    guard changed?.contains(where: asked.contains) ?? true else { return }
    func text(_ name: String) -> String { values[place(name)].text ?? "" }
    guard let kind = writer.catalogue.noun(text("kind")) else {
      throw RecordErrors.unknownNoun(text("kind"), writer.catalogue)
    }
    _ = try writer.columns(PathList.split(text("columns")), of: kind)
    _ = try writer.columns(Query.Sort.list(text("sort")).map(\.path), of: kind)
  }
}
