import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension CRMError {
  /// A file cannot be read, by what the system says of it.
  public static func cannotOpen(_ path: String, _ code: Int32) -> CRMError {
    switch code {
    case ENOENT:
      return CRMError(
        .request, "\(path): no such file", vi: "\(path): không có tệp này",
        hints: [Label("Check the name and the folder", vi: "Kiểm tra tên tệp và thư mục")])
    case EACCES, EPERM:
      return CRMError(
        .request, "\(path): no permission to read the file",
        vi: "\(path): không có quyền đọc tệp",
        hints: [
          Label("Ask its owner, or see ls -l \(path)", vi: "Hỏi chủ tệp, hoặc xem ls -l \(path)")
        ])
    case ENOTDIR:
      return CRMError(
        .request, "\(path): part of the path is not a folder",
        vi: "\(path): một phần đường dẫn không phải là thư mục")
    default:
      return cannotRead(path, code)
    }
  }

  static func cannotRead(_ name: String, _ code: Int32) -> CRMError {
    let reason = String(cString: strerror(code))
    return CRMError(
      .request, "\(name): cannot be read: \(reason)", vi: "\(name): không đọc được: \(reason)")
  }

  public static func isDirectory(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): is a folder, not a file", vi: "\(name): là thư mục, không phải tệp",
      hints: [Label("Name a file inside it", vi: "Ghi tên một tệp trong thư mục đó")])
  }

  static func isEmpty(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): the file is empty", vi: "\(name): tệp rỗng",
      hints: [
        Label("Export it again from where it came", vi: "Xuất lại tệp từ nơi đã tạo ra nó")
      ])
  }

  static func notText(_ name: String, _ signature: Signature) -> CRMError {
    let kind: Label
    switch signature {
    case .zip:
      kind = Label("a zip archive or .xlsx/.ods workbook", vi: "tệp zip hoặc bảng tính .xlsx/.ods")
    case .compoundFile, .biff:
      kind = Label(
        "an old .xls workbook or an encrypted one",
        vi: "bảng tính .xls cũ hoặc bảng tính có mật khẩu")
    case .pdf: kind = Label("a PDF document", vi: "tài liệu PDF")
    case .gzip: kind = Label("a gzip archive", vi: "tệp nén gzip")
    case .image: kind = Label("a picture", vi: "tệp ảnh")
    case .sqlite: kind = Label("an SQLite database", vi: "cơ sở dữ liệu SQLite")
    case .binary, .text: kind = Label("binary data", vi: "dữ liệu nhị phân")
    }
    return CRMError(
      .request, "\(name): not a text file: it looks like \(kind.en)",
      vi: "\(name): không phải tệp văn bản: có vẻ là \(kind.vi)",
      hints: [
        Label(
          "Save it as CSV UTF-8 in the spreadsheet program",
          vi: "Lưu thành CSV UTF-8 trong chương trình bảng tính")
      ])
  }

  static func notReadable(_ name: String, as format: TableFormat) -> CRMError {
    CRMError(
      .request, "\(name): \(format.rawValue) files cannot be read yet",
      vi: "\(name): chưa đọc được tệp \(format.rawValue)",
      hints: [
        Label(
          "Save it as CSV UTF-8 in the spreadsheet program",
          vi: "Lưu thành CSV UTF-8 trong chương trình bảng tính")
      ])
  }
}
