/// The rules Excel has for names of sheets.
struct SheetNames {
  private var used: Set<String> = []

  /// Returns a name Excel takes: no `[]:*?/\`, no apostrophe at the ends, at most 31 UTF-16 units,
  /// not `History`, different from those before whatever the case.
  mutating func unique(_ wanted: String) -> String {
    var name = String(
      wanted.unicodeScalars.map { scalar -> Character in
        SheetNames.isForbidden(scalar) ? "-" : Character(scalar)
      })
    while name.first == "'" { name.removeFirst() }
    name = SheetNames.cut(name, to: 31)
    if name.isEmpty || name.lowercased() == "history" { name += "_" }
    var candidate = name
    var number = 2
    while !used.insert(candidate.lowercased()).inserted {
      let suffix = " (\(number))"
      candidate = SheetNames.cut(name, to: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return candidate
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 0x20 || scalar.value == 0xFFFE
      || scalar.value == 0xFFFF
  }

  /// Cuts between characters and leaves no apostrophe or space at the end.
  private static func cut(_ name: String, to limit: Int) -> String {
    var cut = name
    while cut.utf16.count > limit || cut.last == "'" || cut.last == " " { cut.removeLast() }
    return cut
  }
}
