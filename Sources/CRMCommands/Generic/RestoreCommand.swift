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
            "Codes in the trash; - reads codes from standard input",
            vi: "Mã trong thùng rác; - đọc mã từ đầu vào chuẩn"),
          arity: .oneOrMore, completion: .custom("trash \(noun)"))
      ],
      options: GlobalOptions.writing.filter { $0.long == "dry-run" }, effect: .writes,
      examples: [
        Example(
          "crm \(noun) restore \(code)",
          Label("Takes \(code) out of the trash", vi: "Khôi phục \(code)"))
      ]
    ) { _, session in try run([entity.kind], session) }
  }

  /// Restores the codes of the operands, found in the trash of the given kinds.
  static func run(_ kinds: [Kind], _ session: Session) throws {
    let codes = try session.codes(session.invocation.operands)
    let counts = try session.write { writer in
      for code in codes {
        let (kind, id) = try writer.trashed(code, among: kinds)
        try writer.restore(kind, id)
      }
      if session.isDryRun { try Preview.put(writer, session) }
      return try writer.counts(of: .restore)
    }
    let what = RecordCounts.list(counts)
    let dry = session.isDryRun
    session.say(
      "\(dry ? "Would restore" : "Restored") \(what.en).",
      vi: "\(dry ? "Sẽ khôi phục" : "Đã khôi phục") \(what.vi).")
  }
}

extension Session {
  /// Returns operands as codes, `-` replaced by the lines of standard input.
  func codes(_ operands: [String]) throws -> [String] {
    var codes: [String] = []
    for operand in operands {
      guard operand == "-" else {
        codes.append(cleaned(operand))
        continue
      }
      while let line = environment.readLine() {
        let code = cleaned(line)
        if !code.isEmpty { codes.append(code) }
      }
    }
    return codes
  }
}
