import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine

#if canImport(Glibc)
  import Glibc
#endif

/// What cannot be written is not upgraded, and says by whom it can be. No rights stop root, so that
/// root goes on as somebody else, of whose files none is: in this thread only.
@Suite struct UpgradeRefusalTests {
  private let old: OldDatabase

  init() throws { old = try OldDatabase() }

  private static let second = Migrations.Step.sql(["UPDATE thing SET name = 'x'"])

  private typealias SetUser = @convention(c) (uid_t) -> Int32

  /// Runs a body as a user who owns nothing.
  private func asNobody<T>(_ body: () throws -> T) throws -> T {
    guard geteuid() == 0 else { return try body() }
    // The module of the C library leaves it out.
    let function = try #require(dlsym(nil, "setfsuid"))
    let setUser = unsafeBitCast(function, to: SetUser.self)
    _ = setUser(65_534)
    defer { _ = setUser(0) }
    return try body()
  }

  @Test(arguments: [(0o444, 0o777), (0o644, 0o555), (0o444, 0o555), (0o666, 0o555)])
  func saysWhoMayWrite(file: Int, folder: Int) throws {
    let files = FileManager.default
    // Of another than whoever runs this, root does not keep it from its owner.
    try files.setAttributes([.posixPermissions: file], ofItemAtPath: old.path)
    try files.setAttributes([.posixPermissions: folder], ofItemAtPath: old.folder.path)
    defer {
      try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: old.folder.path)
      try? files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: old.path)
    }
    let owner = try files.attributesOfItem(atPath: old.path)[.ownerAccountName] as? String ?? "?"
    for mode in [Store.Mode.reading, .writing] {
      let error = try asNobody { failure { try old.open(Self.second, mode: mode) } }
      #expect(error?.kind == .database)
      #expect(
        error?.message.en.contains("has to be upgraded from format 1 to 2, and cannot be written")
          == true, "\(String(describing: error))")
      #expect(error?.hints.first?.en.contains("as its owner (\(owner))") == true)
      #expect(error?.hints.first?.en.hasSuffix("crm log --db \(old.path)") == true)
      #expect(error?.hints.first?.vi.contains(owner) == true)
    }
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: old.folder.path)
    #expect(try old.contents() == OldDatabase.before)
    #expect(try old.folder.names.filter { $0.contains("backup") } == [])
  }

  /// One that cannot even be read is none of which to say more.
  @Test func saysNothingOfWhatIsHidden() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: old.path)
    let error = try asNobody { failure { try old.open(Self.second) } }
    #expect(error?.kind == .database)
    #expect(error?.message.en.contains("cannot be opened") == true)
  }

  /// Without a copy nothing is upgraded. A file's name may have 255 bytes; that of this copy would
  /// have more.
  @Test(arguments: [Store.Mode.reading, .writing])
  func wantsItsCopy(mode: Store.Mode) throws {
    let old = try OldDatabase(name: String(repeating: "x", count: 245))
    let error = failure { try old.open(Self.second, mode: mode) }
    #expect(error?.kind == .database)
    #expect(
      error?.message.en.contains("was not upgraded, because the copy \(old.path).format-1.backup")
        == true, "\(String(describing: error))")
    #expect(error?.message.en.hasSuffix(": cannot be written: File name too long") == true)
    #expect(error?.message.vi.contains("chưa nâng cấp") == true)
    #expect(error?.message.vi.contains("không ghi được") == true)
    #expect(try old.contents(of: (old.path as NSString).lastPathComponent) == OldDatabase.before)
    #expect(try old.folder.names.filter { $0.hasSuffix("~") } == [])
  }
}
