import CRMValues

/// A JSON text as a tree. Numbers keep their digits, objects their order.
public indirect enum JSONNode: Hashable, Sendable {
  /// One name and value of an object.
  public struct Member: Hashable, Sendable {
    public let name: String
    public let value: JSONNode
  }

  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case array([JSONNode])
  case object([Member])

  /// Reads a whole JSON text (RFC 8259).
  ///
  /// - Parameter file: how messages name the text.
  /// - Throws: ``CRMError`` with line and column of what is wrong.
  public init(parsing bytes: [UInt8], file: String) throws(CRMError) {
    self = try JSONNode.scanned(bytes, file) { scanner in
      guard let token = try scanner.next() else { throw scanner.unexpected() }
      let node = try JSONNode(token, scanner)
      guard try scanner.next() == nil else { throw scanner.wrongToken() }
      return node
    }
  }

  /// Reads JSON texts that follow each other with nothing but white space between.
  ///
  /// - Parameter file: how messages name the text.
  /// - Throws: ``CRMError`` with line and column of what is wrong.
  public static func several(parsing bytes: [UInt8], file: String) throws(CRMError) -> [JSONNode] {
    try scanned(bytes, file) { scanner in
      var nodes: [JSONNode] = []
      while let token = try scanner.next() { nodes.append(try JSONNode(token, scanner)) }
      return nodes
    }
  }

  private static func scanned<Result>(
    _ bytes: [UInt8], _ file: String, _ read: (JSONScanner) throws -> Result
  ) throws(CRMError) -> Result {
    try checkText(bytes, of: file)
    do {
      var rest: [UInt8]? = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
      return try read(
        JSONScanner(file: file, limit: bytes.count) { chunk in
          guard let all = rest else { return false }
          chunk = all
          rest = nil
          return true
        })
    } catch let error as CRMError {
      throw error
    } catch {
      throw CRMError(.bug, "\(file): \(error)", vi: "\(file): \(error)")
    }
  }

  /// Reads the rest of the value that begins with a token.
  ///
  /// - Parameter take: is told the size of each piece, in bytes of memory, roughly.
  init(
    _ token: JSONToken, _ scanner: JSONScanner, _ take: (Int) throws -> Void = { _ in }
  ) throws {
    try take(40)
    switch token {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let digits):
      try take(digits.utf8.count)
      self = .number(digits)
    case .text(let text):
      try take(text.utf8.count)
      self = .text(text)
    case .beginArray:
      var nodes: [JSONNode] = []
      while let token = try scanner.next(), token != .endArray {
        nodes.append(try JSONNode(token, scanner, take))
      }
      self = .array(nodes)
    case .beginObject:
      var members: [Member] = []
      while case .name(let name)? = try scanner.next() {
        guard let token = try scanner.next() else { throw scanner.unexpected() }
        try take(name.utf8.count)
        members.append(Member(name: name, value: try JSONNode(token, scanner, take)))
      }
      self = .object(members)
    case .endArray, .endObject, .name: throw scanner.wrongToken()
    }
  }
}
