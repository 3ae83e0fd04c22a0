import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The records a command acts on: codes, `-` for codes on standard input, `--where`, `--view`
/// (RULES 1.8).
enum Selection {
  /// Returns the ids of the chosen live records.
  ///
  /// - Throws: ``CRMError`` for a code that names none or several, a usage error where nothing
  ///   is chosen.
  static func ids(
    _ kind: Kind, _ session: Session, _ reader: Reader, operands: [String]? = nil
  ) throws -> [Int64] {
    let invocation = session.invocation
    var ids: [Int64] = []
    var seen: Set<Int64> = []
    var chosen = false
    func take(_ text: String) throws {
      let id = try reader.one(of: [kind], text).id
      if seen.insert(id).inserted { ids.append(id) }
    }
    for operand in operands ?? invocation.operands {
      chosen = true
      if operand == "-" {
        for code in try PipedCodes([reader.entity(kind)]).read(session.readLine) { try take(code) }
      } else {
        try take(operand)
      }
    }
    if let query = try query(kind, session, reader) {
      chosen = true
      for id in try reader.ids(query) where seen.insert(id).inserted { ids.append(id) }
    }
    guard chosen else {
      let noun = kind.rawValue
      throw CRMError(
        .usage, "which \(noun)? Give codes, - to read them from standard input, --where or --view",
        vi: "chưa chọn bản ghi: hãy ghi mã, - để đọc mã từ đầu vào, --where hoặc --view",
        hints: taken(session.invocation) + [
          Label(
            "Example: crm \(session.invocation.words.joined(separator: " ")) CODE",
            vi: "Ví dụ: crm \(session.invocation.words.joined(separator: " ")) MÃ")
        ])
    }
    return ids
  }

  /// Says which option took words that may have been meant as records.
  private static func taken(_ invocation: Invocation) -> [Label] {
    invocation.occurrences.filter { $0.values.count > 1 }.prefix(1).map { occurrence in
      let option = "--\(occurrence.option)"
      let words = occurrence.values.joined(separator: ", ")
      return Label(
        "\(option) took all that follows: \(words). Write the codes before it, or after --",
        vi: "\(option) đã nhận mọi từ phía sau: \(words). Hãy ghi mã trước nó, hoặc sau --")
    }
  }

  /// Returns the query of `--where` and `--view`, nil where neither is given.
  static func query(_ kind: Kind, _ session: Session, _ reader: Reader) throws -> Query? {
    let invocation = session.invocation
    var query = Query(kind)
    var chosen = false
    if invocation.declares("view"), let name = invocation.value("view") {
      let view = try reader.view(name, of: kind)
      query.conditions += view.conditions
      query.sort = view.sort
      chosen = true
    }
    if invocation.declares("where") {
      for text in invocation.values("where") {
        query.conditions.append(try Expression(parsing: text))
        chosen = true
      }
    }
    return chosen ? query : nil
  }

  /// Says what will be done to `3 customers`.
  typealias Wording = (_ records: Label) -> Label

  /// What most commands do to the chosen records.
  static func changing(_ records: Label) -> Label {
    Label("Change \(records.en)", vi: "Thay đổi \(records.vi)")
  }
}
