import CRMArguments
import CRMTables
import CRMTestSupport
import Testing

@testable import CRMCommands

/// What a launcher is told of the files in a line.
@Suite struct FilePlanTests {
  @Test(arguments: [
    (["customer", "list"], ["none", "", "customer", "list"]),
    (["import"], ["none", "", "import"]),
    (["nothing", "/etc/x"], ["none", "", "nothing", "/etc/x"]),
    (["export", "customer"], ["none", "", "export", "customer"]),
    (["export", "customer", "--csv", "-"], ["none", "", "export", "customer", "--csv", "-"]),
    (
      ["import", "/home/a/Khách hàng.csv", "--rejects=../x.csv"],
      [
        "files", "made", "../x.csv", "x.csv", "read", "/home/a/Khách hàng.csv", "Khách hàng.csv",
        "", "import", "Khách hàng.csv", "--rejects=x.csv",
      ]
    ),
    (["import", "-", "--type", "csv"], ["files", "", "import", "-", "--type", "csv"]),
    (["import", "template", "order"], ["files", "", "import", "template", "order"]),
    (
      ["--db", "/x/y", "export", "customer", "--xlsx", "a/b.xlsx"],
      [
        "files", "written", "a/b.xlsx", "b.xlsx", "", "--db", "/x/y", "export", "customer",
        "--xlsx", "b.xlsx",
      ]
    ),
    (
      ["import", "--", "-rf"], ["files", "read", "-rf", "_-rf", "", "import", "--", "_-rf"]
    ),
    (
      ["import", "a/..", "--rejects", "b/stdin"],
      [
        "files", "made", "b/stdin", "stdin.2", "read", "a/..", "_", "", "import", "_", "--rejects",
        "stdin.2",
      ]
    ),
    (
      ["export", "customer", "--csv", "a/.an.csv"],
      [
        "files", "written", "a/.an.csv", "_.an.csv", "", "export", "customer", "--csv", "_.an.csv",
      ]
    ),
    (
      ["import", "a/k.csv", "--rejects", "b/k.csv"],
      [
        "files", "made", "b/k.csv", "k.csv", "read", "a/k.csv", "k.2.csv", "", "import", "k.2.csv",
        "--rejects", "k.csv",
      ]
    ),
  ]) func names(arguments: [String], words: [String]) {
    #expect(FilePlan(arguments, commandTable).words == words)
  }

  /// A name as long as a file's may be becomes one that an archive can hold, and keeps its ending.
  @Test func shortens() throws {
    let file = try #require(
      FilePlan(["import", String(repeating: "ễ", count: 80) + ".xlsx"], commandTable).files.first)
    #expect(file.name.utf8.count <= 60 && file.name.hasSuffix("ễ.xlsx"))
  }

  /// Whatever a help page calls a file says what it is for.
  @Test func everyFileIsDeclared() {
    var found = 0
    for group in commandTable.groups {
      for command in group.commands() {
        var places = command.operands.map { ($0.placeholder.english, $0.completion) }
        places += command.options.compactMap { option in
          option.value.map { ($0.placeholder.english, $0.completion) }
        }
        for (placeholder, completion) in places where placeholder.contains("FILE") {
          found += 1
          if case .files = completion { continue }
          Issue.record("\(command.name): \(placeholder) does not say what it is for")
        }
      }
    }
    #expect(found > 50)
  }
}
