import CRMValues

/// How large a file is, as people say it: `812 KB`, `12.3 MB`, `12,3 MB` in Vietnamese.
enum FileSize {
  static func text(_ bytes: Int) -> Label {
    var unit = 0
    var tenths = bytes * 10 / 1024
    while tenths >= 10_240, unit < units.count - 1 {
      tenths /= 1024
      unit += 1
    }
    let (whole, tenth) = (tenths / 10, tenths % 10)
    guard unit > 0 else { return Label(same: "\(whole) \(units[0])") }
    return Label("\(whole).\(tenth) \(units[unit])", vi: "\(whole),\(tenth) \(units[unit])")
  }

  private static let units = ["KB", "MB", "GB", "TB"]
}
