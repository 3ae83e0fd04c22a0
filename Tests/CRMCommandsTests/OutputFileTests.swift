import CRMTestSupport
import Foundation
import Testing

/// What a command puts out never takes the place of the database or of what it reads.
@Suite struct OutputFileTests {
  let fixture: Fixture
  private let files = FileManager.default

  init() throws { fixture = try Fixture.company() }

  private func link(_ name: String, to target: String) throws -> String {
    try files.createSymbolicLink(atPath: fixture.file(name), withDestinationPath: target)
    return fixture.file(name)
  }

  /// The ways a command names a file to be written.
  static let commands: [[String]] = [
    ["export", "customer", "--csv"], ["export", "all", "--xlsx"], ["customer", "export", "--json"],
    ["customer", "export", "--vcf"], ["remind", "birthdays", "--ics"],
    ["import", "template", "customer"], ["import", "KH", "--rejects"],
  ]

  private func run(_ command: [String], _ path: String) throws -> Fixture.Outcome {
    let input = try fixture.file("kh.csv", "Mã KH,Tên KH,Email\nK1,An,\nK2,Bình,sai\n")
    return fixture.run(command.map { $0 == "KH" ? input : $0 } + [path])
  }

  private func expectRefused(_ outcome: Fixture.Outcome, _ reason: String) {
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains(": this \(reason)"), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("\n  Name another file\n"), "\(outcome.errors)")
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  /// The path itself, links to it, and ways around.
  @Test(arguments: commands) func neverReplacesTheDatabase(command: [String]) throws {
    let up = String(repeating: "../", count: files.currentDirectoryPath.split(separator: "/").count)
    let hard = fixture.file("cung.csv")
    try files.linkItem(atPath: fixture.path, toPath: hard)
    let folder = try link("thu-muc", to: fixture.folder)
    for path in [
      fixture.path, up + fixture.path.dropFirst(), fixture.folder + "/./crm.sqlite",
      folder + "/crm.sqlite", try link("lien-ket.csv", to: fixture.path), hard,
    ] {
      expectRefused(
        try run(command, path), "is the database; writing there would destroy all its data")
    }
    let vietnamese = fixture.runVietnamese("export", "customer", "--csv", fixture.path)
    #expect(
      vietnamese.errors == """
        crm: \(fixture.path): đây là cơ sở dữ liệu; ghi vào đó sẽ xóa mất toàn bộ dữ liệu
          Hãy chỉ một tệp khác

        """)
  }

  /// They come and go; their names are kept free.
  @Test(arguments: commands) func neverReplacesWhatIsBesideTheDatabase(command: [String]) throws {
    let folder = try link("thu-muc", to: fixture.folder)
    for suffix in ["-wal", "-shm", "-journal"] {
      for path in [fixture.path + suffix, folder + "/crm.sqlite" + suffix] {
        expectRefused(try run(command, path), "file belongs to the database; writing there would")
      }
    }
  }

  /// A hard link has files of its own name beside it, as soon as somebody opens it by that.
  @Test(arguments: commands) func neverReplacesWhatIsBesideItsOtherNames(command: [String]) throws {
    let folder = try link("thu-muc", to: fixture.folder)
    try files.linkItem(atPath: fixture.path, toPath: fixture.file("b.sqlite"))
    for suffix in ["-wal", "-shm", "-journal"] {
      for path in [fixture.file("b.sqlite" + suffix), folder + "/b.sqlite" + suffix] {
        expectRefused(try run(command, path), "file belongs to the database; writing there would")
      }
    }
    let log = try fixture.file("b.sqlite-wal", "")
    expectRefused(
      try run(command, link("nhat-ky.csv", to: log)), "file belongs to the database; writing there")
  }

  /// The copies of an upgrade, of whichever name of the database, and a name that one may get.
  @Test(arguments: commands) func neverReplacesACopy(command: [String]) throws {
    try files.linkItem(atPath: fixture.path, toPath: fixture.file("b.sqlite"))
    for name in [
      "crm.sqlite.format-1.backup", "crm.sqlite.format-12.backup.3",
      "crm.sqlite.replaced-20261130-201500", "b.sqlite.format-1.backup",
    ] {
      expectRefused(
        try run(command, fixture.file(name)), "is the copy of a database from before it was")
      #expect(!files.fileExists(atPath: fixture.file(name)))
    }
    let copy = fixture.file("crm.sqlite.format-1.backup")
    try files.copyItem(atPath: fixture.path, toPath: copy)
    let before = files.contents(atPath: copy)
    expectRefused(try run(command, copy), "is the copy of a database from before it was")
    let hard = fixture.file("cung.csv")
    try files.linkItem(atPath: copy, toPath: hard)
    for path in [hard, try link("lien-ket.csv", to: copy)] {
      expectRefused(
        try run(command, path), path == hard ? "is another database" : "is the copy of a database")
    }
    #expect(files.contents(atPath: copy) == before)
    // Where there is no such database, it is a name like any other.
    #expect(try run(command, fixture.file("c.format-1.backup")).code <= 1)
  }

  @Test(arguments: commands) func neverReplacesAnotherDatabase(command: [String]) throws {
    let other = fixture.file("khac.sqlite")
    try files.copyItem(atPath: fixture.path, toPath: other)
    expectRefused(
      try run(command, other), "is another database; writing there would destroy all its data")
    expectRefused(try run(command, other + "-wal"), "file belongs to the database")
  }

  @Test(arguments: commands) func refusesFoldersAndDevices(command: [String]) throws {
    for (path, reason) in [
      (fixture.folder, "is a folder, not a file"),
      ("/dev/zero", "a device, which no file is written to"),
      (fixture.file("khong/x.csv"), "no such folder"),
    ] {
      let outcome = try run(command, path)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("\(path): \(reason)"), "\(outcome.errors)")
      #expect(fixture.run("customer", "list", "--count").output == "3\n")
    }
  }

  @Test func refusesAnEmptyName() {
    let outcome = fixture.run("export", "customer", "--csv", "")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("crm: the name of the file to be written is empty\n"))
  }

  /// A database that is itself named by a link has its files beside what that leads to.
  @Test func followsTheNameOfTheDatabase() throws {
    let other = NSTemporaryDirectory() + "crm-link-" + UUID().uuidString
    try files.createSymbolicLink(atPath: other, withDestinationPath: fixture.path)
    defer { try? files.removeItem(atPath: other) }
    for path in [fixture.path, fixture.path + "-wal", other] {
      let outcome = fixture.run("--db", other, "export", "customer", "--csv", path)
      #expect(outcome.code == 2, "\(outcome.errors)")
    }
  }

  @Test func neverReplacesTheFileThatIsRead() throws {
    let text = "Mã KH,Tên KH,Email\nK1,An,\nK2,Bình,sai\n"
    let input = try fixture.file("kh.csv", text)
    let hard = fixture.file("cung.csv")
    try files.linkItem(atPath: input, toPath: hard)
    for path in [input, hard, try link("lien-ket.csv", to: input)] {
      for read in [input, fixture.file("lien-ket.csv")] {
        expectRefused(
          fixture.run("import", read, "--rejects", path),
          "is the file that is read; writing there would destroy it")
      }
    }
    #expect(try fixture.contents("kh.csv") == text)
  }

  @Test(arguments: commands) func refusesALinkToNothing(command: [String]) throws {
    let path = try link("khong.csv", to: fixture.file("o-dau.csv"))
    let outcome = try run(command, path)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasPrefix(
        "crm: \(path): a symbolic link to a file that is not there\n  Remove the link"),
      "\(outcome.errors)")
    #expect(try files.destinationOfSymbolicLink(atPath: path) == fixture.file("o-dau.csv"))
    #expect(!files.fileExists(atPath: fixture.file("o-dau.csv")))
  }

  @Test(arguments: commands) func keepsAReadOnlyFile(command: [String]) throws {
    let path = try fixture.file("giu.csv", "cũ")
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let outcome = try run(command, path)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasPrefix("crm: \(path): the file is read-only and is not replaced\n  Name"),
      "\(outcome.errors)")
    #expect(try fixture.contents("giu.csv") == "cũ")
    #expect(fixture.run("customer", "list", "--count").output == "3\n")
  }

  /// A link that leads somewhere keeps leading there; a device takes what comes.
  @Test func writesThroughLinksAndDevices() throws {
    let target = try fixture.file("that.csv", "cũ")
    let path = try link("lien-ket.csv", to: target)
    #expect(fixture.run("export", "customer", "--csv", path, "--columns", "code").code == 0)
    #expect(try fixture.contents("that.csv").hasPrefix("Code\r\nKH000001\r\n"))
    #expect(try files.destinationOfSymbolicLink(atPath: path) == target)
    for command in Self.commands {
      let outcome = try run(command, "/dev/null")
      #expect(outcome.code == (command.contains("KH") ? 1 : 0), "\(outcome.errors)")
    }
  }
}
