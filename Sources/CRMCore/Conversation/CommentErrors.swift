import CRMEngine
import CRMValues

/// What can be wrong with a comment.
enum CommentErrors {
  static func noUser(_ login: String) -> CRMError {
    CRMError(
      .notPermitted, "\(login) is no user and cannot comment",
      vi: "\(login) không phải là nhân viên nên không thể trao đổi",
      hints: [
        Label(
          "Say who comments with --as USER, or: crm user add --code \(login) --name …",
          vi: "Hãy chỉ người viết bằng --as TÀI-KHOẢN, hoặc: crm user add --code \(login) --name …")
      ])
  }

  static func notConcerned(_ login: String, _ customer: String) -> CRMError {
    CRMError(
      .notPermitted,
      "\(login) may not comment on customer \(customer): only its owner, its viewers, those it is "
        + "shared with for editing, those mentioned there and who added it may",
      vi: "\(login) không được trao đổi ở khách hàng \(customer): chỉ chủ sở hữu, người xem, "
        + "người được chia sẻ quyền sửa, người được nhắc tên và người tạo mới được",
      hints: [
        Label(
          "Make \(login) a viewer: crm customer viewer add \(customer) \(login)",
          vi: "Thêm \(login) làm người xem: crm customer viewer add \(customer) \(login)")
      ])
  }

  static func unknownMention(_ name: String, nearest: [String]) -> CRMError {
    let plain = Label(
      "For the plain word write @@\(name).", vi: "Nếu chỉ là văn bản thường, hãy viết @@\(name).")
    return CRMError(
      .request, "@\(name) is no user", vi: "@\(name) không phải tài khoản nhân viên",
      hints: Label.didYouMean(nearest.map { "@" + $0 }) + [plain])
  }

  static func mentionOfSeveral(_ name: String, _ logins: [String]) -> CRMError {
    let list = logins.map { "@" + $0 }.joined(separator: ", ")
    return CRMError(
      .request, "@\(name) is the name of several: \(list)",
      vi: "@\(name) là tên của nhiều người: \(list)",
      hints: [Label("Write the login.", vi: "Hãy ghi tài khoản.")])
  }

  /// - Parameter editors: who may make the user a viewer.
  static func cannotSee(
    _ login: String, _ customer: String, editors: [String]
  ) -> CRMError {
    CRMError(
      .request, "\(login) cannot see customer \(customer) and cannot be mentioned there",
      vi: "\(login) không xem được khách hàng \(customer) nên không nhắc tên ở đó được",
      hints: [
        Label(
          "Ask \(editors.isEmpty ? "who may edit it" : editors.joined(separator: ", ")) for: "
            + "crm customer viewer add \(customer) \(login)",
          vi: "Hãy nhờ \(editors.isEmpty ? "người được sửa" : editors.joined(separator: ", ")): "
            + "crm customer viewer add \(customer) \(login)")
      ])
  }

  static func notTheAuthor(_ login: String, _ code: String, of author: String) -> CRMError {
    CRMError(
      .notPermitted, "comment \(code) is by \(author); \(login) may not change or delete it",
      vi: "trao đổi \(code) do \(author) viết; \(login) không được sửa hay xóa")
  }

  static func tooLate(_ code: String, _ customer: String) -> CRMError {
    CRMError(
      .request, "comment \(code) was posted more than 2 hours ago and stays as it is",
      vi: "trao đổi \(code) đã đăng quá 2 tiếng nên không sửa được nữa",
      hints: [
        Label(
          "Write another: crm comment add \(customer) TEXT",
          vi: "Hãy viết trao đổi khác: crm comment add \(customer) NỘI-DUNG")
      ])
  }

  static func notMentioned(_ login: String, _ code: String) -> CRMError {
    CRMError(
      .request, "comment \(code) does not mention \(login): there is nothing to acknowledge",
      vi: "trao đổi \(code) không nhắc tới \(login) nên không cần xác nhận")
  }

  static func otherAuthor(_ login: String) -> CRMError {
    CRMError(
      .notPermitted, "\(login) may not bring in comments of others",
      vi: "\(login) không được nhập khẩu trao đổi của người khác",
      hints: [
        Label("That takes the right to configure.", vi: "Cần quyền cấu hình.")
      ])
  }
}
