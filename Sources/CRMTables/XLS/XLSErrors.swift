import CRMValues

extension CRMError {
  static func xlsTruncated(_ name: String) -> CRMError {
    damaged(name, Label("it is cut short", vi: "tệp bị cụt"))
  }

  /// A structure makes no sense; `offset` counts bytes of the workbook's stream.
  static func xlsDamaged(_ name: String, at offset: Int) -> CRMError {
    damaged(
      name,
      Label("nothing makes sense at byte \(offset)", vi: "không đọc được gì ở byte \(offset)"))
  }

  static func xlsNoDirectory(_ name: String) -> CRMError {
    damaged(name, Label("its directory is missing", vi: "thiếu mục lục"))
  }

  static func tooManySheets(_ name: String) -> CRMError {
    overblown(name, Label("it has more than 10,000 sheets", vi: "có hơn 10.000 trang tính"))
  }

  /// A workbook of nothing but charts, or a sheet that is not there.
  static func xlsNoSheet(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): the workbook has no sheet with cells",
      vi: "\(name): bảng tính không có trang tính nào chứa ô")
  }

  static func xlsNoWorkbook(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): a file of another program than Excel: no workbook is in it",
      vi: "\(name): tệp của chương trình khác Excel: không có bảng tính bên trong",
      hints: [
        Label(
          "Open it in its program and save it as .xlsx or .csv",
          vi: "Mở bằng chương trình của nó rồi lưu thành .xlsx hoặc .csv")
      ])
  }
}
