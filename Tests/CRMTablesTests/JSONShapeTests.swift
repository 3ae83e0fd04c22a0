import CRMValues
import Testing

@testable import CRMTables

/// How records stand in a file is found out by reading ahead. What is no JSON is met again; what
/// cannot be read, or is interrupted, ends the reading there.
@Suite struct JSONShapeTests {
  /// Gives pieces of text, then fails.
  private func failing(_ pieces: [String], _ error: CRMError) -> (inout [UInt8]) throws -> Bool {
    var rest = pieces[...]
    return { chunk in
      guard let piece = rest.popFirst() else { throw error }
      chunk = Array(piece.utf8)
      return true
    }
  }

  @Test(
    arguments: [[], ["{\"a\": 1"], ["{\"a\": 1}\n"], ["{\"a\": [", "1, "]],
    [Interruption.error, .cannotRead("f", 5)])
  func failuresEndIt(pieces: [String], error: CRMError) throws {
    #expect(throws: error) {
      try JSONLines(limit: 1000, failing(pieces, error)).areRecords()
    }
    #expect(throws: error) {
      let scanner = JSONScanner(file: "f", limit: 1000, fill: failing(pieces, error))
      // Behind its first object there is nothing to be found out.
      if try JSONRecords.shape(of: scanner) == .plain, scanner.depth == 0 { throw error }
    }
  }

  @Test(arguments: ["", "tru", "{\"a\": [nul", "{\"a\" 1}", "[1,]", "{\"a\": [{}"])
  func whatIsNoJSONIsMetLater(text: String) throws {
    var rest: [UInt8]? = Array(text.utf8)
    let scanner = JSONScanner(file: "f", limit: 1000) { chunk in
      guard let all = rest else { return false }
      (chunk, rest) = (all, nil)
      return true
    }
    let shape: JSONRecords.Shape = text.hasSuffix("{}") ? .byName : .plain
    #expect(try JSONRecords.shape(of: scanner) == shape)
  }
}
