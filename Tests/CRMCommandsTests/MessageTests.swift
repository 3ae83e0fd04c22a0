import CRMTestSupport
import Foundation
import Testing

/// Every text of the program in both languages, as an editor has last read it through, and what
/// holds for all of them: one spelling, one word for one thing, nothing English in Vietnamese.
@Suite struct MessageTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots/messages.txt")
  private static let words = path.deletingLastPathComponent()
    .appendingPathComponent("vietnamese-words.txt")
  private static let renewal = "RENEW_SNAPSHOTS=1 swift test --skip-build --filter MessageTests"

  @Test func areAsTheyWereRead() throws {
    var made = ""
    var file = ""
    for text in try SourceTexts.all() {
      if text.file != file { made += (file.isEmpty ? "" : "\n") + text.file + "\n" }
      file = text.file
      made += "  \(text.en.isEmpty ? "…" : text.en)\n    \(text.vi)\n"
    }
    if ProcessInfo.processInfo.environment["RENEW_SNAPSHOTS"] != nil {
      return try Data(made.utf8).write(to: MessageTests.path)
    }
    let kept = (try? String(contentsOf: MessageTests.path, encoding: .utf8)) ?? ""
    let first = zip(made.split(separator: "\n"), kept.split(separator: "\n")).first { $0 != $1 }
    #expect(
      made == kept,
      "“\(first?.0 ?? "")” was “\(first?.1 ?? "")”; renew and read: \(MessageTests.renewal)")
  }

  /// The seeds put the tone mark on the first of two vowels: xóa, tùy, thỏa.
  @Test func toneMarksStandWhereTheSeedsPutThem() throws {
    let vowels = [
      "oá", "oà", "oả", "oã", "oạ", "oé", "oè", "oẻ", "oẽ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ",
    ]
    for text in try SourceTexts.all() {
      let words = text.vi.precomposedStringWithCanonicalMapping.lowercased()
        .split { !$0.isLetter }
      for word in words where !word.hasPrefix("qu") {
        #expect(!vowels.contains { word.hasSuffix($0) }, "\(word) in \(text)")
      }
    }
  }

  /// One word for one thing: what is not to be said, and what is.
  @Test(arguments: [
    ("người phụ trách", "chủ sở hữu"), ("toán hạng", "tham số"), ("check (trùng|lại)", "kiểm tra"),
    ("terminal", "màn hình"), ("gửi duyệt", "gửi phê duyệt"), ("nhập tệp", "nhập khẩu"),
    ("xuất tệp", "xuất khẩu"), ("mẫu nhập(?! khẩu)", "mẫu nhập khẩu"), ("trỏ tới", "chỉ đến"),
    ("chữ thường(?! không dấu)", "văn bản thường"), ("giá trị=", "GIÁ-TRỊ"),
  ])
  func saysOneWordForOneThing(avoided: String, wanted: String) throws {
    let words = try Regex(avoided).ignoresCase()
    for text in try SourceTexts.all() where !text.file.hasPrefix("CRMCore/Company/Defaults") {
      #expect(text.vi.firstMatch(of: words) == nil, "“\(wanted)” instead in \(text)")
    }
  }

  /// People read 20/12/2026 and 12.345; an ISO day is for programs.
  @Test func showsNoDaysOfPrograms() throws {
    let days = try Regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")
    for text in try SourceTexts.all() {
      #expect(text.vi.firstMatch(of: days) == nil, "\(text)")
    }
  }

  /// No English word is in a Vietnamese text, outside of what is typed: a word without marks is one
  /// that somebody has read and allowed.
  @Test func saysNothingEnglish() throws {
    let allowed = Set(
      try String(contentsOf: MessageTests.words, encoding: .utf8).split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.map(String.init))
    for text in try SourceTexts.all() {
      let foreign = said(in: text.vi).filter {
        $0.count > 2 && $0.utf8.count == $0.count && !allowed.contains($0)
      }
      #expect(foreign.isEmpty, "\(foreign) in \(text); see \(MessageTests.words.path)")
    }
  }

  /// 12.345, not 12345: a count is told by ``counted``, never as it stands.
  @Test func writesCountsWithDots() throws {
    let bare = try Regex(#"\\\((?:[A-Za-z]+\.)*(?:count|changes|rows|records)\) [a-zà-ỹ]"#)
    for text in try SourceTexts.all() {
      #expect(text.vi.firstMatch(of: bare) == nil, "\(text)")
    }
  }

  /// The words of a text that are said, not typed: no interpolations, quotations, options, paths of
  /// fields, or the noun and verb behind `crm`.
  private func said(in text: String) -> [String] {
    var plain = ""
    var (depth, isQuoted) = (0, false)
    for part in text.replacingOccurrences(of: "\\(", with: "\u{1}") {
      switch part {
      case "\u{1}",
        "(" where depth > 0:
        depth += 1
      case ")" where depth > 0: depth -= 1
      case "'" where depth == 0: isQuoted.toggle()
      default: if depth == 0, !isQuoted { plain.append(part) }
      }
    }
    var words: [String] = []
    var typed = 0
    for word in plain.lowercased().split(separator: " ") {
      if word == "crm" { typed = 3 }
      typed -= 1
      if typed >= 0 || word.contains(where: \.isNumber)
        || word.dropLast().contains(where: { ".:_-=/+,;".contains($0) })
      {
        continue
      }
      words.append(word.filter(\.isLetter))
    }
    return words
  }
}
