import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm tier apply`: gives all customers the automatic tiers whose conditions hold
/// (RULES 4.6).
enum TierApplyCommand {
  static var command: Command<Session> {
    Command(
      ["tier", "apply"],
      Label("Promote customers to the automatic tiers", vi: "Áp dụng phân cấp tự động"),
      details: [
        Label(
          "Automatic tiers promote by themselves whenever a customer or what belongs to it is "
            + "written; this does it for all, after a tier was added or as days go by. The "
            + "highest rank whose condition holds wins. Only tiers that demote take back.",
          vi: "Phân cấp tự động tự áp dụng mỗi khi khách hàng hoặc dữ liệu của khách được ghi; "
            + "lệnh này áp dụng cho mọi khách, sau khi thêm phân cấp hoặc theo thời gian. Hạng cao "
            + "nhất thỏa điều kiện được chọn. Chỉ phân cấp tự hạ cấp mới bị bỏ khi không còn thỏa "
            + "điều kiện.")
      ],
      examples: [
        Example(
          "crm tier apply --dry-run",
          Label("Who would be promoted", vi: "Xem ai sẽ được lên cấp"))
      ],
      writes: { _, _ in
        Work { writing in
          let applied = try writing.writer.applyTiers()
          if applied.isEmpty {
            writing.say("There is no automatic tier.", vi: "Chưa có phân cấp tự động.")
          }
          for tier in applied {
            writing.say(
              "\(tier.name): \(tier.gained.counted(.en)) in, \(tier.lost.counted(.en)) out.",
              vi: "\(tier.name): \(writing.tense(.add).vi.lowercased()) "
                + "\(tier.gained.counted(.vi)), bớt \(tier.lost.counted(.vi)).")
          }
        }
      })
  }
}
