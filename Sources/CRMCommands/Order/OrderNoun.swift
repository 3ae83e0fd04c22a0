import CRMArguments
import CRMCore
import CRMValues

extension Noun {
  static let order = Noun(.order) { noun in
    noun.searchRank = 8
    noun.told = OrderField.total.rawValue
    noun.examples = { verb in
      verb == "add"
        ? [
          Example(
            "crm order add KH000001 --line SP000001:2 --dry-run",
            Label("Shows what an order would come to", vi: "Xem trước tổng tiền của đơn hàng"))
        ] : nil
    }
  }
}
