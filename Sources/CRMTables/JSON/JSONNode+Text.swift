import CRMValues

extension JSONNode {
  /// Reads the rest of a value inside a cell; throws where it has more than `bytes`.
  init(_ token: JSONToken, _ scanner: JSONScanner, bytes: Int) throws {
    var left = bytes
    self = try JSONNode(token, scanner) { size in
      left -= size
      guard left >= 0 else {
        let line = scanner.line
        throw CRMError(
          .request, "\(scanner.file):\(line): the list that ends here is too large",
          vi: "\(scanner.file):\(line): danh sách kết thúc ở đây quá lớn")
      }
    }
  }

  /// The value as compact JSON.
  public var text: String {
    let sink = MemorySink()
    var buffer = OutputBuffer(sink, capacity: 64)
    append(to: &buffer)
    try? buffer.flush()
    return sink.text
  }

  private func append(to buffer: inout OutputBuffer) {
    switch self {
    case .null: buffer.append("null")
    case .bool(let value): buffer.append(value ? "true" : "false")
    case .number(let digits): buffer.append(digits)
    case .text(let text): buffer.appendJSON(text)
    case .array(let nodes):
      buffer.append("[")
      for (place, node) in nodes.enumerated() {
        if place > 0 { buffer.append(",") }
        node.append(to: &buffer)
      }
      buffer.append("]")
    case .object(let members):
      buffer.append("{")
      for (place, member) in members.enumerated() {
        if place > 0 { buffer.append(",") }
        buffer.appendJSON(member.name)
        buffer.append(":")
        member.value.append(to: &buffer)
      }
      buffer.append("}")
    }
  }
}
