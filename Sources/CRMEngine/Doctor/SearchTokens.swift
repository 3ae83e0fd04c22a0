import GRDB
import GRDBSQLite

/// The words of texts as the full-text index has them, made by the tokenizer that SQLite fills it
/// with.
final class SearchTokens {
  private let tokenizer: any FTS5Tokenizer
  private var items: [UInt64] = []

  /// What the index keeps of a longer word.
  private static let longest: CInt = 32_768

  init(_ db: Database) throws {
    tokenizer = try db.makeTokenizer(FTS5TokenizerDescriptor(components: Schema.tokenizer))
  }

  /// Hands over the number that stands for each word of a text, each once.
  func each(_ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) throws {
    items.removeAll(keepingCapacity: true)
    guard let start = text.baseAddress, !text.isEmpty else { return }
    let code = start.withMemoryRebound(to: CChar.self, capacity: text.count) { start in
      tokenizer.tokenize(
        context: Unmanaged.passUnretained(self).toOpaque(), tokenization: .document,
        pText: start, nText: CInt(text.count)
      ) { context, _, word, count, _, _ in
        guard let context, let word else { return SQLITE_OK }
        let tokens = Unmanaged<SearchTokens>.fromOpaque(context).takeUnretainedValue()
        let length = Int(min(count, SearchTokens.longest))
        word.withMemoryRebound(to: UInt8.self, capacity: length) { word in
          tokens.items.append(
            RecordSums.item(UnsafeBufferPointer(start: word, count: length)))
        }
        return SQLITE_OK
      }
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    items.sort()
    var last: UInt64?
    for item in items where item != last {
      body(item)
      last = item
    }
  }
}
