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
    guard let taken = try writer.importMappingID(text), taken != old?.id else { return }
    throw CRMError(
      .conflict, "there is an import mapping “\(text)” already",
      vi: "đã có mẫu nhập khẩu "
        + "“\(text)”")
  }
}
