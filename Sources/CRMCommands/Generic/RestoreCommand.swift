import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN restore`: takes records out of the trash, with what went there with them.
enum RestoreCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let code = RecordOperands.sampleCode(entity)
    return Command(
      [noun, "restore"],
      Label(
        "Take \(entity.plural.en.lowercased()) out of the trash",
        vi: "Khôi phục \(entity.label.vi.lowercased()) từ thùng rác"),
      operands: [
        Operand(
          "CODE",
          Label(
            "Codes or names in the trash; - reads them from standard input",
            vi: "Mã hoặc tên trong thùng rác; - đọc từ đầu vào chuẩn"),
          arity: .oneOrMore, completion: .custom("trash \(noun)"))
      ],
      examples: [
        Example(
          "crm \(noun) restore \(code)",
          Label("Takes \(code) out of the trash", vi: "Khôi phục \(code)"))
      ],
      writes: { _, session in try work([entity.kind], session) })
  }

  /// Restores the codes of the operands, found in the trash of the given kinds.
  static func work(_ kinds: [Kind], _ session: Session) throws -> Work {
    let codes = try session.codes(session.invocation.operands, of: kinds)
    return Work { writing in
      let writer = writing.writer
      for code in codes {
        let (kind, id) = try writer.trashed(code, among: kinds)
        try writer.restore(kind, id)
      }
      let what = RecordCounts.list(try writer.counts(of: .restore))
      let words = writing.tense(Deed("restore", past: "Restored", vi: "khôi phục"))
      writing.say("\(words.en) \(what.en).", vi: "\(words.vi) \(what.vi).")
    }
  }
}

extension Session {
  /// Returns operands as codes of records of the kinds, `-` replaced by those on standard input.
  fileprivate func codes(_ operands: [String], of kinds: [Kind]) throws -> [String] {
    try operands.flatMap { operand in
      guard operand == "-" else { return [cleaned(operand)] }
      return try PipedCodes(kinds.map(Catalogue.entity)).read(readLine)
    }
  }
}
