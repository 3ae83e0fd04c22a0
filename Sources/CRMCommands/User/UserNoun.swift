import CRMValues

extension Noun {
  static let user = Noun(.user) { noun in
    noun.section = Sections.records
    noun.verbs = { [LeaveCommand.command] }
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
