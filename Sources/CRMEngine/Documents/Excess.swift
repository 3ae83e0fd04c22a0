import CRMValues

extension Entity {
  /// The fields that hold what one field exceeds another by.
  var differences: [(whole: Field, part: Field)] {
    fields.compactMap { field in
      guard case .difference(let whole, let part) = field.follows, let whole = self.field(whole),
        let part = self.field(part)
      else { return nil }
      return (whole, part)
    }
  }
}

/// By how much a part, such as what is paid, is more than the whole it is of; which no change may
/// make worse.
struct Excess {
  private let writer: Writer
  private let entity: Entity
  private let whole, part: Field
  private let read: PreparedStatement

  init(_ fields: (whole: Field, part: Field), _ entity: Entity, _ writer: Writer) throws {
    (whole, part) = fields
    self.entity = entity
    self.writer = writer
    read = try writer.cache.statement(
      "SELECT \(Schema.quoted(whole.name)), \(Schema.quoted(part.name)) FROM \(entity.table) "
        + "WHERE id = ?")
  }

  private func figures(_ id: Int64) throws -> (whole: Int64, part: Int64) {
    read.bind(1, id)
    guard try read.step() else { return (0, 0) }
    defer { read.reset() }
    return (read.integer(0), read.integer(1))
  }

  /// Returns the excess of a record, 0 where there is none.
  func amount(_ id: Int64) throws -> Int64 {
    let (whole, part) = try figures(id)
    return part > 0 ? max(0, part.subtractingReportingOverflow(max(whole, 0)).partialValue) : 0
  }

  /// Refuses that the excess of a record has grown.
  func refuseGrowth(_ id: Int64, from before: Int64) throws {
    guard try amount(id) > before else { return }
    let (whole, part) = try figures(id)
    throw Excess.error(
      entity, try writer.label(entity.kind, id), (self.whole, whole), (self.part, part))
  }

  static func error(
    _ entity: Entity, _ code: String, _ whole: (field: Field, value: Int64),
    _ part: (field: Field, value: Int64)
  ) -> CRMError {
    CRMError(
      .conflict,
      "\(entity.called(code).en): \(part.field.label.en) \(Money.text(part.value, .en)) would be more "
        + "than \(whole.field.label.en) \(Money.text(whole.value, .en))",
      vi:
        "\(entity.called(code).vi): \(part.field.label.vi) \(Money.text(part.value, .vi)) sẽ nhiều hơn "
        + "\(whole.field.label.vi) \(Money.text(whole.value, .vi))")
  }
}
