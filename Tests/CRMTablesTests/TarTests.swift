import CRMTables
import CRMValues
import Foundation
import Testing

/// Archives of plain files, beside those of the tar of the system.
@Suite struct TarTests {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "crm-tar-" + UUID().uuidString
    for name in ["in", "out"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
  }

  private func run(_ words: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/tar")
    process.arguments = words
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func extract(_ archive: String, _ names: Set<String>, limit: Int = 1 << 20) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: archive))
    try TarReader.extract(
      descriptor: file.fileDescriptor, into: folder + "/out", names: names, limit: limit)
  }

  @Test(arguments: [0, 1, 511, 512, 513, 100_000]) func thereAndBack(size: Int) throws {
    let bytes = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    for name in ["khách hàng.csv", "b"] {
      try bytes.write(to: URL(fileURLWithPath: folder + "/in/" + name))
    }
    try run("-cf", folder + "/a.tar", "--format=ustar", "-C", folder + "/in", "khách hàng.csv", "b")
    try extract(folder + "/a.tar", ["khách hàng.csv", "b"])
    for name in ["khách hàng.csv", "b"] {
      #expect(FileManager.default.contents(atPath: folder + "/out/" + name) == bytes)
    }
    let sink = MemorySink()
    try TarWriter.write([("khách hàng.csv", folder + "/out/khách hàng.csv")], to: sink)
    try Data(sink.bytes).write(to: URL(fileURLWithPath: folder + "/b.tar"))
    try FileManager.default.removeItem(atPath: folder + "/in/khách hàng.csv")
    try run("-xf", folder + "/b.tar", "-C", folder + "/in")
    #expect(FileManager.default.contents(atPath: folder + "/in/khách hàng.csv") == bytes)
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func takesNothingElse() throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/in/a"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/in/l", withDestinationPath: "/etc/passwd")
    let wrong: [(arguments: [String], names: Set<String>)] = [
      (["a"], ["b"]), (["l"], ["l"]), (["--transform=s,a,../a,", "-P", "a"], ["../a"]),
      (["--transform=s,a,/tmp/a,", "-P", "a"], ["/tmp/a"]), (["."], [".", "./"]),
    ]
    for (arguments, names) in wrong {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/tar")
      process.arguments = ["-cf", folder + "/a.tar", "-C", folder + "/in"] + arguments
      try process.run()
      process.waitUntilExit()
      #expect(throws: CRMError.self) { try extract(folder + "/a.tar", names) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/out").isEmpty)
    }
    try run("-cf", folder + "/a.tar", "-C", folder + "/in", "a")
    #expect(throws: CRMError.self) { try extract(folder + "/a.tar", ["a"], limit: 0) }
    try extract(folder + "/a.tar", ["a"])
    // What stands there already is not written over.
    #expect(throws: CRMError.self) { try extract(folder + "/a.tar", ["a"]) }
    try FileManager.default.removeItem(atPath: folder)
  }

  /// A size is a number of bytes, and the sum of what comes is limited.
  @Test func countsWhatComes() throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/in/a"))
    try run("-cf", folder + "/a.tar", "--format=ustar", "-C", folder + "/in", "a")
    var archive = try #require(FileManager.default.contents(atPath: folder + "/a.tar"))
    archive.replaceSubrange(124..<136, with: Data("-7777777777\0".utf8))
    archive.replaceSubrange(148..<156, with: Data("        ".utf8))
    let sum = archive[0..<512].reduce(0) { $0 + Int($1) }
    archive.replaceSubrange(148..<155, with: Data(("0" + String(sum, radix: 8) + "\0").utf8))
    try archive.write(to: URL(fileURLWithPath: folder + "/b.tar"))
    #expect(throws: CRMError.self) { try extract(folder + "/b.tar", ["a"]) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/out").isEmpty)
    try FileManager.default.removeItem(atPath: folder)
  }

  /// What nobody else may read stays so.
  @Test func carriesRights() throws {
    for (name, mode) in [("a", 0o600), ("b", 0o644)] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/in/" + name))
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: folder + "/in/" + name)
    }
    let sink = MemorySink()
    try TarWriter.write([("a", folder + "/in/a"), ("b", folder + "/in/b")], to: sink)
    try Data(sink.bytes).write(to: URL(fileURLWithPath: folder + "/b.tar"))
    try run("-xpf", folder + "/b.tar", "-C", folder + "/out")
    for (name, mode) in [("a", 0o600), ("b", 0o644)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/out/" + name)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Half an archive, and what is none, is refused and leads to nothing worse.
  @Test func refusesWhatIsNone() throws {
    try Data(repeating: 7, count: 3000).write(to: URL(fileURLWithPath: folder + "/in/a"))
    try run("-cf", folder + "/a.tar", "--format=ustar", "-C", folder + "/in", "a")
    let whole = try #require(FileManager.default.contents(atPath: folder + "/a.tar"))
    for count in [1, 100, 511, 513, 1024, 3000] {
      try whole.prefix(count).write(to: URL(fileURLWithPath: folder + "/b.tar"))
      #expect(throws: CRMError.self, "\(count)") { try extract(folder + "/b.tar", ["a"]) }
      try? FileManager.default.removeItem(atPath: folder + "/out/a")
    }
    for place in stride(from: 0, to: 512, by: 3) {
      var broken = whole
      broken[place] ^= 0x15
      try broken.write(to: URL(fileURLWithPath: folder + "/b.tar"))
      #expect(throws: CRMError.self, "\(place)") { try extract(folder + "/b.tar", ["a"]) }
    }
    try FileManager.default.removeItem(atPath: folder)
  }
}
