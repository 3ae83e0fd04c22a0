import CRMValues

/// The name of a saved mapping is that of one only, however it comes to be.
final class ImportMappingRules: Rules {
  static let kind = Kind.importMapping

  private unowned let writer: Writer
  private let name: Int

  init(_ writer: Writer) throws {
    self.writer = writer
    name = try ImportMappingField.name.position
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    guard changed?.contains(name) ?? true, let text = values[name].text else { return }
    let find = try writer.cache.statement("SELECT id, name FROM import_mapping")
    var taken = false
    while try find.step() {
      if find.integer(0) != old?.id, folded(find.text(1) ?? "") == folded(text) { taken = true }
    }
    guard taken else { return }
    throw CRMError(
      .conflict, "there is an import mapping “\(text)” already", vi: "đã có mẫu nhập “\(text)”")
  }
}
