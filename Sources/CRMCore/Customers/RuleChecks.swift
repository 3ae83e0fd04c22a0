import CRMValues

extension Writer {
  /// Refuses a view, tier or common-customer rule whose condition cannot be asked, and automatic
  /// tiers of which it would not be clear which one holds.
  ///
  /// - Parameters:
  ///   - changed: the positions that change; nil for a new record.
  ///   - id: the record itself, when it is changed.
  /// - Throws: ``CRMError`` that names the unknown field or the other tier.
  func checkRule(
    _ entity: Entity, _ values: [Value], changed: [Int]? = nil, except id: Int64? = nil
  ) throws {
    let asked: Set<String>
    switch entity.kind {
    case .view: asked = ["kind", "condition", "columns", "sort"]
    case .tier: asked = ["condition", "automatic", "rank"]
    case .commonRule: asked = ["condition", "active"]
    default: return
    }
    if let changed, !changed.contains(where: { asked.contains(entity.fields[$0].name) }) { return }
    try checkSaved(entity, values)
    if entity.kind == .tier { try checkTier(entity, values, except: id) }
  }

  private func checkTier(_ entity: Entity, _ values: [Value], except id: Int64?) throws {
    func value(_ name: String) -> Value { entity.position(of: name).map { values[$0] } ?? .null }
    guard value("automatic") == .integer(1) else { return }
    guard let text = value("condition").text, let condition = try? Expression(parsing: text) else {
      throw CRMError(
        .request, "an automatic tier needs a condition", vi: "phân cấp tự động cần có điều kiện",
        hints: [
          Label(
            "Example: --condition 'orders.total >= 50tr'",
            vi: "Ví dụ: --condition 'orders.total >= 50tr'")
        ])
    }
    let rank = value("rank").integer ?? 0
    for other in try CustomerRules(cache).tiers where other.id != id {
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
