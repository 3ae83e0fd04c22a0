extension NumberFormat {
  /// Returns the format of a built-in number (ECMA-376 18.8.30); nil for one that has to be
  /// declared.
  ///
  /// 27 to 36 and 50 to 58 are days and times in the East Asian editions, 71 to 81 in the Thai one,
  /// which is where files with them come from.
  static func builtIn(_ id: Int) -> String? {
    switch id {
    case 0: return "General"
    case 1: return "0"
    case 2: return "0.00"
    case 3: return "#,##0"
    case 4: return "#,##0.00"
    case 5, 6, 37, 38, 41, 42: return "#,##0;-#,##0"
    case 7, 8, 39, 40, 43, 44: return "#,##0.00;-#,##0.00"
    case 9: return "0%"
    case 10: return "0.00%"
    case 11: return "0.00E+00"
    case 12: return "# ?/?"
    case 13: return "# ??/??"
    case 15: return "d-mmm-yy"
    case 16: return "d-mmm"
    case 17: return "mmm-yy"
    case 30: return "m/d/yy"
    case 14, 27...29, 31, 34...36, 50...54, 57, 58, 71...74, 81:
      return "yyyy-mm-dd"
    case 18...21, 32, 33, 55, 56, 75, 76: return "h:mm:ss"
    case 22, 77: return "yyyy-mm-dd h:mm"
    case 45, 78: return "mm:ss"
    case 46, 79: return "[h]:mm:ss"
    case 47, 80: return "mm:ss.0"
    case 48: return "##0.0E+0"
    case 49: return "@"
    default: return nil
    }
  }
}
