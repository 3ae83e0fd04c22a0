import CRMCore
import CRMEngine

extension Fixture {
  /// The company with roles and units: lan and minh sell in one unit, tu in another; KH000001 is of
  /// lan, KH000002 of an, KH000003 of nobody.
  public static func offices() throws -> Fixture {
    let fixture = try Fixture.company()
    try fixture.add(.unit, ["name": "Miền Bắc"])
    try fixture.add(.unit, ["name": "Hà Nội", "parent": "Miền Bắc"])
    try fixture.add(.unit, ["name": "Miền Nam"])
    try fixture.edit(.user, "lan", ["role": "sales", "unit": "Hà Nội"])
    try fixture.add(.user, ["code": "minh", "name": "Minh", "role": "manager", "unit": "Miền Bắc"])
    try fixture.add(.user, ["code": "tu", "name": "Tú", "role": "manager", "unit": "Miền Nam"])
    try fixture.add(.user, ["code": "hoa", "name": "Hoa", "role": "viewer"])
    return fixture
  }

  /// The codes that somebody's list of a noun shows.
  public func codes(as login: String, _ noun: String = "customer") -> [String] {
    run(as: login, [noun, "list", "--columns", "code"]).output
      .split(separator: "\n").dropFirst().map(String.init)
  }

  /// Runs a command as somebody.
  public func run(as login: String, _ words: String...) -> Outcome {
    run(as: login, words)
  }

  /// Runs a command as somebody; `root` is no user but owns the file.
  public func run(as login: String, _ words: [String]) -> Outcome {
    login == "root"
      ? run(words, variables: ["SUDO_USER": login]) : run(["--as", login] + words)
  }
}

extension Fixture {
  /// Parts a command line at its blanks; what stands in single quotes is one word.
  public static func words(_ line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap {
      place, part in
      place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}
