import CRMCore
import CRMEngine
import CRMValues

/// Records that a text names where one of several kinds may be meant. `order:DH000001` says which.
extension Reader {
  /// Returns the one live record that a text names: by a code before names, phones and emails.
  ///
  /// - Throws: ``CRMError`` where none or several answer to it, also where one of another kind
  ///   has the code.
  func one(of kinds: [Kind], _ text: String) throws -> (kind: Kind, id: Int64) {
    let text = cleaned(text)
    if let found = try only(among: kinds, text, RecordKinds.coded) { return found }
    if let found = try only(among: kinds, text, RecordKinds.named) { return found }
    if let (kind, rest) = RecordKinds.prefixed(text) {
      guard kinds.contains(kind) else { throw RecordKinds.wrong(text, kind, kinds) }
      return (kind, try one(kind, rest))
    }
    if let kind = try RecordKinds.others(kinds, text, self) {
      throw RecordKinds.wrong(text, kind, kinds)
    }
    guard kinds.count > 1 else { return (kinds[0], try one(kinds[0], text)) }
    throw RecordKinds.none(text, kinds)
  }

  private func only(
    among kinds: [Kind], _ text: String,
    _ find: (Kind, String, Reader) throws -> [Int64]
  ) throws -> (kind: Kind, id: Int64)? {
    let found = try kinds.map { ($0, try find($0, text, self)) }.filter { !$0.1.isEmpty }
    guard found.count < 2 else { throw RecordKinds.several(text, found.map(\.0)) }
    guard let (kind, ids) = found.first else { return nil }
    return (kind, ids.count == 1 ? ids[0] : try one(kind, text))
  }

  /// Reads typed fields, as ``read(_:of:)`` does. A record may be named with its kind, and a code
  /// of another kind than the field takes is told as that.
  func readTyped(_ typed: [TypedField], of entity: Entity) throws -> FieldChanges {
    let typed = try typed.map { item in
      guard let kind = entity.fields[item.position].target else { return item }
      return TypedField(item.position, try item.texts.map { try unprefixed($0, of: kind) })
    }
    do { return try read(typed, of: entity) } catch let error as CRMError where error.isRequest {
      for item in typed {
        guard let kind = entity.fields[item.position].target else { continue }
        for text in item.texts.map(cleaned) where try resolve(kind, text).isEmpty {
          guard let other = try RecordKinds.others([kind], text, self) else { continue }
          throw RecordKinds.wrong(text, other, [kind])
        }
      }
      throw error
    }
  }

  /// Returns `KH000001` of `customer:KH000001`, any other text as it is.
  private func unprefixed(_ text: String, of kind: Kind) throws -> String {
    guard let (other, rest) = RecordKinds.prefixed(text), try resolve(kind, cleaned(text)).isEmpty
    else { return text }
    guard other == kind else { throw RecordKinds.wrong(cleaned(text), other, [kind]) }
    return rest
  }
}

extension CRMError {
  fileprivate var isRequest: Bool { kind == .request }
}

/// Which kinds a text can be meant of, and what is said where it is of the wrong one.
private enum RecordKinds {
  static func coded(_ kind: Kind, _ text: String, _ reader: Reader) throws -> [Int64] {
    guard let found = try reader.find(kind, code: text), !found.isDeleted else { return [] }
    return try reader.resolve(kind, text).filter { $0 == found.id }
  }

  static func named(_ kind: Kind, _ text: String, _ reader: Reader) throws -> [Int64] {
    try reader.resolve(kind, text)
  }

  /// Parts `order:DH000001`.
  static func prefixed(_ text: String) -> (kind: Kind, rest: String)? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Catalogue.noun(String(parts[0])) else { return nil }
    return (kind, cleaned(String(parts[1])))
  }

  /// Returns the kind of which a record has the code, where it is none of those looked for.
  static func others(_ kinds: [Kind], _ code: String, _ reader: Reader) throws -> Kind? {
    for kind in kinds where try reader.find(kind, code: code) != nil { return nil }
    return try Catalogue.nouns.first { kind in
      try !kinds.contains(kind) && !coded(kind, code, reader).isEmpty
    }
  }

  static func several(_ text: String, _ kinds: [Kind]) -> CRMError {
    let entities = kinds.map(Catalogue.entity)
    let words = kinds.map { "\($0.rawValue):\(shellWord(text))" }
    return CRMError(
      .request, "“\(text)” is \(entities.map(\.indefinite).joined(separator: " and "))",
      vi: "“\(text)” là \(entities.map { $0.label.vi.lowercased() }.joined(separator: " và "))",
      hints: [
        Label(
          "Say which: \(words.joined(separator: " or "))",
          vi: "Hãy chỉ rõ: \(words.joined(separator: " hoặc "))")
      ])
  }

  static func wrong(_ text: String, _ kind: Kind, _ wanted: [Kind]) -> CRMError {
    let entity = Catalogue.entity(kind)
    let names = names(wanted)
    return CRMError(
      .request, "“\(text)” is \(entity.indefinite), not \(names.en)",
      vi: "“\(text)” là \(entity.label.vi.lowercased()), không phải \(names.vi)")
  }

  static func none(_ text: String, _ wanted: [Kind]) -> CRMError {
    // Of all there are no list says more.
    guard wanted.count < Catalogue.nouns.count else {
      return CRMError(
        .request, "there is no record “\(text)”", vi: "không có bản ghi “\(text)”")
    }
    let names = names(wanted)
    return CRMError(
      .request, "“\(text)” is not \(names.en)", vi: "“\(text)” không phải \(names.vi)")
  }

  private static func names(_ kinds: [Kind]) -> Label {
    let entities = kinds.map(Catalogue.entity)
    return Label(
      entities.map(\.indefinite).joined(separator: " or "),
      vi: entities.map { $0.label.vi.lowercased() }.joined(separator: " hay "))
  }
}
