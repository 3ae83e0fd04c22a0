import CRMEngine
import CRMValues

/// A tier of which it is clear who gets it, where it is automatic.
final class TierRules: Rules {
  static let kind = Kind.tier

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    let asked = try [TierField.condition, .automatic, .rank].map { try $0.position }
    guard changed?.contains(where: asked.contains) ?? true else { return }
    try checkAutomatic(values, except: old?.id)
  }

  func follow(_ written: Written) throws {
    try writer.rules(CustomerRules.self).knownAutomaticRules = nil
    let moving = try [TierField.condition, .automatic, .rank, .demotes].map { try $0.position }
    if written.changes(moving) { try writer.applyTier(written.id) }
  }

  private func checkAutomatic(_ values: [Value], except id: Int64?) throws {
    func value(_ field: TierField) throws -> Value { values[try field.position] }
    guard try value(.automatic) == .integer(1) else { return }
    guard let text = try value(.condition).text, let condition = try? Expression(parsing: text)
    else {
      throw CRMError(
        .request, "an automatic tier needs a condition", vi: "phân cấp tự động cần có điều kiện",
        hints: [
          Label(
            "Example: --condition 'orders.total >= 50tr'",
            vi: "Ví dụ: --condition 'orders.total >= 50tr'")
        ])
    }
    let rank = try value(.rank).integer ?? 0
    for other in try AutomaticRules(writer.cache).tiers where other.id != id {
      if other.rank == rank {
        throw CRMError(
          .conflict,
          "tier \(other.name) is automatic with rank \(rank), too: it would not be clear which "
            + "one a customer gets",
          vi: "phân cấp \(other.name) cũng tự động với hạng \(rank): không rõ khách hàng vào "
            + "phân cấp nào",
          hints: [
            Label(
              "Give each automatic tier a rank of its own with --rank N.",
              vi: "Hãy cho mỗi phân cấp tự động một hạng riêng bằng --rank N.")
          ])
      }
      if other.condition == condition {
        throw CRMError(
          .conflict,
          "tier \(other.name) is automatic on the same condition: the lower of the two would "
            + "have no customers",
          vi: "phân cấp \(other.name) cũng tự động với cùng điều kiện: phân cấp thấp hơn sẽ không "
            + "có khách hàng",
          hints: [
            Label(
              "Change one of the conditions; where several hold, the highest rank wins.",
              vi: "Hãy sửa một trong hai điều kiện; khi nhiều điều kiện cùng đúng, hạng cao nhất "
                + "được chọn.")
          ])
      }
    }
  }
}
