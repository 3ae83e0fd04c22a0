import CRMTables
import CRMValues

/// Rows that name records of their own kind which stand further down in the file.
extension Importer {
  /// Whether a row is only at fault in naming records of its own kind, which may still come: a
  /// customer's referrer, a unit's parent. So many rows are held.
  func waits(for problems: [Rejection]) -> Bool {
    !problems.isEmpty && mayWait && waiting.count < 10_000
      && waitingBytes < ImportSizes.held
      && problems.allSatisfy { $0.field.map(ownReferences.contains) ?? false }
  }

  /// Takes the rows that waited, each behind those that it names, as often as that brings one more
  /// in. Those that are left name each other in a ring, or a record that there is not.
  func takeWaiting() throws {
    let typing = typing()
    while !waiting.isEmpty {
      let rows = waiting.sorted { $0.line < $1.line }
      waiting = []
      waitingBytes = 0
      let named = try WaitingRings(plan.entity, ownReferences, rows.map(typing.read))
      // Those that stay refused are told in the order of the file.
      if !mayWait { rings = named }
      for place in mayWait ? named.order : Array(rows.indices) {
        var typed = try typing.read(rows[place])
        try take(&typed)
      }
      mayWait = waiting.count < rows.count
    }
  }

  func remember(
    _ references: [(position: Int, fallback: Int, text: String)], _ id: Int64
  ) {
    // What is longer than a name is no name of a record that comes.
    for reference in references where late.count < 50_000 && reference.text.utf8.count < 1_000 {
      late.append((id, reference.position, reference.fallback, reference.text))
    }
  }

  /// What is only known once the other sheets are in: a unit's manager.
  func keepAwaited() {
    awaited = late.filter { $0.position == $0.fallback }.map {
      AwaitedReference(record: $0.record, position: $0.position, text: $0.text)
    }
    late.removeAll { $0.position == $0.fallback }
  }

  /// Refers to the records that came after the text that names them had been taken for a mere
  /// name: a customer's employer.
  func linkLate() throws {
    keepAwaited()
    for reference in late {
      guard let id = try reading.known(plan.entity.kind, reference.text), id != reference.record
      else { continue }
      try writer.edit(
        plan.entity.kind, reference.record,
        [(reference.position, .integer(id)), (reference.fallback, .null)])
    }
    late = []
  }
}

/// A field of a record that came in, and the text that names a record of a later sheet.
public struct AwaitedReference: Sendable {
  let record: Int64
  let position: Int
  let text: String
}

extension Writer {
  /// Refers to the records that came in with later sheets.
  ///
  /// - Returns: what is to be said of those that did not come.
  public func link(_ awaited: [AwaitedReference], of entity: Entity) throws -> [Label] {
    var lacking: [Label] = []
    for reference in awaited {
      let field = entity.fields[reference.position]
      guard let target = field.target else { continue }
      let ids = try resolve(target, cleaned(reference.text))
      if let id = ids.first, ids.count == 1 {
        try edit(entity.kind, reference.record, [(reference.position, .integer(id))])
        continue
      }
      let record = entity.called(try label(entity.kind, reference.record))
      let missing = self.entity(target).called("“\(reference.text)”")
      lacking.append(
        Label(
          "\(record.en) has no \(field.label.en.lowercased()): there is no \(missing.en)",
          vi: "\(record.vi) chưa có \(field.label.vi.lowercased()): không có \(missing.vi)"))
    }
    return lacking
  }
}
