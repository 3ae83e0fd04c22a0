import CRMCore
import CRMEngine
import CRMValues

/// What a new customer should have and has not (RULES 4.1: always all three).
enum CustomerNotes {
  @Sendable static func notes(_ record: Record) -> [Label] {
    let entity = Catalogue.entity(.customer)
    let missing = ["source", "groups", "relationship"].compactMap { entity.field($0) }.filter {
      let value = record[$0.name]
      return value.isNull || value == .list([])
    }
    guard !missing.isEmpty else { return [] }
    let en = missing.map { $0.label.en.lowercased() }.joined(separator: ", ")
    let vi = missing.map { $0.label.vi.lowercased() }.joined(separator: ", ")
    let code = record["code"].text ?? ""
    let options = missing.map { "--\($0.option) …" }.joined(separator: " ")
    return [
      Label(
        "Still without \(en): crm customer edit \(code) \(options)",
        vi: "Còn thiếu \(vi): crm customer edit \(code) \(options)")
    ]
  }
}
