import CRMTables
import CRMValues
import Foundation

extension Setting where Value == String {
  /// Who says who acts (RULES 11.6).
  public static let identity = Setting(
    "identity",
    oneOf: [
      Choice(Identity.trust.rawValue, Label(same: "trust")),
      Choice(Identity.os.rawValue, Label(same: "os")),
    ], Identity.trust.rawValue, Label("Who says who acts", vi: "Ai xác định người thực hiện"),
    help: Label(
      "trust: whoever can open the file is trusted, and --as names the actor. os: a host that people "
        + "share; the account of the system says who acts, through sudo (Examples/host).",
      vi: "trust: ai mở được tệp đều được tin, --as chỉ người thực hiện. os: máy dùng chung; tài "
        + "khoản hệ thống xác định người thực hiện qua sudo (Examples/host)."))
}

/// What a database of a shared host asks of the file and of who acts (RULES 11.6).
public enum Identity: String, Sendable {
  case trust, os

  /// Refuses an actor that a shared host does not vouch for, and a file that others can read.
  static func check(_ actor: Actor, _ cache: StatementCache, at path: String) throws {
    let find = try cache.statement("SELECT value FROM main.setting WHERE key = ?")
    find.bind(1, Setting.identity.declared.key)
    guard try find.step() else { return }
    defer { find.reset() }
    guard find.text(0) == os.rawValue else { return }
    switch actor.origin {
    case .owner, .person: try checkFile(path)
    case .system, .chosen: throw unvouched(actor.login)
    }
  }

  /// Refuses the file of a database that anybody but its owner may open or replace.
  ///
  /// - Throws: ``CRMError`` of kind database that says what to do.
  static func checkFile(_ path: String) throws {
    let file = FilePath.resolved(path)
    let folder = (file as NSString).deletingLastPathComponent
    var (ofFile, ofFolder) = (stat(), stat())
    guard stat(file, &ofFile) == 0, stat(folder, &ofFolder) == 0 else { return }
    guard ofFile.st_mode & 0o777 == 0o600 else { throw open(file, "600") }
    guard ofFolder.st_mode & 0o777 == 0o700 else { throw open(folder, "700") }
    guard ofFile.st_uid == ofFolder.st_uid else { throw notOfOne(file, folder) }
  }

  private static func unvouched(_ login: String) -> CRMError {
    CRMError(
      .notPermitted,
      "on this database the host says who acts, and it does not vouch for “\(login)”",
      vi: "máy chủ xác định người thực hiện trên cơ sở dữ liệu này, và không xác nhận “\(login)”",
      hints: [
        Label(
          "Type crm from your own account, without --as and CRM_USER.",
          vi: "Hãy gõ crm từ tài khoản của chính bạn, không dùng --as và CRM_USER.")
      ])
  }

  private static func open(_ path: String, _ mode: String) -> CRMError {
    CRMError(
      .database, "\(path) can be opened by others than the account that keeps the data",
      vi: "\(path) để người khác ngoài tài khoản giữ dữ liệu mở được",
      hints: [
        Label(
          "As its owner or root: chmod \(mode) \(shellWord(path))",
          vi: "Với tài khoản chủ hoặc root: chmod \(mode) \(shellWord(path))")
      ])
  }

  private static func notOfOne(_ file: String, _ folder: String) -> CRMError {
    CRMError(
      .database, "\(file) and its folder belong to different accounts",
      vi: "\(file) và thư mục chứa nó thuộc hai tài khoản khác nhau",
      hints: [
        Label(
          "As root: chown --reference=\(shellWord(folder)) \(shellWord(file))",
          vi: "Với quyền root: chown --reference=\(shellWord(folder)) \(shellWord(file))")
      ])
  }
}
