import CRMCatalogue
import CRMTables
import CRMValues

/// Which column of a file fills which field; worked out once from the headings.
struct ColumnPlan {
  struct Column {
    let index: Int
    let target: Headings.Target
    let field: Field
  }

  let entity: Entity
  let lines: Entity?
  private(set) var columns: [Column] = []
  private(set) var unknown: [String] = []
  private(set) var computed: [String] = []
  let headings: [String]

  /// The columns of the record itself, and those of a document's lines.
  var own: [Column] { columns.filter { if case .field = $0.target { true } else { false } } }
  var line: [Column] { columns.filter { if case .line = $0.target { true } else { false } } }

  /// - Throws: ``CRMError`` for a field named twice, a mapping to an unknown field, no known
  ///   column, or a missing required one.
  init(_ headings: [String], file: String, options: ImportOptions) throws {
    self.headings = headings
    let kind =
      try options.kind
      ?? ColumnPlan.kind(of: headings, file: file, onlyUpdates: options.mode == .update)
    entity = Catalogue.entity(kind)
    let known = Headings(entity)
    lines = known.lines
    var targets: [Headings.Target: String] = [:]
    for (index, heading) in headings.enumerated() {
      guard let target = try ColumnPlan.target(heading, known, options) else {
        if !heading.isEmpty { unknown.append(heading) }
        continue
      }
      guard let field = known.field(target) else { continue }
      if field.access == .computed {
        computed.append(heading)
        continue
      }
      if let other = targets[target] {
        throw CRMError(
          .request,
          "\(file): columns “\(other)” and “\(heading)” both fill \(field.label.en)",
          vi: "\(file): hai cột “\(other)” và “\(heading)” cùng điền \(field.label.vi)",
          hints: [
            Label(
              "Rename one, or leave it out with --map \"\(heading)=\".",
              vi: "Hãy đổi tên một cột, hoặc bỏ qua bằng --map \"\(heading)=\".")
          ])
      }
      targets[target] = heading
      columns.append(Column(index: index, target: target, field: field))
    }
    guard !columns.isEmpty else {
      throw CRMError(
        .request,
        "\(file): no column fills a field of \(entity.plural.en.lowercased()); "
          + "the headings are: " + headings.joined(separator: ", "),
        vi: "\(file): không cột nào ứng với trường của \(entity.label.vi.lowercased()); "
          + "các tiêu đề là: " + headings.joined(separator: ", "),
        hints: [
          Label(
            "Map columns with --map \"Heading=field\"; fields are listed by: "
              + "crm help \(entity.kind.rawValue) add",
            vi: "Hãy chỉ cột bằng --map \"Tiêu đề=trường\"; xem các trường bằng: "
              + "crm help \(entity.kind.rawValue) add")
        ])
    }
    for (heading, _) in options.map
    where !headings.contains(where: { Headings.key($0) == Headings.key(heading) }) {
      throw CRMError(
        .request, "\(file) has no column “\(heading)”", vi: "\(file) không có cột “\(heading)”",
        hints: [
          Label(
            "The headings are: " + headings.joined(separator: ", "),
            vi: "Các tiêu đề là: " + headings.joined(separator: ", "))
        ])
    }
    if options.mode != .update { try requireColumns(file, targets) }
  }

  private static func kind(
    of headings: [String], file: String, onlyUpdates: Bool
  ) throws -> Kind {
    let kinds = Headings.kinds(of: headings, onlyUpdates: onlyUpdates)
    if let kind = kinds.first, kinds.count == 1 { return kind }
    let list = headings.joined(separator: ", ")
    guard !kinds.isEmpty else {
      throw CRMError(
        .request, "\(file): no column is recognised; the headings are: " + list,
        vi: "\(file): không nhận ra cột nào; các tiêu đề là: " + list,
        hints: [
          Label(
            "Name the kind with --into KIND and columns with --map \"Heading=field\".",
            vi: "Hãy chỉ loại bằng --into LOẠI và cột bằng --map \"Tiêu đề=trường\".")
        ])
    }
    let nouns = kinds.map(\.rawValue).joined(separator: ", ")
    throw CRMError(
      .request, "\(file): the headings (\(list)) fit several kinds: \(nouns)",
      vi: "\(file): các tiêu đề (\(list)) hợp với nhiều loại: \(nouns)",
      hints: [Label("Name the kind with --into KIND.", vi: "Hãy chỉ loại bằng --into LOẠI.")])
  }

  private func requireColumns(_ file: String, _ targets: [Headings.Target: String]) throws {
    var missing: [Field] = []
    for (position, field) in entity.fields.enumerated()
    where field.required || entity.requiredOnImport.contains(field.name) {
      if targets[.field(position)] == nil { missing.append(field) }
    }
    guard !missing.isEmpty else { return }
    let en = missing.map(\.label.en).joined(separator: ", ")
    let vi = missing.map(\.label.vi).joined(separator: ", ")
    throw CRMError(
      .request, "\(file): \(entity.plural.en.lowercased()) need a column for: \(en)",
      vi: "\(file): \(entity.label.vi.lowercased()) cần có cột: \(vi)",
      hints: [
        Label(
          "Name the column that holds it with --map \"Heading=field\".",
          vi: "Hãy chỉ cột chứa nó bằng --map \"Tiêu đề=trường\".")
      ])
  }

  private static func target(
    _ heading: String, _ known: Headings, _ options: ImportOptions
  ) throws -> Headings.Target? {
    guard
      let mapping = options.map.first(where: {
        Headings.key($0.heading) == Headings.key(heading)
      })
    else { return known.target(heading) }
    if mapping.field.isEmpty { return nil }
    if let position = known.entity.position(of: mapping.field) { return .field(position) }
    if let target = known.target(mapping.field) { return target }
    let names = known.entity.fields.map(\.name)
    let near = nearest(to: mapping.field, among: names)
    throw CRMError(
      .request,
      "--map: there is no field “\(mapping.field)” of \(known.entity.plural.en.lowercased())",
      vi: "--map: không có trường “\(mapping.field)” của \(known.entity.label.vi.lowercased())",
      hints: near.isEmpty
        ? []
        : [
          Label(
            "Did you mean \(near.joined(separator: ", "))?",
            vi: "Có phải bạn muốn: \(near.joined(separator: ", "))?")
        ])
  }
}
