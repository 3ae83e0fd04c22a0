/// Returns what two spellings of the same words have in common where marks matter: lower case,
/// Normalization Form C, blank runs as one space, none at the ends, nothing that nobody sees, the
/// look-alike ð as đ, and tone marks where the newer spelling puts them (`hòa`, `khỏe`, `thủy` as
/// `hoà`, `khoẻ`, `thuỷ`).
///
/// What names something is compared by it: `NGUYỄN  Văn Hòa` and `Nguyễn Văn Hoà` are one name,
/// `Nguyen Van Hoa` is another.
public func identityText(_ text: String) -> String {
  if isPlainCode(text) { return text.lowercased() }
  var result = String.UnicodeScalarView()
  var isBlank = false
  for scalar in nfc(seen(text)).lowercased().unicodeScalars {
    if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F {
      isBlank = true
      continue
    }
    if isBlank && !result.isEmpty { result.append(" ") }
    isBlank = false
    if let first = result.last, let moved = movedTone(first, scalar) {
      result.removeLast()
      result.append(moved.first)
      result.append(moved.second)
    } else {
      result.append(scalar == "ð" ? "đ" : scalar)
    }
  }
  return String(result)
}

/// Whether a text is of printable ASCII characters without blanks: what it is the same as differs
/// from it by case alone.
public func isPlainCode(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
}

/// Returns the text without characters that nobody sees: zero-width ones, soft hyphens, direction
/// marks.
private func seen(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isUnseen) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnseen($0) }))
}

private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.value >= 0xAD else { return false }
  return scalar.properties.generalCategory == .format
    || scalar.properties.isDefaultIgnorableCodePoint
}

/// The vowels that carry the five tone marks, the unmarked one first.
private let toned: [[Unicode.Scalar]] = [
  ["a", "à", "á", "ả", "ã", "ạ"], ["e", "è", "é", "ẻ", "ẽ", "ẹ"], ["o", "ò", "ó", "ỏ", "õ", "ọ"],
  ["u", "ù", "ú", "ủ", "ũ", "ụ"], ["y", "ỳ", "ý", "ỷ", "ỹ", "ỵ"],
]

/// Returns `oa`, `oe` or `uy` with the tone mark of the first letter on the second; nil for any
/// other pair of letters.
private func movedTone(
  _ first: Unicode.Scalar, _ second: Unicode.Scalar
) -> (first: Unicode.Scalar, second: Unicode.Scalar)? {
  guard second == "a" || second == "e" || second == "y", first.value >= 0x80 else { return nil }
  let carrier = second == "y" ? toned[3] : toned[2]
  guard let tone = carrier.firstIndex(of: first),
    let vowel = toned.first(where: { $0[0] == second })
  else { return nil }
  return (carrier[0], vowel[tone])
}
