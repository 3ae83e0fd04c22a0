import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The codes a command takes as operands.
enum RecordOperands {
  /// Any number of codes, `-` for those on standard input.
  static func many(_ entity: Entity) -> Operand {
    Operand(
      "CODE",
      Label(
        "Codes, or exact names, phones, emails; - reads codes from standard input",
        vi: "Mã, hoặc đúng tên, điện thoại, email; - đọc mã từ đầu vào chuẩn"),
      arity: .many, completion: .codes(kind: entity.kind.rawValue))
  }

  /// One code.
  static func one(_ entity: Entity) -> Operand {
    Operand(
      "CODE",
      Label("A code, or an exact name, phone, email", vi: "Mã, hoặc đúng tên, điện thoại, email"),
      completion: .codes(kind: entity.kind.rawValue))
  }

  /// A code for examples.
  static func sampleCode(_ entity: Entity) -> String {
    entity.codePrefix.map { $0 + "000001" } ?? "lan"
  }
}
