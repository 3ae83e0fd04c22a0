import CRMEngine
import CRMValues

extension Reader {
  /// Refuses to give records to somebody who does not work here any more (issue 4).
  ///
  /// - Throws: ``CRMError`` that names the user.
  public func checkActive(_ user: Int64) throws {
    guard let record = try record(.user, user), record["active"].integer == 0 else { return }
    let login = record["code"].text ?? ""
    throw CRMError(
      .request, "user \(login) (\(record["name"].text ?? "")) no longer works here",
      vi: "nhân viên \(login) (\(record["name"].text ?? "")) đã nghỉ việc",
      hints: [
        Label(
          "Name somebody else, or: crm user edit \(login) --active yes",
          vi: "Hãy chọn người khác, hoặc: crm user edit \(login) --active yes")
      ])
  }
}
