import CRMCore
import CRMEngine
import CRMTables

/// What an import did as JSON: counts, and the codes of the records it touched. The codes come
/// out of the change log one by one, however many they are.
struct ImportResult {
  private let sheets: [ImportedSheetRun]
  private let landed: Bool

  init(_ sheets: [ImportedSheetRun], landed: Bool) {
    self.sheets = sheets
    self.landed = landed
  }

  /// Writes one object; of several sheets one with the sums and an array of sheets.
  ///
  /// - Parameter reader: what the codes are read by; nil where nothing was touched.
  func write(to session: Session, reader: Reader?) throws {
    let output = JSONPieces(session)
    if let sheet = sheets.first, sheets.count == 1 {
      try write(sheet, output, session, reader)
      output.text(",\(try state(reader))}\n")
    } else {
      output.text("{\"sheets\":[")
      for (place, sheet) in sheets.enumerated() {
        output.text(place == 0 ? "\n" : ",\n")
        try write(sheet, output, session, reader)
        output.text("}")
      }
      var sum = ImportReport(kind: Nouns.main)
      for sheet in sheets { sum.add(sheet.report) }
      output.text("],\n\(counts(sum)),\(try state(reader))}\n")
    }
    try output.flush()
  }

  /// The number of the operation is null where nothing has changed.
  private func state(_ reader: Reader?) throws -> String {
    var number = "null"
    if landed, let reader, let operation = sheets.first?.noted?.operation,
      try OperationLog.operation(reader, operation) != nil
    {
      number = String(operation)
    }
    return "\"landed\":\(landed),\"operation\":\(number)"
  }

  private func counts(_ report: ImportReport) -> String {
    "\"rows\":\(report.rows),\"read\":\(report.read),\"added\":\(report.added),"
      + "\"updated\":\(report.updated),\"unchanged\":\(report.unchanged),"
      + "\"rejected\":\(report.rejected),\"rejected_rows\":\(report.rejectedRows)"
  }

  private func write(
    _ sheet: ImportedSheetRun, _ output: JSONPieces, _ session: Session, _ reader: Reader?
  ) throws {
    let report = sheet.report
    let name = sheets.count > 1 ? sheet.sheet.name.map { OutputCell.text($0).json } : nil
    output.text("{\(name.map { "\"sheet\":\($0)," } ?? "")\"kind\":\"\(report.kind.rawValue)\",")
    let rejects = sheet.noted?.rejects.map { OutputCell.text($0).json } ?? "null"
    output.text("\(counts(report)),\"rejects\":\(rejects),\"codes\":{")
    for (place, effect) in ImportLog.Effect.allCases.enumerated() {
      output.text("\(place == 0 ? "" : ",")\"\(effect.rawValue)\":[")
      var isFirst = true
      if let reader, let noted = sheet.noted {
        try ImportLog.codes(reader, of: noted, effect) { code in
          output.text((isFirst ? "" : ",") + OutputCell.text(code).json)
          isFirst = false
          try output.flushIfFull()
        }
      }
      output.text("]")
    }
    output.text("}")
  }
}

/// Text on its way to standard output, in pieces of a size.
private final class JSONPieces {
  private let session: Session
  private var pending = ""

  init(_ session: Session) { self.session = session }

  func text(_ text: String) { pending += text }

  func flushIfFull() throws {
    if pending.utf8.count >= 1 << 16 { try flush() }
  }

  func flush() throws {
    try pending.withUTF8 { try session.environment.output.write(UnsafeRawBufferPointer($0)) }
    pending = ""
  }
}
