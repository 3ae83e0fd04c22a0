import CRMValues

extension CRMError {
  /// What every damaged container and workbook is answered with.
  static func damaged(_ name: String, _ what: Label) -> CRMError {
    CRMError(
      .request, "\(name): the file is damaged: \(what.en)", vi: "\(name): tệp bị hỏng: \(what.vi)",
      hints: [
        Label(
          "Get the file again, or open it in the spreadsheet program and save it anew",
          vi: "Lấy lại tệp, hoặc mở bằng chương trình bảng tính rồi lưu lại")
      ])
  }

  static func damagedArchive(_ name: String) -> CRMError {
    damaged(
      name, Label("its zip archive is cut off or broken", vi: "gói zip bị cắt ngắn hoặc bị lỗi"))
  }

  static func damagedPart(_ name: String, _ part: String) -> CRMError {
    damaged(name, Label("\(part) cannot be unpacked", vi: "không giải nén được \(part)"))
  }

  static func missingPart(_ name: String, _ part: String) -> CRMError {
    damaged(name, Label("\(part) is missing", vi: "thiếu \(part)"))
  }

  static func passwordProtected(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): the file is protected with a password",
      vi: "\(name): tệp được bảo vệ bằng mật khẩu",
      hints: [
        Label(
          "Open it in the spreadsheet program and save it without a password",
          vi: "Mở bằng chương trình bảng tính rồi lưu lại không đặt mật khẩu")
      ])
  }

  /// A file made to exhaust whoever reads it, or broken so that it looks like one.
  static func overblown(_ name: String, _ what: Label) -> CRMError {
    CRMError(
      .request, "\(name): not read, it would not end: \(what.en)",
      vi: "\(name): không đọc vì sẽ không bao giờ xong: \(what.vi)",
      hints: [
        Label(
          "If you trust the file, save it anew in the spreadsheet program",
          vi: "Nếu tin tệp này, hãy lưu lại bằng chương trình bảng tính")
      ])
  }

  static func libraryMissing(_ name: String, _ reason: String, package: String) -> CRMError {
    CRMError(
      .request, "\(name): workbooks cannot be read: \(reason)",
      vi: "\(name): không đọc được bảng tính: \(reason)",
      hints: [
        Label(
          "Install the library: sudo apt-get install \(package)",
          vi: "Cài thư viện: sudo apt-get install \(package)")
      ])
  }
}
