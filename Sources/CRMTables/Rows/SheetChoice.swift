import CRMValues

/// Which sheet of a file is meant: `2` for the second, else a name in any case.
public enum SheetChoice: Sendable, Hashable {
  case place(Int)
  case name(String)

  /// Reads what `--sheet` was given; digits only are a place from 1.
  public init(_ text: String) {
    self = Int(text).map(SheetChoice.place) ?? .name(text)
  }

  /// Returns the index of the sheet in `source.sheets`.
  ///
  /// A sheet whose name is the text as it stands wins over one that differs in case, and a name
  /// of digits over a place. Throws a `CRMError` that lists the sheets where there is none.
  public func index(in source: any TableSource) throws -> Int {
    let names = source.sheets.map { $0.name ?? "" }
    let text: String
    switch self {
    case .place(let place): text = String(place)
    case .name(let name): text = name
    }
    let key = folded(text)
    if let index = names.firstIndex(of: text) ?? names.firstIndex(where: { folded($0) == key }) {
      return index
    }
    if case .place(let place) = self, names.indices.contains(place - 1) { return place - 1 }
    let known = names.prefix(20).map { "“\($0)”" }.joined(separator: ", ")
    throw CRMError(
      .request, "\(source.name): there is no sheet “\(text)”",
      vi: "\(source.name): không có trang tính “\(text)”",
      hints: [Label("The sheets: \(known)", vi: "Các trang tính: \(known)")])
  }
}
