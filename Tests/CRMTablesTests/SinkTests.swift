import CRMTables
import CRMValues
import Foundation
import Testing

@Suite struct SinkTests {
  private func write(_ text: String, _ sink: any ByteSink) throws {
    try Array(text.utf8).withUnsafeBytes(sink.write)
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func nothingInPlaceBeforeCommit() throws {
    let folder = try TemporaryFolder()
    let sink = try AtomicFile(path: "\(folder.path)/a.csv")
    try write("mã", sink)
    #expect(try folder.names() == [URL(fileURLWithPath: sink.temporaryPath).lastPathComponent])
    try sink.commit()
    #expect(try folder.names() == ["a.csv"])
    #expect(try folder.contents("a.csv") == "mã")
  }

  @Test func discardKeepsTheOldFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", Array("old".utf8))
    do {
      let sink = try AtomicFile(path: path)
      try write("new", sink)
    }
    #expect(try folder.names() == ["a.csv"])
    #expect(try folder.contents("a.csv") == "old")
  }

  @Test func keepsPermissions() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", [])
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let sink = try AtomicFile(path: path)
    #expect(try mode(sink.temporaryPath) == 0o600)
    try sink.commit()
    #expect(try mode(path) == 0o600)
  }

  @Test func symbolicLinkStays() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("real.csv", [])
    let link = "\(folder.path)/link.csv"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let sink = try AtomicFile(path: link)
    try write("x", sink)
    try sink.commit()
    #expect(try folder.contents("real.csv") == "x")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
  }

  @Test func longName() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "đ", count: 125) + ".csv"
    let sink = try AtomicFile(path: "\(folder.path)/\(name)")
    try sink.commit()
    #expect(try folder.names() == [name])
  }

  @Test func missingFolder() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: CRMError.self) { try AtomicFile(path: "\(folder.path)/b/a.csv") }
    #expect(error?.message.en == "\(folder.path)/b/a.csv: no such folder")
  }

  @Test func folderInTheWay() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: CRMError.self) { try openSink(folder.path) }
    #expect(error?.message.en == "\(folder.path): is a folder, not a file")
  }

  @Test func device() throws {
    let sink = try openSink("/dev/null")
    #expect(sink is DescriptorSink)
    try write("x", sink)
    try sink.commit()
  }

  @Test func fullDisk() throws {
    let sink = try openSink("/dev/full")
    let error = #expect(throws: CRMError.self) { try write("x", sink) }
    #expect(error?.message.en == "/dev/full: the disk is full")
  }

  @Test func closedPipe() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let sink = DescriptorSink(descriptor: pipe.fileHandleForWriting.fileDescriptor, name: "-")
    #expect(throws: ClosedPipe.self) { try write("x", sink) }
    let writer = try openWriter(.csv, to: .sink(sink))
    #expect(throws: ClosedPipe.self) {
      try writer.beginSheet(TextWriterTests.sheet)
      try writer.finish()
    }
  }

  @Test(arguments: OutputFormat.allCases) func cancelledWriter(_ format: OutputFormat) throws {
    let folder = try TemporaryFolder()
    let writer = try openWriter(format, to: .path("\(folder.path)/a"))
    try writer.beginSheet(TextWriterTests.sheet)
    try writer.write(TextWriterTests.rows[0])
    writer.cancel()
    #expect(try folder.names() == [])
  }

  @Test(arguments: OutputFormat.allCases) func forgottenWriter(_ format: OutputFormat) throws {
    let folder = try TemporaryFolder()
    do {
      let writer = try openWriter(format, to: .path("\(folder.path)/a"))
      try writer.beginSheet(TextWriterTests.sheet)
    }
    #expect(try folder.names() == [])
  }
}
