/// Returns a word as a shell takes it: plain where that is safe, else in quotation marks.
public func shellWord(_ word: String) -> String {
  let plain = word.unicodeScalars.allSatisfy {
    $0.value >= 128 || $0.properties.isAlphabetic || $0.properties.numericType != nil
      || "-_./:=,+@%".unicodeScalars.contains($0)
  }
  if plain && !word.isEmpty { return word }
  return "'"
    + word.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: "'\\''") + "'"
}
