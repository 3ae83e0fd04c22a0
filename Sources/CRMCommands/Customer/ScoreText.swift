import CRMCore
import CRMEngine
import CRMValues

/// `crm customer show --explain`: what the score of a customer is the sum of.
enum ScoreText {
  static func put(_ id: Int64, _ session: Session, _ reader: Reader) throws {
    let parts = try ScoreParts(reader, customer: id)
    let code = try reader.label(.customer, id)
    let name = try reader.record(.customer, id)?["name"].text ?? ""
    try session.put("\(code) \(name)")
    for part in parts.groups {
      try session.put(
        "  "
          + session.text(
            Label("group \(part.name): \(part.points)", vi: "nhóm \(part.name): \(part.points)")))
    }
    for part in parts.types {
      let sum = "\(part.count) × \(part.points) = \(part.count * part.points)"
      try session.put(
        "  "
          + session.text(
            Label(
              "done transactions, \(part.name): \(sum)",
              vi: "giao dịch hoàn thành, \(part.name): \(sum)")))
    }
    let steps = parts.thresholds.map(String.init).joined(separator: ", ")
    try session.put(
      session.text(Label("Score: \(parts.score)", vi: "Điểm tiềm năng: \(parts.score)")))
    try session.put(
      session.text(
        Label(
          "Stars: \(parts.stars) (one star each from \(steps))",
          vi: "Xếp hạng tiềm năng: \(parts.stars) sao (mỗi mốc một sao: \(steps))")))
  }
}
