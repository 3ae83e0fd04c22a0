import CRMValues

/// A saved view lists a kind by columns and in an order it can be asked for.
final class ViewRules: Rules {
  static let kind = Kind.view

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    let asked = try [ViewField.kind, .columns, .sort].map { try $0.position }
    guard changed?.contains(where: asked.contains) ?? true else { return }
    func text(_ field: ViewField) throws -> String { values[try field.position].text ?? "" }
    guard let kind = writer.catalogue.noun(try text(.kind)) else {
      throw RecordErrors.unknownNoun(try text(.kind), writer.catalogue)
    }
    _ = try writer.columns(PathList.split(text(.columns)), of: kind)
    _ = try writer.columns(Query.Sort.list(text(.sort)).map(\.path), of: kind)
  }
}
