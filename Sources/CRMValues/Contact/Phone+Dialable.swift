extension Phone {
  /// Returns a number as people dial and read it: in Vietnam the national form in groups
  /// (`0912 345 678`, `024 3825 6686`, `1900 6017`), a foreign one behind its plus. What is no
  /// number, or has a note or an extension with it, stays as it was typed.
  public static func dialable(_ typed: String) -> String {
    guard typed.utf8.allSatisfy(isPlain), let key = key(typed) else { return typed }
    guard key.hasPrefix("+84") else { return key }
    let digits = Array(key.dropFirst(3))
    if digits.starts(with: "1900") || digits.starts(with: "1800") {
      return grouped(digits, [4, 4])
    }
    let national = ["0"] + digits
    switch (digits[0], digits.count) {
    case ("2", 10) where digits[1] == "4" || digits[1] == "8": return grouped(national, [3, 4, 4])
    case (_, 10): return grouped(national, [4, 4, 3])
    default: return grouped(national, [4, 3, 3])
    }
  }

  /// Digits and what stands around them; no letters, and no slash of an extension.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"):
      return true
    default: return false
    }
  }

  private static func grouped(_ digits: [Character], _ sizes: [Int]) -> String {
    var rest = digits[...]
    var groups: [String] = []
    for size in sizes where !rest.isEmpty {
      groups.append(String(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    if !rest.isEmpty { groups.append(String(rest)) }
    return groups.joined(separator: " ")
  }
}
