import CRMValues

/// Whether what a command tells of has happened, or would but for `--dry-run`.
enum Tense: Sendable {
  case past
  case conditional

  /// Returns the words of a deed: `Changed`, or `Would change`.
  func callAsFunction(_ deed: Deed) -> Label {
    switch self {
    case .past: return deed.past
    case .conditional: return deed.conditional
    }
  }
}

/// What a command does to records, as it is told afterwards: `Changed`, `Would change`.
struct Deed: Sendable {
  let past: Label
  let conditional: Label

  /// - Parameters:
  ///   - verb: the English verb as it follows “would”.
  ///   - past: the same as a sentence about what was done begins.
  ///   - vi: the Vietnamese verb, which stands behind “Đã” or “Sẽ”.
  init(_ verb: String, past: String, vi: String) {
    self.past = Label(past, vi: "Đã \(vi)")
    conditional = Label("Would \(verb)", vi: "Sẽ \(vi)")
  }

  /// A deed whose two forms do not follow from one verb.
  init(past: Label, conditional: Label) {
    self.past = past
    self.conditional = conditional
  }

  static let add = Deed("add", past: "Added", vi: "thêm")
  static let change = Deed("change", past: "Changed", vi: "sửa")
  static let alter = Deed("change", past: "Changed", vi: "đổi")
  /// A change that Vietnamese calls by its own verb: `Đã chuyển nhóm của`.
  static func change(vi: String) -> Deed { Deed("change", past: "Changed", vi: vi) }

  static let delete = Deed("delete", past: "Deleted", vi: "xóa")
}
