import CRMEngine
import CRMValues

extension Reader {
  /// Refuses to give records to somebody who does not work here any more (issue 4).
  ///
  /// - Throws: ``CRMError`` that names the user.
  public func checkActive(_ user: Int64) throws {
    guard let record = try record(.user, user), try record[UserField.active].integer == 0
    else { return }
    let login = try record[UserField.code].text ?? ""
    let name = try record[UserField.name].text ?? ""
    throw CRMError(
      .request, "user \(login) (\(name)) no longer works here",
      vi: "nhân viên \(login) (\(name)) đã nghỉ việc",
      hints: [
        Label(
          "Name somebody else, or: crm user edit \(login) --active yes",
          vi: "Hãy chọn người khác, hoặc: crm user edit \(login) --active yes")
      ])
  }
}
