import CRMTables
import CRMValues
import Foundation

/// Who may read and write the file, and what stands beside it.
struct PlaceCheck: Check {
  let name = Choice("place", Label("Place of the file", vi: "Nơi đặt tệp"))
  let advice = Label(
    "Let nobody else write in the folder (chmod go-w FOLDER), and move what was left away.",
    vi: "Đừng cho người khác ghi vào thư mục (chmod go-w THƯ-MỤC), và dời tệp sót lại đi nơi khác.")

  /// What nobody but the owner may do to the file, and to its folder.
  private static let others: mode_t = 0o077
  private static let writing: mode_t = 0o022

  /// How older releases called what they had not brought to its end.
  private static let unfinished = ".unfinished"

  func find(_ examination: Examination) throws {
    if examination.isTriedAgain { return }
    let file = FilePath.resolved(examination.path)
    for path in [file] + DatabaseFiles.companions.map({ file + $0 }) {
      guard let mode = PlaceCheck.mode(path), mode & PlaceCheck.others != 0 else { continue }
      try examination.note(
        Finding(
          table: "file", part: (path as NSString).lastPathComponent,
          found: .words(Label(same: PlaceCheck.octal(mode))),
          wanted: .words(Label(same: PlaceCheck.octal(mode & ~PlaceCheck.others))), .mendable))
    }
    let folder = (file as NSString).deletingLastPathComponent
    // In a folder with the sticky bit nobody takes away or replaces what is not theirs.
    if let mode = PlaceCheck.mode(folder.isEmpty ? "." : folder), mode & PlaceCheck.writing != 0,
      mode & mode_t(S_ISVTX) == 0
    {
      try examination.note(
        Finding(
          table: "file", part: "folder", found: .words(Label(same: PlaceCheck.octal(mode))),
          wanted: .words(Label(same: PlaceCheck.octal(mode & ~PlaceCheck.writing))), .left))
    }
    try findLeftFiles(examination, beside: file)
  }

  /// What a command left that was killed: no harm, but nobody needs it.
  private func findLeftFiles(_ examination: Examination, beside file: String) throws {
    let folder = (file as NSString).deletingLastPathComponent
    let name = (file as NSString).lastPathComponent
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let older = all.filter {
      $0 == name + "-journal"
        || $0.hasSuffix(Self.unfinished)
          && DatabaseFiles.baseOfCopy(String($0.dropLast(Self.unfinished.count))) == name
    }
    for other in TemporaryName.left(beside: file) + older.sorted() {
      try examination.note(
        Finding(
          table: "file", part: other,
          found: .words(Label("left by a command that was killed", vi: "lệnh bị dừng để sót lại")),
          .notice))
    }
  }

  func mend(_ mending: Mending) throws {
    // No transaction takes back what rights a file has.
    guard !mending.isTried else { return }
    let folder = (FilePath.resolved(mending.path) as NSString).deletingLastPathComponent
    for place in try mending.places() {
      guard let name = place.field else { continue }
      let path = folder + "/" + name
      if let mode = PlaceCheck.mode(path) { chmod(path, mode & ~PlaceCheck.others) }
    }
  }

  /// Returns the rights of a file; nil where there is none.
  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  private static func octal(_ mode: mode_t) -> String { "0" + String(mode, radix: 8) }
}
