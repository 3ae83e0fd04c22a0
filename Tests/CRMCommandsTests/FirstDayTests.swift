import CRMArguments
import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// The first day in `Examples/first-day`: every command is run, and answers what stands below it.
@Suite struct FirstDayTests {
  private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples")
  private static let renewal = "RENEW_SNAPSHOTS=1 swift test --skip-build --filter FirstDayTests"

  @Test func answersWhatStandsThere() throws {
    let path = FirstDayTests.examples.appendingPathComponent("first-day/README.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let fixture = try Fixture()
    // A path as long as everywhere: where lines are broken depends on it.
    let folder = "/tmp/first-day-\(String(UUID().uuidString.prefix(8)))/"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["nhan-vien", "san-pham", "khach-hang", "don-hang"] {
      try FileManager.default.copyItem(
        at: FirstDayTests.examples.appendingPathComponent("data/\(name).csv"),
        to: URL(fileURLWithPath: "\(folder)\(name).csv"))
    }
    var made: [String] = []
    var isConsole = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") { isConsole = line == "```console" }
      guard isConsole, !line.hasPrefix("```") else {
        made.append(line)
        continue
      }
      guard line.hasPrefix("$ ") else { continue }
      made.append(line)
      made += try answer(String(line.dropFirst(2)), fixture, in: folder)
    }
    let new = made.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RENEW_SNAPSHOTS"] != nil {
      return try Data(new.utf8).write(to: path)
    }
    let first = zip(made, text.split(separator: "\n", omittingEmptySubsequences: false))
      .first { $0 != $1 }
    #expect(
      new == text,
      "“\(first?.0 ?? "")” was “\(first?.1 ?? "")”; renew and read: \(FirstDayTests.renewal)")
  }

  /// What a terminal shows, without its colours and the test's own folder.
  private func answer(
    _ command: String, _ fixture: Fixture, in folder: String
  ) throws -> [String] {
    var words = try #require(
      Example(command, Label(same: "")).calls().first, "\(command) is no call of crm"
    ).map { $0.hasSuffix(".csv") || $0.hasSuffix(".xlsx") ? folder + $0 : $0 }
    // Where a shell would put them: beside the file.
    if words.first == "import" { words += ["--rejects", words[1].dropLast(3) + "rejects.csv"] }
    let outcome = fixture.run(
      words,
      language: .vi, terminal: 100, variables: ["CRM_DB": folder + "ngay-dau.sqlite"])
    #expect(outcome.code < 2 || outcome.code == 5, "\(command): \(outcome.errors)")
    var text = outcome.output + outcome.errors
    text = text.replacingOccurrences(
      of: "\u{1B}\\[[0-9;]*[A-Za-z]", with: "", options: .regularExpression)
    text = text.replacingOccurrences(of: "[^\n]*\r", with: "", options: .regularExpression)
    text = text.replacingOccurrences(of: folder, with: "")
    return text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
