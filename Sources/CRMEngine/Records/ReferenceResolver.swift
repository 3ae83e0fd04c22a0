import CRMValues

/// Finds the records that cells name, and remembers those of small kinds.
final class ReferenceResolver {
  private let reader: Reader
  private var known: [[String: Int64]]

  private var lists: [[String: [Int64]]]
  private var links: [String: RecordLink] = [:]

  init(_ reader: Reader) {
    self.reader = reader
    known = [[String: Int64]](repeating: [:], count: reader.catalogue.slots)
    lists = [[String: [Int64]]](repeating: [:], count: reader.catalogue.slots)
  }

  /// Returns the record a text names, nil where there is none that the actor sees.
  ///
  /// - Parameter anybody: whether records that the actor does not see may be named, too: those of
  ///   one's own kind, such as a referrer (RULES 11.4).
  /// - Throws: ``CRMError`` where several answer to it.
  func id(_ kind: Kind, _ text: String, amongAll anybody: Bool = false) throws -> Int64? {
    if let id = known[Int(kind.number)][text] { return id }
    if anybody, !reader.rights.isEverything { return try only(kind, text, acrossOwners: true) }
    let id = try only(kind, text, acrossOwners: false)
    if let id { remember(kind, text, id) }
    return id
  }

  private func only(_ kind: Kind, _ text: String, acrossOwners: Bool) throws -> Int64? {
    let ids =
      try acrossOwners
      ? reader.resolveAcrossOwners(kind, text) : reader.resolve(kind, text)
    if ids.count > 1 {
      throw RecordErrors.ambiguous(
        text, reader.entity(kind), try ids.map { try reader.label(kind, $0) })
    }
    return ids.first
  }

  /// Returns the record of any kind that a text names.
  ///
  /// - Throws: ``CRMError`` where none or several answer to it.
  func link(_ text: String) throws -> RecordLink {
    if let link = links[text] { return link }
    let link = try reader.link(text)
    if links.count >= 10_000 { links = [:] }
    links[text] = link
    return link
  }

  /// Notes an entry that was just added. What is remembered of a kind is bounded, so that a
  /// file of a million different references does not fill the memory.
  func remember(_ kind: Kind, _ text: String, _ id: Int64) {
    let index = Int(kind.number)
    if known[index].count >= 10_000 { known[index] = [:] }
    known[index][text] = id
  }

  /// Forgets what is known of a kind, of which records were taken back.
  func forget(_ kind: Kind) {
    known[Int(kind.number)] = [:]
    lists[Int(kind.number)] = [:]
    links = [:]
  }

  /// Returns the records a cell names where it was met before as a whole.
  func list(_ kind: Kind, _ text: String) -> [Int64]? { lists[Int(kind.number)][text] }

  /// Notes what a whole cell of several names stands for.
  func remember(_ kind: Kind, _ text: String, list: [Int64]) {
    let index = Int(kind.number)
    if lists[index].count >= 10_000 { lists[index] = [:] }
    lists[index][text] = list
  }

  /// Splits a cell that names several records at `;`, `|` or line breaks; at commas, else at slashes,
  /// only where the whole is not itself a name.
  func parts(_ kind: Kind, _ text: String) throws -> [String] {
    var parts = text.split(whereSeparator: { $0 == ";" || $0 == "|" || $0 == "\n" }).map(
      String.init)
    if parts.count == 1, let separator = ([",", "/"] as [Character]).first(where: text.contains),
      try id(kind, cleaned(text)) == nil
    {
      parts = text.split(separator: separator).map(String.init)
    }
    return parts.map(cleaned).filter { !$0.isEmpty }
  }
}
