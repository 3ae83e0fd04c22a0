extension Unicode.Scalar {
  /// Whether a terminal takes it for a command and not for text: control characters of seven and
  /// eight bits, what turns the direction of writing or shapes of letters, and the line ends that
  /// some terminals obey.
  ///
  /// Joiners and variation selectors are none of these: emoji and many scripts need them.
  public var commandsTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F,
      0xFFF9...0xFFFB:
      return true
    default:
      return false
    }
  }
}

/// Returns a text that stays on its line and commands no terminal: what would becomes a blank.
public func terminalText(_ text: String) -> String {
  guard mayCommandTerminal(text), text.unicodeScalars.contains(where: \.commandsTerminal) else {
    return text
  }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(scalar.commandsTerminal ? " " : scalar) }
  return String(result)
}

/// Tells by the first bytes of its characters whether a text can hold what commands a terminal.
private func mayCommandTerminal(_ text: String) -> Bool {
  text.utf8.contains {
    $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 || $0 == 0xEF
  }
}
