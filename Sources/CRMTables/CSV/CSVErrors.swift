import CRMValues

extension CRMError {
  static func csvOutOfMemory(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): not enough memory to read a cell",
      vi: "\(name): không đủ bộ nhớ để đọc một ô")
  }

  static func csvUnclosedQuote(_ name: String, line: Int, cell: Int) -> CRMError {
    CRMError(
      .request,
      "\(name):\(line): the quote that opens cell \(cell) is never closed",
      vi: "\(name):\(line): dấu nháy kép mở ô thứ \(cell) không được đóng lại",
      hints: [
        Label(
          "Close it on that line, or write a quote inside a quoted cell twice: \"\"",
          vi: "Đóng nó ở dòng đó, hoặc viết hai lần dấu nháy nằm trong ô có nháy: \"\"")
      ])
  }

  static func csvCellTooLong(_ name: String, line: Int, cell: Int, limit: Int) -> CRMError {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
    return CRMError(
      .request,
      "\(name):\(line): cell \(cell), which starts here, is longer than \(size)",
      vi: "\(name):\(line): ô thứ \(cell) bắt đầu ở đây dài hơn \(size)",
      hints: [
        Label(
          "Look for a quote that is opened and never closed",
          vi: "Tìm dấu nháy kép được mở mà không được đóng lại")
      ])
  }

  static func csvTooManyCells(_ name: String, line: Int, limit: Int) -> CRMError {
    CRMError(
      .request, "\(name):\(line): the row has more than \(limit.counted(.en)) cells",
      vi: "\(name):\(line): dòng có hơn \(limit.counted(.vi)) ô",
      hints: [
        Label(
          "Say what separates the cells with --delimiter",
          vi: "Chỉ rõ dấu phân cách bằng --delimiter")
      ])
  }

  static func csvReadOnce(_ name: String) -> CRMError {
    CRMError(
      .bug, "\(name): the rows of delimited text were asked for twice",
      vi: "\(name): các dòng của tệp văn bản bị đọc hai lần")
  }
}
