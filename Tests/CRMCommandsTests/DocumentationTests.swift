import CRMCore
import CRMEngine
import CRMValues
import Foundation
import Testing

/// Holds the pages about the sources against the sources: rules that are cited, files and words
/// that are named.
@Suite struct DocumentationTests {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let pages = [
    "README.md", "CHANGELOG.md", "Sources/README.md", "Sources/RULES.md", "Tests/README.md",
  ]

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: repository.appendingPathComponent(path).path)
  }

  /// The files people read to understand the program, with their lines.
  private static func files() throws -> [(name: String, lines: [Substring])] {
    try ["Sources", "Tests", "Examples"].flatMap { folder -> [(name: String, lines: [Substring])] in
      let path = repository.appendingPathComponent(folder).path
      let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      let endings = [".swift", ".py", ".md", ".sh", ".c", ".h", "run"]
      let read = all.filter { name in
        !name.contains("Fixtures/") && endings.contains(where: name.hasSuffix)
      }
      #expect(!read.isEmpty, "no folder \(folder)")
      return try read.map { name in
        (folder + "/" + name, try text(folder + "/" + name).split(separator: "\n"))
      }
    }
  }

  /// The numbers of the rules in their order, and of their sections.
  private static func rules() throws -> (sections: [Int], rules: [(section: Int, number: Int)]) {
    let page = try text("Sources/RULES.md")
    return (
      page.matches(of: #/(?m)^## (\d+)\.\s/#).compactMap { Int($0.1) },
      page.matches(of: #/(?m)^- \*\*(\d+)\.(\d+)[. ]/#).compactMap { match in
        Int(match.1).flatMap { section in Int(match.2).map { (section, $0) } }
      }
    )
  }

  @Test func rulesAreNumberedInOrder() throws {
    let (sections, rules) = try DocumentationTests.rules()
    #expect(sections == Array(1...sections.count))
    for section in sections {
      let numbers = rules.filter { $0.section == section }.map(\.number)
      #expect(numbers == Array(1...max(numbers.count, 1)), "section \(section)")
    }
  }

  @Test func everyRuleThatIsCitedStands() throws {
    let (sections, rules) = try DocumentationTests.rules()
    let known = Set(sections.map(String.init) + rules.map { "\($0.section).\($0.number)" })
    var cited = 0
    for (name, lines) in try DocumentationTests.files() {
      for line in lines where line.contains("RULES ") {
        for citation in line.matches(of: /RULES (\d+(?:\.\d+)?(?:, \d+\.\d+)*)/) {
          for number in citation.1.split(separator: ", ") {
            cited += 1
            #expect(known.contains(String(number)), "\(name): no rule \(number): \(line)")
          }
        }
      }
    }
    #expect(cited > 80)
  }

  /// What only its writer could open is no reason that a reader can follow.
  @Test func commentsCiteWhatCanBeOpened() throws {
    let closed = /\b[Ss]eeds? 00[0-9]|\bSPEC [0-9]|\b[Ii]ssues? #?[0-9]/
    for (name, lines) in try DocumentationTests.files() {
      for line in lines where ["eed", "SPEC", "ssue"].contains(where: line.contains) {
        #expect(line.firstMatch(of: closed) == nil, "\(name): \(line)")
      }
    }
  }

  @Test(arguments: DocumentationTests.pages)
  func linksLeadSomewhere(page: String) throws {
    let folder = page.contains("/") ? page.prefix { $0 != "/" } + "/" : ""
    for link in try DocumentationTests.text(page).matches(of: /\]\(([^)#]+)(?:#[^)]*)?\)/)
    where !link.1.contains("://") {
      #expect(DocumentationTests.exists(folder + String(link.1)), "\(page): \(link.1)")
    }
  }

  @Test func theArchitectureNamesFilesThatExist() throws {
    let page = try DocumentationTests.text("Sources/README.md")
    let folders = ["Sources/", "Sources/CRMEngine/", "Sources/CRMCore/", ""]
    let named = page.matches(of: /`([A-Za-z+]+(?:\/[A-Za-z+]+)+(?:\.swift)?)`/).map { String($0.1) }
    #expect(named.count > 20)
    for name in named {
      let isThere = folders.contains { folder in
        DocumentationTests.exists(folder + name)
          || DocumentationTests.exists(folder + name + ".swift")
      }
      #expect(isThere, "\(name)")
    }
  }

  /// What the glossary calls a noun is what its declaration calls it.
  @Test func theGlossarySaysWhatTheDeclarationsSay() throws {
    let page = try DocumentationTests.text("Sources/README.md")
    let glossary = try #require(page.range(of: "## Glossary"))
    var told = 0
    let form = /\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) (?=\|)/
    for row in page[glossary.upperBound...].matches(of: form) {
      let noun = String(row.1)
      guard let kind = Catalogue.noun(noun) else {
        Issue.record("no noun \(noun)")
        continue
      }
      told += 1
      let entity = Catalogue.entity(kind)
      #expect(entity.label.vi == row.2, "\(noun)")
      if let prefix = entity.codePrefix { #expect(prefix == row.3, "\(noun)") }
    }
    #expect(told > 20)
  }
}
