import CRMCore
import CRMEngine
import CRMValues

/// The nouns as options name them.
enum Nouns {
  /// Returns the kind of a noun.
  ///
  /// - Throws: ``CRMError`` of kind usage that names the nearest.
  static func kind(_ word: String) throws -> Kind {
    if let kind = Catalogue.noun(word) { return kind }
    let near = nearest(to: word, among: Catalogue.nouns.map(\.rawValue))
    let list = near.isEmpty ? Catalogue.nouns.map(\.rawValue) : near
    throw CRMError(
      .usage, "there is no kind of record “\(word)”", vi: "không có loại bản ghi “\(word)”",
      hints: [
        Label(
          "One of: \(list.joined(separator: ", "))",
          vi: "Một trong: \(list.joined(separator: ", "))")
      ])
  }
}
