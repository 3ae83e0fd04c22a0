import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Pages of a search that reads no more hits than it shows: each hit once, none lost, in the order
/// of RULES 2.6, whatever the size of the pages and whoever looks.
@Suite struct WordSearchTests {
  let database: TemporaryDatabase

  /// 400 whole words, more than are compared by their marks, each tenth with other marks; 150
  /// words that go on, of more than are asked one by one; contacts that lend theirs.
  init() throws {
    database = try TemporaryDatabase()
    try database.write { writer in
      let entity = Catalogue.entity(.customer)
      func add(_ named: [String: String]) throws {
        let values = entity.values(named.mapValues(Value.text))
        let id = try writer.add(.customer, values)
        if let contact = named["description"] {
          try writer.add(
            .contact,
            Catalogue.entity(.contact).values([
              "customer": .integer(id), "name": .text("Liên \(contact)"),
            ]))
        }
      }
      for number in 0..<400 {
        try add(["name": number.isMultiple(of: 10) ? "Hoà \(number)" : "Hoa \(number)"])
      }
      for number in 0..<150 {
        try add(["name": "Hoan\(WordSearchTests.letters(number)) X"])
      }
      for number in 0..<5 { try add(["name": "Bình \(number)", "description": "Hoa\(number)"]) }
      try add(["name": "Vinh", "description": "Hòa"])
    }
  }

  private static func letters(_ number: Int) -> String {
    let letters = Array("abcdefghiklmnopq")
    return String([letters[number / 16], letters[number % 16]])
  }

  private func found(
    _ words: String, _ set: (inout Query) -> Void = { _ in }
  ) throws -> [Int64] {
    try database.read { reader in
      var query = Query(.customer)
      query.words = words
      set(&query)
      return try reader.ids(query)
    }
  }

  /// The numbers of the customers are 1 … 400, 401 … 550, 551 … 555 and 556.
  @Test(
    arguments: [
      ("hoa", Set(1...556)), ("hoan", Set(401...550)), ("lien hoa", Set(551...556)),
      ("lien", Set(551...556)), ("hoa x", []), ("hoanaa", [401]), ("x hoan", Set(401...550)),
      ("7 hoa", [8]), ("zz hoa", []),
    ] as [(String, Set<Int64>)])
  func findsEachOnceWhateverThePage(words: String, wanted: Set<Int64>) throws {
    let all = try found(words)
    #expect(all.count == wanted.count && Set(all) == wanted)
    for size in [1, 7, 250] where all.count / size < 100 {
      var pages: [Int64] = []
      for offset in stride(from: 0, through: all.count, by: size) {
        pages += try found(words) { ($0.limit, $0.offset) = (size, offset) }
      }
      #expect(pages == all, "\(words) by \(size)")
    }
    let count = try database.read { reader in
      var query = Query(.customer)
      query.words = words
      return try reader.count(query)
    }
    #expect(count == wanted.count)
  }

  /// More records than are asked by their other words, and more words that the last may be than
  /// are looked up one by one.
  @Test(arguments: [("ly", 0), ("tran", 1_100)])
  func findsWhatIsFarBehind(other: String, wanted: Int) throws {
    let more = try database.write { writer in
      let entity = Catalogue.entity(.customer)
      func add(_ names: (Int) -> String) throws -> Set<Int64> {
        try Set(
          (0..<1_100).map {
            try writer.add(.customer, entity.values(["name": .text(names($0))]))
          })
      }
      _ = try add { "Lý Quyên \($0)" }
      _ = try add { "Trần Quyên \($0)" }
      return try add { "Trần Zet\(10_000 + $0)" }
    }
    let found = try found("\(other) zet")
    #expect(found.count == wanted)
    #expect(Set(found) == (wanted == 0 ? [] : more))
    let page = try self.found("\(other) zet") { ($0.limit, $0.offset) = (20, 990) }
    #expect(page == Array(found.dropFirst(990).prefix(20)))
  }

  /// Whole words come first, of these those with the marks; what lends its words has whole ones.
  @Test func putsWholeWordsFirst() throws {
    let marked = try found("hoà")
    let first = (0..<30).map { Int64($0 * 10 + 1) }
    let whole = Set<Int64>(1...400).union([556])
    let rest = Set<Int64>(401...555)
    #expect(Array(marked.prefix(30)) == first)
    #expect(Set(marked.prefix(401)) == whole)
    #expect(Set(marked.suffix(155)) == rest)
    let plain = Array(try found("hoa").prefix(3))
    #expect(plain == [2, 3, 4])
  }

  @Test func conditionsHoldForEveryHit() throws {
    func ids(_ words: String, _ condition: String) throws -> [Int64] {
      let condition = try Expression(parsing: condition)
      return try found(words) { $0.conditions = [condition] }
    }
    let named = try ids("hoa", "name ~ binh")
    let one = try ids("hoa", "code = KH000556")
    let chosen = try found("hoa") { $0.ids = [3, 402, 551, 556] }
    let mixed = try found("vinh lien")
    #expect(named == [551, 552, 553, 554, 555])
    #expect(one == [556])
    #expect(chosen == [3, 556, 402, 551])
    #expect(mixed.isEmpty)
  }

  @Test func theTrashIsNotSearched() throws {
    try database.trash(.customer, 556)
    let live = try found("hoa")
    let trashed = try found("hoa") { $0.inTrash = true }
    let none = try found("***")
    #expect(!live.contains(556))
    #expect(trashed.isEmpty && none.isEmpty)
  }
}
