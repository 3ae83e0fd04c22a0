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

  static func csvStrayQuote(_ name: String, line: Int, cell: Int) -> CRMError {
    CRMError(
      .request,
      "\(name):\(line): the quote that opens cell \(cell) is not closed on its line, and the next "
        + "quote closes nothing",
      vi: "\(name):\(line): dấu nháy kép mở ô thứ \(cell) không được đóng trong dòng đó, và dấu "
        + "nháy kế tiếp không đóng ô nào",
      hints: [
        Label(
          "Close it on that line; write a quote that is text, such as inches, twice: \"5\"\" pipe\"",
          vi: "Đóng nó ở dòng đó; dấu nháy là chữ, như ký hiệu inch, thì viết hai lần: "
            + "\"ống 5\"\"\"")
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

extension RowFault {
  /// A quoted cell that holds lines which look like the rows of the file.
  static func rowsInCell(_ cell: Int, lines: Int) -> RowFault {
    .unreadable(
      Label(
        "cell \(cell) is in quotes and holds \(lines) lines that look like rows: close its quote "
          + "on the first of them, or write a quote that is text twice",
        vi: "ô thứ \(cell) trong dấu nháy kép chứa \(lines) dòng giống dòng dữ liệu: hãy đóng nháy "
          + "ở dòng đầu, hoặc viết hai lần dấu nháy là chữ"))
  }
}
