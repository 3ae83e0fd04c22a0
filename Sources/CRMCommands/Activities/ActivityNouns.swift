import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension Noun {
  static let task = Noun(.task) { noun in
    noun.examples = { verb in
      verb == "add"
        ? [
          Example(
            "crm task add KH000001 'Gọi lại báo giá' --due 'mai 14h' --performers lan",
            Label("A task for a customer", vi: "Công việc với một khách hàng")),
          Example(
            "crm task add 'Dọn kho' --due friday",
            Label("One without a customer", vi: "Công việc không có khách hàng")),
        ] : nil
    }
    noun.searchRank = 9
  }

  static let appointment = Noun(.appointment) { noun in
    noun.examples = { verb in
      verb == "add"
        ? [
          Example(
            "crm appointment add KH000001 'Gặp ở quán' --start 'mai 9h' --duration 45p",
            Label("A meeting of three quarters of an hour", vi: "Cuộc hẹn 45 phút"))
        ] : nil
    }
    noun.searchRank = 10
  }

  static let call = Noun(.call) { noun in
    noun.criteria = Noun.Criteria(
      options: { FieldCriteria.options(Catalogue.entity(.call)) + [connected] },
      conditions: { session, reader, _ in
        let conditions = FieldCriteria.conditions(reader.entity(.call), session)
        guard session.invocation.has("connected") else { return conditions }
        let path = FieldPath(CallField.callStatus.rawValue, CallStatusField.connected.rawValue)
        return conditions + [.comparison(Comparison(path, .compare(.equals, Literal("yes"))))]
      })
    noun.examples = { verb in
      verb == "add"
        ? [
          Example(
            "crm call add KH000001 --direction out --call-status 'Nghe máy' --duration 3p20s",
            Label("A call that was answered", vi: "Cuộc gọi có nghe máy"))
        ] : nil
    }
    noun.verbs = { [DialCommand.command] }
    noun.searchRank = 11
  }

  private static let connected = Option(
    "connected",
    Label("Calls in which people spoke with each other", vi: "Cuộc gọi đã kết nối"),
    heading: FieldCriteria.heading)

  static let note = Noun(.note) { $0.searchRank = 12 }

  static let consultation = Noun(.consultation) { noun in
    noun.examples = { verb in
      verb == "add"
        ? [
          Example(
            "crm consultation add KH000001 --products SP001 --content 'Cần loại bền màu'",
            Label("What a customer was advised", vi: "Nội dung tư vấn cho khách hàng"))
        ] : nil
    }
    noun.searchRank = 13
  }
}
