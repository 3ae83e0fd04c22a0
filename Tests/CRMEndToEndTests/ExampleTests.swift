import Foundation
import Testing

/// Everything under Examples that can be executed is, on the sample files.
@Suite struct ExampleTests {
  static let examples = Workplace.repository + "/Examples"

  /// The scripts and what they are called with.
  static let scripts: [String: [String]] = [
    "cron/catch-up.sh": ["2026-12-28", "2027-01-02"],
    "scripts/hand-over.sh": ["lan.pham", "minh.tran"],
    "scripts/import-folder.sh": [examples + "/data"],
    "quickstart": [],
  ]

  private func company() throws -> Workplace {
    let place = try Workplace()
    try place.crm("init")
    let outcome = try place.start(
      "/bin/bash", [Self.examples + "/scripts/import-folder.sh", Self.examples + "/data"]
    ).finish()
    #expect(outcome.code == 0, "\(outcome.errors)")
    return place
  }

  @Test func knowsEveryScript() throws {
    let found = FileManager.default.enumerator(atPath: Self.examples)?.compactMap { $0 as? String }
      .filter { path in
        var isFolder: ObjCBool = false
        let whole = Self.examples + "/" + path
        return FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
          && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: whole)
      }
    // Those of a host need accounts: Tests/Accounts/run.
    let others = Litestream.scripts.union(["host/crm", "host/setup", "cron/mail-each.sh"])
    #expect(Set(found ?? []) == Set(Self.scripts.keys).union(others))
  }

  @Test(arguments: scripts.keys.sorted())
  func runs(script: String) throws {
    let place = try company()
    var arguments = try #require(Self.scripts[script])
    if script.hasSuffix("hand-over.sh") {
      let users = try place.crm("user", "list", "--format", "tsv", "--columns", "code").output
      arguments = users.split(separator: "\n").suffix(2).map(String.init)
      #expect(arguments.count == 2)
    }
    let outcome = try place.start("/bin/bash", [Self.examples + "/" + script] + arguments).finish()
    #expect(outcome.code == 0, "\(outcome.output)\n\(outcome.errors)")
    #expect(!outcome.errors.contains("crm: "), "\(outcome.errors)")
    if script == "quickstart" { #expect(outcome.output.contains("Done:")) }
  }

  /// Each gets what is theirs, and who has nothing no mail.
  @Test func mailsEachTheirs() throws {
    let place = try Workplace()
    try place.crm("init")
    for login in ["lan", "minh", "hoa"] {
      let added = try place.crm(
        "user", "add", login, "--name", "Người \(login)", "--emails", "\(login)@vidu.vn")
      #expect(added.code == 0, "\(added.errors)")
    }
    try place.crm("task", "add", "Gọi", "--performers", "lan", "--due", "today")
    try place.crm("task", "add", "Giao", "--performers", "minh", "--due", "tomorrow")
    try place.crm("task", "add", "Sau", "--performers", "hoa", "--due", "today+9d")
    let log = place.folder + "/mails"
    let mail = place.folder + "/mail"
    try Data("#!/bin/sh\n{ echo \"$3\"; cat; } >> '\(log)'\n".utf8)
      .write(to: URL(fileURLWithPath: mail))
    #expect(chmod(mail, 0o755) == 0)
    let outcome = try place.start(
      "/usr/bin/env", ["MAIL_COMMAND=\(mail)", Self.examples + "/cron/mail-each.sh"]
    ).finish()
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    let addresses = lines.filter { $0.contains("@") }
    #expect(addresses == ["lan@vidu.vn", "minh@vidu.vn"])
    #expect(lines.count { $0.contains("CV00000") } == 2)
  }

  /// The lines of the README's five minutes, one after the other, on the sample files.
  @Test func readme() throws {
    let text = try String(contentsOfFile: Workplace.repository + "/README.md", encoding: .utf8)
    let begin = try #require(text.range(of: "## Five minutes\n\n```\n"))
    let end = try #require(text[begin.upperBound...].range(of: "\n```"))
    let block = text[begin.upperBound..<end.lowerBound]
    let lines = block.replacingOccurrences(of: "\\\n", with: "").split(separator: "\n")
    #expect(lines.count > 30)
    let place = try Workplace()
    try place.bash("cp '\(Self.examples)'/data/* .")
    for line in lines {
      let outcome = try place.bash(
        String(line), with: ["CRM_TODAY": "2026-11-22", "CRM_LANG": "vi"])
      // Four rows of the sample are wrong on purpose.
      let code: Int32 = line.contains("khach-hang.csv") ? 1 : 0
      #expect(outcome.code == code, "\(line): \(outcome.errors)")
    }
  }

  /// The lines of the crontab, as cron would run them on a day of the year's end: with the variables
  /// it names and no others. What is to be mailed is what is due.
  @Test func crontab() throws {
    let place = try company()
    let text = try String(contentsOfFile: Self.examples + "/cron/crontab", encoding: .utf8)
    var variables = ["CRM_TODAY": "2026-12-28"]
    var commands: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.first?.isLetter == true, let sign = line.firstIndex(of: "=") {
        variables[String(line[..<sign])] = String(line[line.index(after: sign)...])
      } else {
        let parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        #expect(parts.count == 6, "\(line)")
        // In a crontab a bare % ends the line.
        commands.append(parts[5].replacingOccurrences(of: "\\%", with: "%"))
        #expect(!parts[5].replacingOccurrences(of: "\\%", with: "").contains("%"))
      }
    }
    #expect(commands.count >= 3)
    let path = try #require(variables["PATH"])
    #expect(path.hasPrefix("/usr/local/bin:"))
    let folder = (Workplace.crm as NSString).deletingLastPathComponent
    variables["PATH"] = path.replacingOccurrences(of: "/usr/local/bin", with: folder)
    variables["CRM_DB"] = place.folder + "/crm.sqlite"
    for command in commands {
      let named = variables.map { "\($0)=\($1)" } + ["HOME=\(place.folder)"]
      let outcome = try place.start(
        "/usr/bin/env", ["-i"] + named + ["/bin/sh", "-c", command]
      ).finish()
      #expect(outcome.code == 0, "\(command): \(outcome.errors)")
      #expect(outcome.errors.isEmpty, "\(command): \(outcome.errors)")
      if !command.contains("remind") { #expect(outcome.output.isEmpty, "\(command)") }
    }
  }

  /// What cron runs says nothing where all is well: an import and an export into files, and reminders
  /// of which none is due.
  @Test func saysNothingWhereNothingIsToBeSaid() throws {
    let place = try Workplace()
    try place.crm("init")
    let folder = (Workplace.crm as NSString).deletingLastPathComponent
    let variables = [
      "PATH=\(folder):/usr/bin:/bin", "CRM_LANG=vi", "TZ=Asia/Ho_Chi_Minh", "CRM_TODAY=2026-12-28",
      "CRM_DB=\(place.folder)/crm.sqlite", "HOME=\(place.folder)",
    ]
    func runs(_ command: String) throws {
      let outcome = try place.start(
        "/usr/bin/env", ["-i"] + variables + ["/bin/bash", "-c", command]
      ).finish()
      #expect(outcome.code == 0, "\(command)")
      #expect(outcome.output.isEmpty, "\(command): \(outcome.output)")
      #expect(outcome.errors.isEmpty, "\(command): \(outcome.errors)")
    }
    try runs("'\(Self.examples)/cron/catch-up.sh' 2026-12-28 2027-01-02")
    let crontab = try String(contentsOfFile: Self.examples + "/cron/crontab", encoding: .utf8)
    let reminders = crontab.split(separator: "\n").filter { $0.contains(" crm remind ") }
    #expect(reminders.count >= 4)
    for line in reminders {
      let parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      try runs(String(parts[5]))
    }
    try runs("printf 'Tên khách hàng,Điện thoại\\nAn,0912345678\\n' > kh.csv; crm import kh.csv")
    for form in ["xlsx", "csv", "json", "vcf"] {
      try runs("crm customer export --\(form) kh2.\(form)")
    }
    try runs("crm import kh2.xlsx")
  }
}
