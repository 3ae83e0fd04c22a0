import CRMValues

/// Lists of paths as typed after `--columns` and `--sort`.
public enum PathList {
  /// Splits at commas that stand neither in brackets nor in quotation marks:
  /// `name,orders[status in (draft, confirmed)].total` is two paths.
  public static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "[", "(": if !isQuoted { depth += 1 }
      case "]", ")": if !isQuoted { depth -= 1 }
      case ",":
        if depth <= 0, !isQuoted {
          parts.append(part)
          part = ""
          continue
        }
      default: break
      }
      part.append(character)
    }
    parts.append(part)
    return parts.map(cleaned).filter { !$0.isEmpty }
  }
}
