import CRMValues

/// Why a command does not run on a host that is shared.
enum HostErrors {
  static let untold = CRMError(
    .notPermitted, "sudo does not say who you are (SUDO_UID)",
    vi: "sudo không cho biết bạn là ai (SUDO_UID)",
    hints: [
      Label("Run it from your own account.", vi: "Hãy chạy từ tài khoản của chính bạn.")
    ])

  static func notThroughSudo(_ number: String) -> CRMError {
    CRMError(
      .notPermitted, "SUDO_UID says \(number), but sudo has not started this",
      vi: "SUDO_UID ghi \(number) nhưng lệnh không do sudo chạy",
      hints: [
        Label(
          "Unset it, or come through sudo from the account itself.",
          vi: "Hãy bỏ biến đó, hoặc chạy qua sudo từ chính tài khoản ấy.")
      ])
  }

  static func noAccount(_ number: String) -> CRMError {
    CRMError(
      .notPermitted, "the account with the number \(number) is no more",
      vi: "tài khoản hệ thống số \(number) không còn nữa",
      hints: [
        Label("Sign in to an account that there is.", vi: "Hãy đăng nhập bằng tài khoản đang có.")
      ])
  }

  static func severalAccounts(_ number: String, _ names: [String]) -> CRMError {
    let list = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .joined(separator: ", ")
    return CRMError(
      .notPermitted,
      "the number \(number) is that of several accounts (\(list)): nobody can tell "
        + "which of them you are",
      vi: "số \(number) là của nhiều tài khoản (\(list)): không thể biết bạn là ai",
      hints: [
        Label(
          "Whoever keeps the host gives each account a number of its own.",
          vi: "Người quản trị máy cần cấp cho mỗi tài khoản một số riêng.")
      ])
  }

  static func chosen(_ name: String) -> CRMError {
    CRMError(
      .notPermitted, "\(name) cannot be used on this host: your account says who acts, and on what",
      vi:
        "không dùng được \(name) trên máy này: tài khoản hệ thống quyết định người thực hiện và dữ "
        + "liệu",
      hints: [
        Label("Leave it out, and unset it.", vi: "Hãy bỏ tùy chọn hoặc biến đó.")
      ])
  }

  static func file(_ path: String) -> CRMError {
    CRMError(
      .notPermitted, "\(path): files are opened by you, not by the account that keeps the data",
      vi: "\(path): tệp do chính bạn mở, không phải tài khoản giữ dữ liệu",
      hints: [
        Label(
          "Type crm without sudo, or give - and redirect: … - < FILE, … - > FILE",
          vi: "Hãy gõ crm không kèm sudo, hoặc ghi - rồi chuyển hướng: … - < TỆP, … - > TỆP")
      ])
  }

  static let initialising = CRMError(
    .notPermitted, "whoever keeps this host makes its database",
    vi: "cơ sở dữ liệu của máy này do người quản trị máy tạo",
    hints: [
      Label("As root: Examples/host/setup", vi: "Với quyền root: Examples/host/setup")
    ])

  static let noHost = CRMError(
    .notPermitted, "\(Host.path) does not say which database this account keeps for others",
    vi: "\(Host.path) chưa ghi tài khoản này giữ cơ sở dữ liệu nào cho mọi người",
    hints: [
      Label(
        "Whoever keeps the host sets it up: Examples/host/setup",
        vi: "Người quản trị máy cài đặt bằng: Examples/host/setup")
    ])

  static let rotating = CRMError(
    .notPermitted, "the backups of this host are kept by the account that keeps its data",
    vi: "các bản sao lưu của máy này do tài khoản giữ dữ liệu quản lý",
    hints: [
      Label(
        "Leave --keep out, or put the command into that account's crontab.",
        vi: "Hãy bỏ --keep, hoặc đặt lệnh vào crontab của tài khoản đó.")
    ])

  static let unshared = CRMError(
    .usage, "\(Exchange.word) is for the launcher of a shared host",
    vi: "\(Exchange.word) chỉ dành cho chương trình khởi chạy trên máy dùng chung")
}
