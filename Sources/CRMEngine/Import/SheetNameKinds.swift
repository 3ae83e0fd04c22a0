/// Finds the kind that the name of a sheet stands for: the noun or either label, singular or
/// plural. A sheet that goes on as `… (2)` is of the same kind.
struct SheetNameKinds {
  private var kinds: [String: Kind] = [:]

  init(_ catalogue: Catalogue) {
    for kind in catalogue.nounKinds {
      let entity = catalogue.entity(kind)
      for name in [
        kind.rawValue, entity.plural.en, entity.plural.vi, entity.label.en, entity.label.vi,
      ] where kinds[Headings.key(name)] == nil {
        kinds[Headings.key(name)] = kind
      }
    }
  }

  func kind(_ sheetName: String) -> Kind? {
    var name = sheetName
    if name.last == ")", let open = name.lastIndex(of: "("),
      name[name.index(after: open)...].dropLast().allSatisfy(\.isNumber)
    {
      name = String(name[..<open])
    }
    return kinds[Headings.key(name)]
  }
}
