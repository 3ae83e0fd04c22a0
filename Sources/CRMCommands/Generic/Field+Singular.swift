import CRMCore
import CRMEngine

extension Field {
  /// The option of a field that takes several values, of one of them: `phone` of `phones`. None
  /// where the field takes one, or the kind has a field of that name (RULES 1.2).
  func singularOptions(_ entity: Entity, prefix: String = "") -> [String] {
    guard holdsSeveral, let singular = Field.singular(option),
      !entity.fields.contains(where: { $0.option == singular })
    else { return [] }
    return [prefix + singular]
  }

  /// Returns an English plural in the singular; nil for what is none.
  private static func singular(_ plural: String) -> String? {
    if plural.hasSuffix("ies") { return plural.dropLast(3) + "y" }
    return plural.hasSuffix("s") && !plural.hasSuffix("ss") ? String(plural.dropLast()) : nil
  }
}
