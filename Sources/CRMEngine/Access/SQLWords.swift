/// The words of a statement that may name a table: identifiers, those behind `main.` left out.
struct SQLWords: Sequence, IteratorProtocol {
  private let text: String
  private var place: String.UTF8View.Index

  init(_ text: String) {
    self.text = text
    place = text.utf8.startIndex
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 0x30 < 10
  }

  mutating func next() -> Substring? {
    let bytes = text.utf8
    var isPast = false
    while true {
      while place < bytes.endIndex, !SQLWords.isPart(bytes[place]) {
        isPast = isPast && bytes[place] == UInt8(ascii: ".")
        place = bytes.index(after: place)
      }
      guard place < bytes.endIndex else { return nil }
      let start = place
      while place < bytes.endIndex, SQLWords.isPart(bytes[place]) {
        place = bytes.index(after: place)
      }
      let word = text[start..<place]
      if isPast {
        isPast = false
        continue
      }
      guard word == "main" else { return word }
      isPast = true
    }
  }
}
