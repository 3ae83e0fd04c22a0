import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The lines of a document as options: `--line PRODUCT:QTY[:PRICE[:DISCOUNT%[:TAX%]]]`.
enum LineOptions {
  private static let heading = Label("Lines", vi: "Dòng hàng")
  private static let form = "PRODUCT:QTY[:PRICE[:DISCOUNT%[:TAX%]]]"

  static func line(_ entity: Entity) -> Option {
    option(
      "line", of: entity,
      Label(
        "A line; where left out the product's price and tax, the discount of the customer's tier",
        vi: "Một dòng hàng; bỏ trống thì lấy giá, thuế của sản phẩm, chiết khấu của phân cấp khách")
    )
  }

  /// For a change: `--line` replaces all lines.
  static func replacing(_ entity: Entity) -> Option {
    option(
      "line", of: entity,
      Label("A line; together they replace all lines", vi: "Một dòng hàng; thay toàn bộ dòng cũ"))
  }

  static func appending(_ entity: Entity) -> Option {
    option(
      "add-line", of: entity,
      Label(
        "A line to be added to those there are", vi: "Một dòng hàng thêm vào các dòng đang có"))
  }

  private static func option(_ name: String, of entity: Entity, _ label: Label) -> Option {
    let first = entity.lines.flatMap { typable(Catalogue.entity($0)).first }
    let completion = first?.target.map { Completion.codes(kind: $0.rawValue) } ?? .none
    return Option(name, value: .one(form, completion), label, repeats: true, heading: heading)
  }

  /// The fields of a line in the order in which they are typed.
  static func typable(_ lines: Entity) -> [Field] {
    lines.fields.filter { $0.access == .editable && $0 != lines.holder }
  }

  /// Returns the lines given by an option, nil where it is not given.
  static func typed(
    _ entity: Entity, _ invocation: Invocation, _ option: String = "line"
  ) throws -> [[TypedField]]? {
    guard let kind = entity.lines, invocation.declares(option), invocation.has(option) else {
      return nil
    }
    let lines = Catalogue.entity(kind)
    let names = typable(lines).map(\.name)
    return try invocation.values(option).map { text in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
        cleaned(String($0))
      }
      guard parts.count <= names.count, parts.first?.isEmpty == false else {
        throw malformed(text, option)
      }
      return zip(names, parts).compactMap { name, part in
        part.isEmpty ? nil : lines.typed(name, part)
      }
    }
  }

  private static func malformed(_ text: String, _ option: String) -> CRMError {
    CRMError(
      .usage, "--\(option) “\(text)” is not of the form \(form)",
      vi: "--\(option) “\(text)” không đúng dạng \(form)",
      hints: [
        Label(
          "Example: --\(option) SP000001:2:150000:5%",
          vi: "Ví dụ: --\(option) SP000001:2:150000:5%")
      ])
  }

  /// Adds typed lines to a document.
  ///
  /// - Returns: what is to be said of it.
  static func add(
    _ lines: [[TypedField]], to document: Int64, of entity: Entity, _ writing: Writing
  ) throws -> [Label] {
    guard let kind = entity.lines, !lines.isEmpty else { return [] }
    let writer = writing.writer
    let lineEntity = Catalogue.entity(kind)
    let discount = lineEntity.position(of: "discount")
    let ofTier = try writer.tierDiscount(ofDocument: document, entity.kind)
    var isGiven = false
    for line in lines {
      var values = lineEntity.values()
      let changes = try writer.read(line, of: lineEntity).changes
      for change in changes { values[change.position] = change.value }
      if ofTier != nil, !changes.contains(where: { $0.position == discount }) { isGiven = true }
      try writer.addLine(lineEntity, to: document, values)
    }
    guard isGiven, let ofTier, let discount else { return [] }
    let percent = try FieldText.text(
      ofTier.percent, lineEntity.fields[discount], writer, writing.session)
    return [
      Label(
        "Discount of tier \(ofTier.tier): \(percent)",
        vi: "Chiết khấu theo phân cấp \(ofTier.tier): \(percent)")
    ]
  }

  /// Adds the lines of one document to another.
  static func copy(
    from source: Int64, to document: Int64, of entity: Entity, _ writer: Writer
  ) throws {
    guard let kind = entity.lines else { return }
    let lineEntity = Catalogue.entity(kind)
    for id in try writer.lineIDs(lineEntity, of: source) {
      guard let record = try writer.record(kind, id) else { continue }
      try writer.addLine(lineEntity, to: document, record.values)
    }
  }

  /// In a dry run, writes a document's lines and totals on standard output.
  static func preview(_ document: Int64, of entity: Entity, _ writing: Writing) throws {
    guard writing.tense == .conditional else { return }
    let (writer, session) = (writing.writer, writing.session)
    try writer.settle()
    guard let lines = try LineRows(writer, of: entity.kind) else { return }
    var rows: [[Value]] = []
    try lines.each(of: document) { rows.append($0) }
    try session.putRows(
      rows, lines.columns.map { RowColumn($0.path, $0.kind, $0.label) }, key: "lines",
      title: heading, form: session.environment.isOutputTerminal ? .table : .tsv)
    guard let record = try writer.record(entity.kind, document) else { return }
    for name in ["subtotal", "tax_total", "total"] {
      guard let field = entity.field(name) else { continue }
      let amount = try FieldText.text(record[name], field, writer, session)
      try session.put("\(session.text(field.label))\t\(amount)")
    }
  }
}
