import CRMValues

extension Entity {
  /// Returns what messages call a record: its kind in words, and its code or name.
  public func called(_ name: String) -> Label {
    Label("\(label.en.lowercased()) \(name)", vi: "\(label.vi.lowercased()) \(name)")
  }
}

extension [Label] {
  /// Returns the texts one after the other, in each language.
  public func joined(separator: String) -> Label {
    Label(map(\.en).joined(separator: separator), vi: map(\.vi).joined(separator: separator))
  }
}
