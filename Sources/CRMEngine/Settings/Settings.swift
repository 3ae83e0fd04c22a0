import CRMValues

extension Setting where Value == String {
  public static let leapDay = Setting(
    "leap_day",
    oneOf: [
      Choice("february-28", Label("28 February", vi: "28/02")),
      Choice("march-1", Label("1 March", vi: "01/03")),
    ], "february-28", Label("Birthdays of 29 February", vi: "Sinh nhật 29/02"),
    help: Label(
      "On which day they are told in a year without 29 February.",
      vi: "Nhắc vào ngày nào trong năm không có 29/02."))
}

extension DeclaredSetting {
  /// Every setting, in the order `crm config list` shows them.
  public static func all(_ catalogue: Catalogue) -> [DeclaredSetting] {
    catalogue.ownSettings
      + catalogue.nounKinds.compactMap { Setting(panelsOf: $0, catalogue)?.declared }
      + catalogue.nounKinds.map { Setting(columnsOf: catalogue.entity($0)).declared }
      + catalogue.nounKinds.compactMap { Setting(approvalOf: catalogue.entity($0))?.declared }
      + catalogue.nounKinds.compactMap { Setting(codesOf: catalogue.entity($0))?.declared }
  }

  /// Returns the setting of a key, dashes and underscores alike.
  ///
  /// - Throws: ``CRMError`` that names the nearest.
  public static func named(
    _ text: String, _ catalogue: Catalogue
  ) throws -> DeclaredSetting {
    let all = all(catalogue)
    let wanted = plain(text)
    if let found = all.first(where: { plain($0.key) == wanted }) { return found }
    let near = nearest(to: text, among: all.map(\.key))
    throw CRMError(
      .request, "there is no setting “\(text)”", vi: "không có thiết lập “\(text)”",
      hints: near.isEmpty
        ? [Label("crm config list shows them all.", vi: "crm config list liệt kê tất cả.")]
        : Label.didYouMean(near))
  }

  private static func plain(_ key: String) -> String {
    String(key.lowercased().map { $0 == "_" ? "-" : $0 })
  }
}
