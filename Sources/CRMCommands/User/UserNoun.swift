import CRMCore
import CRMEngine
import CRMValues

extension Noun {
  static let user = Noun(.user) { noun in
    noun.section = Sections.records
    noun.verbs = { [LeaveCommand.command] }
    noun.notes = { user in
      guard user["role"].isNull, let login = user["code"].text else { return [] }
      let word = shellWord(login)
      return [
        Label(
          "\(login) has no role, and so sees and changes everything: crm user edit \(word) --role …",
          vi: "\(login) chưa có nhóm quyền nên xem và sửa được tất cả: crm user edit \(word) "
            + "--role …")
      ]
    }
    noun.inUseHints = { login in
      let word = shellWord(login)
      return [
        Label(
          "Who leaves hands over and stays known: crm user leave \(word) --to USER",
          vi: "Người nghỉ việc thì bàn giao, tên vẫn còn: crm user leave \(word) --to NHÂN-VIÊN")
      ]
    }
  }
}
