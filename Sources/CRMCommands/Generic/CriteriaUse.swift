import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// What criteria are good for beside listing: `--explain` prints them as one expression, `--save`
/// keeps them as a view.
enum CriteriaUse {
  private static let explaining = Option(
    "explain",
    Label("Print the expression for --where instead", vi: "Chỉ in biểu thức cho --where"),
    heading: FieldCriteria.heading)

  static let options = [
    explaining,
    Option(
      "save", value: .one("NAME"),
      Label(
        "Save criteria, columns and order as a view instead",
        vi: "Chỉ lưu tiêu chí, cột và thứ tự thành giao diện"), heading: FieldCriteria.heading),
  ]

  /// Whether a query is to be kept or explained, and nothing listed.
  static func isAsked(_ session: Session) -> Bool {
    session.invocation.has("explain") || session.invocation.has("save")
  }

  /// Prints a query.
  static func explain(_ query: Query, _ session: Session) throws {
    try session.put(Expression.all(of: query.conditions)?.text ?? "")
  }

  /// Prepares the view that `--save` asks for; none where it is not given.
  ///
  /// - Parameters:
  ///   - query: returns the conditions and the order.
  ///   - columns: returns the columns where `--columns` names none.
  static func saving(
    _ kind: Kind, _ session: Session, _ query: @escaping (Reader) throws -> Query,
    columns: @escaping (Reader) throws -> [String] = { _ in [] }
  ) throws -> Work? {
    guard let name = session.invocation.value("save") else { return nil }
    if session.invocation.has("explain") {
      throw CRMError(
        .usage, "--explain prints and --save keeps: give one of them",
        vi: "--explain để in, --save để lưu: chỉ dùng một trong hai")
    }
    return Work { writing in
      let writer = writing.writer
      var query = try query(writer)
      try Listing.apply(session, to: &query)
      let columns =
        try session.invocation.value("columns").map(PathList.split) ?? columns(writer)
      let sort = query.sort.map { ($0.isDescending ? "-" : "") + $0.path }
      let entity = Catalogue.entity(.view)
      let values = entity.values([
        "name": .text(cleaned(name)), "kind": .text(kind.rawValue),
        "condition": Expression.all(of: query.conditions).map { .text($0.text) } ?? .null,
        "columns": columns.isEmpty ? .null : .text(columns.joined(separator: ",")),
        "sort": sort.isEmpty ? .null : .text(sort.joined(separator: ",")),
      ])
      let code = try writer.record(.view, try writer.add(.view, values))?["code"].text ?? ""
      writing.afterwards { try session.put(code) }
      let line = "crm \(kind.rawValue) list --view \(shellWord(cleaned(name)))"
      writing.say("Saved; list it with: \(line)", vi: "Đã lưu; xem bằng: \(line)")
    }
  }
}
