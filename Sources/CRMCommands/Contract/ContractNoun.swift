import CRMArguments
import CRMValues

extension Noun {
  static let contract = Noun(.contract) { noun in
    noun.examples = { verb in
      verb == "add"
        ? [
          Example(
            "crm contract add KH000001 'Bảo trì' --value 120tr --term 12 "
              + "--mark-signed", Label("Adds a contract", vi: "Thêm hợp đồng"))
        ] : nil
    }
    noun.searchRank = 6
  }
}
