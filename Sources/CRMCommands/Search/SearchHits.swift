import CRMCore
import CRMEngine
import CRMValues

/// What a search over several kinds found: kind, code, name, and where the words are when they
/// are not in these.
final class SearchHits {
  /// The kinds that are searched together.
  static let kinds = Nouns.searched

  /// The kinds of which there is more than was asked for.
  private(set) var unfinished: [Kind] = []
  private var exact: [[Value]] = []
  private var others: [[Value]] = []
  private let typed: String
  private let words: [String]
  private let session: Session
  private let reader: Reader

  init(_ typed: String, _ session: Session, _ reader: Reader) {
    self.typed = typed
    self.session = session
    self.reader = reader
    words = SearchWords.split(typed).map(folded)
  }

  /// The hits that have the words with their marks, then the others.
  var rows: [[Value]] { exact + others }

  /// Searches one kind.
  func add(_ kind: Kind, limit: Int) throws {
    let entity = Catalogue.entity(kind)
    let name = SearchHits.name(entity)
    let places = entity.search.filter { $0 != "code" && $0 != name }.compactMap(entity.field)
    var query = Query(kind)
    query.words = typed
    query.limit = limit + 1
    let columns = try reader.columns(["code", name] + places.map(\.name), of: kind)
    var count = 0
    try reader.rows(query, columns) { _, values in
      count += 1
      guard count <= limit else { return unfinished.append(kind) }
      let texts = values.map { $0.text ?? "" }
      let place = try place(of: texts, places, kind)
      let row: [Value] = [
        .text(kind.rawValue), values[0], values[1], place.isEmpty ? .null : .text(place),
      ]
      let whole = nfc((texts + [place]).joined(separator: " ")).lowercased()
      if nfc(typed).lowercased().split(separator: " ").allSatisfy({ whole.contains($0) }) {
        exact.append(row)
      } else {
        others.append(row)
      }
    }
  }

  /// Returns the fields that hold the words code and name do not: `Phones: 0912345678`.
  private func place(of texts: [String], _ fields: [Field], _ kind: Kind) throws -> String {
    let head = folded(texts[0] + " " + texts[1])
    var missing = words.filter { !head.contains($0) }
    var places: [String] = []
    for (field, text) in zip(fields, texts.dropFirst(2)) where !missing.isEmpty {
      let plain = field.kind == .phones ? text.filter(\.isNumber) : folded(text)
      let found = missing.filter(plain.contains)
      guard !found.isEmpty else { continue }
      missing.removeAll { found.contains($0) }
      places.append("\(session.text(field.label)): \(text)")
    }
    if !missing.isEmpty,
      let found = try Nouns.own(kind).foundElsewhere(texts[0], typed, session, reader)
    {
      places.append(found)
    }
    let entity = Catalogue.entity(kind)
    if !missing.isEmpty, entity.borrowsWords, let holder = entity.holder {
      places.append(session.text(holder.label))
    }
    return places.joined(separator: "; ")
  }

  /// The path of what names a record: its own name, else that of its holder.
  private static func name(_ entity: Entity) -> String {
    guard entity.nameField == "code", let holder = entity.holder, let kind = holder.target else {
      return entity.nameField
    }
    return "\(holder.name).\(Catalogue.entity(kind).nameField)"
  }
}
