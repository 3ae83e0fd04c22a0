import CRMValues
import Foundation
import Testing

@testable import CRMTables

/// Files that are written beside their places, and what becomes of those that were left there.
@Suite struct OutputPlaceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/kh.csv" }

  private func write(_ text: String, _ sink: any ByteSink) throws {
    try Array(text.utf8).withUnsafeBytes(sink.write)
  }

  /// Nobody holds what a killed process left; others of the folder are none of ours.
  @Test func sweepsWhatWasLeft() throws {
    let left = [".kh.csv.1~", ".kh.csv.1a2b3c4~", ".kh.csv.zz~-wal"]
    let others = [
      ".kh.csv.~", ".kh.csv.12345678~", ".kh.csv.a-b~", ".kh.csv.1a2b3c", ".kh.csvx.1a2b3c~",
      "kh.csv.1a2b3c~", ".kh.csv.ABC\u{E9}~",
    ]
    for name in left + others + [".kh.csv.zz~"] { _ = try folder.file(name, [1]) }
    let sink = try AtomicFile(path: path)
    try sink.commit()
    #expect(try folder.names() == (others + ["kh.csv"]).sorted())
  }

  @Test func leavesWhatIsBeingWritten() throws {
    let first = try AtomicFile(path: path)
    try write("một", first)
    let second = try AtomicFile(path: path)
    try write("hai", second)
    try second.commit()
    #expect(try folder.contents("kh.csv") == "hai")
    try first.commit()
    #expect(try folder.contents("kh.csv") == "một")
    #expect(try folder.names() == ["kh.csv"])
  }

  /// Also where the other file came while this one was written.
  @Test(arguments: [true, false]) func replacesOnlyWhatItMay(isLink: Bool) throws {
    let sink = try openSink(path, replacing: false)
    try write("mới", sink)
    if isLink {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nothing")
    } else {
      _ = try folder.file("kh.csv", Array("cũ".utf8))
    }
    let error = #expect(throws: CRMError.self) { try sink.commit() }
    #expect(error?.kind == .conflict)
    #expect(error?.message.en == "there is already a file at \(path)")
    #expect(try folder.names() == ["kh.csv"])
    if !isLink { #expect(try folder.contents("kh.csv") == "cũ") }
  }

  @Test func standsWhereNothingDid() throws {
    let sink = try openSink(path, replacing: false)
    try write("mới", sink)
    try sink.commit()
    #expect(try folder.contents("kh.csv") == "mới")
    #expect(try folder.names() == ["kh.csv"])
  }

  @Test(arguments: [true, false]) func saysWhenItsFolderIsGone(replacing: Bool) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/in", withIntermediateDirectories: false)
    let sink = try openSink(folder.path + "/in/kh.csv", replacing: replacing)
    try write("x", sink)
    try FileManager.default.removeItem(atPath: folder.path + "/in")
    let error = #expect(throws: CRMError.self) { try sink.commit() }
    #expect(error?.message.en == "\(folder.path)/in/kh.csv: no such folder")
  }

  @Test(
    arguments: [
      ("a.db.format-1.backup", "a.db"), ("/x/a.format-1.backup.format-22.backup", nil),
      ("a.db.format-12.backup.3", "a.db"), ("a.db.format-1.backup.", nil),
      ("a.db.replaced-20261130-201500", "a.db"), ("a.db.replaced-20261130-201500.12", "a.db"),
      ("/x/.replaced-20261130-201500", nil), (".replaced-20261130-201500", nil),
      ("a.db.replaced-2026113-201500", nil), ("a.db.replaced-20261130-201500.", nil),
      ("a.db.replaced-20261130", nil), ("a.db.replaced-20261130-2015001", nil),
      ("a.db.format-.backup", nil), (".format-1.backup", nil),
      ("/x/.format-1.backup", nil), ("a.db.format-1.backups", nil), ("a.db", nil), ("", nil),
      ("a.db.format-1.backup3", nil), ("a.db.format-1.backup.x", nil), ("a.db.backup", nil),
    ] as [(String, String?)])
  func knowsCopiesByTheirNames(name: String, base: String?) {
    let nested = name.hasPrefix("/x/a") ? "/x/a.format-1.backup" : base
    #expect(DatabaseFiles.baseOfCopy(name) == nested)
  }

  @Test(
    arguments: [
      ("/dev/stdout", 1), ("/dev/fd/7", 7), ("/proc/self/fd/2", 2), ("/dev/null", nil),
      ("kh.csv", nil), ("/dev/fd/x", nil), ("", nil),
    ] as [(String, Int32?)])
  func knowsItsOwnStreams(path: String, descriptor: Int32?) {
    #expect(FilePath.descriptor(path) == descriptor)
  }

  /// A link in a circle leads nowhere.
  @Test func endsInACircle() throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "kh.csv")
    #expect(FilePath.descriptor(path) == nil)
    #expect(throws: CRMError.self) { try openSink(path) }
  }

  /// Lines come as they are, whatever they consist of and however they are cut into pieces.
  @Test func readsLines() throws {
    let text = "a\r\n\n" + String(repeating: "dài ", count: 50_000) + "\n\u{0}b\ncuối"
    let file = try folder.file("x.txt", Array(text.utf8) + [0xFF])
    let descriptor = open(file, O_RDONLY)
    defer { close(descriptor) }
    let lines = InputLines(descriptor: descriptor, name: "x")
    var read: [[UInt8]] = []
    while let line = try lines.next() { read.append(line) }
    #expect(read.count == 5)
    #expect(Array(read.joined()) == Array(text.utf8) + [0xFF])
    #expect(read.prefix(2) == [Array("a\r\n".utf8), [0x0A]])
    #expect(try lines.next() == nil)
    #expect(try InputLines(descriptor: 999, name: "x").next() == nil)
  }
}
