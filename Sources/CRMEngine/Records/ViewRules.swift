import CRMValues

/// A saved view lists a kind there is, by a condition, columns and an order it can be asked for.
final class ViewRules: Rules {
  static let kind = Kind.view

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    let entity = Entity.view
    func place(_ name: String) -> Int { entity.place(of: name) }
    let asked = ["kind", "condition", "columns", "sort"].map(place)
    guard changed?.contains(where: asked.contains) ?? true else { return }
    func text(_ name: String) -> String { values[place(name)].text ?? "" }
    guard let kind = writer.catalogue.noun(text("kind")) else {
      throw writer.unknownNoun(text("kind"))
    }
    try writer.checkCondition(text("condition"), of: kind)
    _ = try writer.columns(PathList.split(text("columns")), of: kind)
    _ = try writer.columns(Query.Sort.list(text("sort")).map(\.path), of: kind)
  }
}

extension Reader {
  /// Refuses a condition that cannot be asked, before it is kept.
  ///
  /// - Parameter knowsMe: whether `me` is the acting user; not in rules, which hold for everybody.
  package func checkCondition(
    _ text: String?, of kind: Kind, knowsMe: Bool = true
  ) throws {
    guard let text, !text.isEmpty else { return }
    var query = Query(kind)
    query.knowsMe = knowsMe
    query.conditions = [try Expression(parsing: text)]
    query.limit = 1
    _ = try ids(query)
  }

  /// Says that a word names no kind of record.
  package func unknownNoun(_ noun: String) -> CRMError {
    let nouns = catalogue.nounKinds.map(\.rawValue)
    let near = nearest(to: noun, among: nouns)
    let list = nouns.joined(separator: ", ")
    return CRMError(
      .request, "“\(noun)” is not a kind of record", vi: "“\(noun)” không phải loại bản ghi",
      hints: near.isEmpty
        ? [Label("One of: \(list)", vi: "Một trong: \(list)")] : Label.didYouMean(near))
  }
}
