import CLibXLSXWriter
import CRMValues

extension CRMError {
  static func xlsxUnavailable(_ reason: String) -> CRMError {
    CRMError(
      .request, "workbooks cannot be written: \(reason)", vi: "không ghi được bảng tính: \(reason)",
      hints: [
        Label(
          "Install the library: sudo apt-get install libxlsxwriter-dev",
          vi: "Cài thư viện: sudo apt-get install libxlsxwriter-dev"),
        Label("Or export with --csv", vi: "Hoặc xuất bằng --csv"),
      ])
  }

  static func xlsxFailed(_ name: String, code: Int32) -> CRMError {
    let reason = crmxlsx_message(code).map { String(cString: $0) } ?? "\(code)"
    return CRMError(
      .request, "\(name): the workbook cannot be written: \(reason)",
      vi: "\(name): không ghi được bảng tính: \(reason)",
      hints: [
        Label(
          "See whether the disk or the temporary folder is full",
          vi: "Kiểm tra xem đĩa hoặc thư mục tạm có đầy không")
      ])
  }

  static func xlsxNoRoom(_ name: String, folder: String) -> CRMError {
    CRMError(
      .request, "\(name): the disk of the temporary folder \(folder) is full",
      vi: "\(name): đĩa chứa thư mục tạm \(folder) đã đầy",
      hints: [
        Label(
          "Make room, or name another folder in TMPDIR",
          vi: "Dọn bớt đĩa, hoặc đặt TMPDIR là thư mục khác")
      ])
  }

  static func xlsxTextTooLong(_ name: String, sheet: String, cell: String, length: Int) -> CRMError
  {
    CRMError(
      .request,
      "\(name): \(sheet)!\(cell): \(length.counted(.en)) characters are more than the "
        + "\(SheetText.limit.counted(.en)) of a cell",
      vi:
        "\(name): \(sheet)!\(cell): \(length.counted(.vi)) ký tự, quá "
        + "\(SheetText.limit.counted(.vi)) ký tự của một ô",
      hints: [
        Label(
          "Leave the column out with --columns, or use --csv or --json",
          vi: "Bỏ cột này bằng --columns, hoặc dùng --csv hay --json")
      ])
  }

  static func xlsxTooManyColumns(_ name: String, count: Int) -> CRMError {
    CRMError(
      .request, "\(name): \(count.counted(.en)) columns are more than the 16,384 of a sheet",
      vi: "\(name): \(count.counted(.vi)) cột, quá 16.384 cột của một trang tính",
      hints: [Label("Choose fewer with --columns", vi: "Chọn ít cột hơn bằng --columns")])
  }
}
