import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// What criteria are good for beside listing: `--explain` prints them as one expression, `--save`
/// keeps them as a view.
enum CriteriaUse {
  private static let explain = Option(
    "explain",
    Label("Print the expression for --where instead", vi: "Chỉ in biểu thức cho --where"),
    heading: FieldCriteria.heading)

  static let options = [
    explain,
    Option(
      "save", value: .one("NAME"),
      Label(
        "Save criteria, columns and order as a view instead",
        vi: "Chỉ lưu tiêu chí, cột và thứ tự thành giao diện"), heading: FieldCriteria.heading),
  ]

  static func isAsked(_ session: Session) -> Bool {
    session.invocation.has("explain") || session.invocation.has("save")
  }

  /// Prints or saves a query.
  ///
  /// - Parameters:
  ///   - query: returns the conditions and the order.
  ///   - columns: returns the columns where `--columns` names none.
  static func run(
    _ kind: Kind, _ session: Session, _ query: (Reader) throws -> Query,
    columns: (Reader) throws -> [String] = { _ in [] }
  ) throws {
    guard let name = session.invocation.value("save") else {
      let query = try session.read(query)
      return try session.put(Expression.all(of: query.conditions)?.text ?? "")
    }
    if session.invocation.has("explain") {
      throw CRMError(
        .usage, "--explain prints and --save keeps: give one of them",
        vi: "--explain để in, --save để lưu: chỉ dùng một trong hai")
    }
    let code = try session.write { writer in
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
      return try writer.record(.view, try writer.add(.view, values))?["code"].text ?? ""
    }
    try session.put(code)
    let line = "crm \(kind.rawValue) list --view \(shellWord(cleaned(name)))"
    session.say("Saved; list it with: \(line)", vi: "Đã lưu; xem bằng: \(line)")
  }
}
