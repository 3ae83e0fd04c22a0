import CRMValues

/// The greatest code of a kind, so that an import whose codes rise need not look each one up.
struct HighestCode {
  /// The code's bytes, capital ASCII letters made small, as the index compares them.
  private var bytes: [UInt8]

  init(_ code: String?) { bytes = HighestCode.folded(code ?? "") }

  /// Whether a code comes after every code there is, and so is not taken.
  func isBelow(_ code: String) -> Bool {
    bytes.lexicographicallyPrecedes(HighestCode.folded(code))
  }

  /// Notes a code that is now taken.
  mutating func note(_ code: String) {
    let other = HighestCode.folded(code)
    if bytes.lexicographicallyPrecedes(other) { bytes = other }
  }

  private static func folded(_ code: String) -> [UInt8] {
    code.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
  }
}

extension Reader {
  /// Returns the greatest number among the codes of a kind that are such as its pattern makes; nil
  /// where there are none.
  func highestNumber(of entity: Entity) throws -> Int64? {
    guard let pattern = try Setting(codesOf: entity).map({ try cache.setting($0) }) else {
      return nil
    }
    let start = pattern.prefix.utf8.count + 1
    // No prefix has a letter that means something to GLOB.
    let find = try cache.prepared(
      """
      SELECT max(CAST(substr(code, \(start)) AS INTEGER)) FROM \(entity.table)
      WHERE code GLOB '\(pattern.prefix)[0-9]*' AND substr(code, \(start)) NOT GLOB '*[^0-9]*'
      AND length(code) - \(start - 1) BETWEEN \(pattern.width) AND \(CodePattern.mostDigits)
      """)
    return try find.firstInteger()
  }
}

extension Writer {
  /// Keeps numbers that are still to be given out above those of the codes there are, once codes
  /// are to look otherwise.
  func raiseNumber(of kind: Kind) throws {
    guard let highest = try highestNumber(of: entity(kind)) else { return }
    let statements = try statements(kind)
    guard highest >= statements.nextCode else { return }
    statements.nextCode = highest + 1
    statements.numberingChanged = true
  }

  /// Whether a code comes after every code of the kind, those in the trash included.
  func isBeyondAllCodes(_ kind: Kind, _ code: String) throws -> Bool {
    guard isPlainCode(code), try !hasOddCodes(kind) else { return false }
    let statements = try statements(kind)
    if statements.highestCode == nil {
      try beforeReading(kind)
      let greatest = try cache.statement("SELECT max(code) FROM \(statements.entity.table)")
      _ = try greatest.step()
      statements.highestCode = HighestCode(greatest.text(0))
      greatest.reset()
    }
    return statements.highestCode?.isBelow(code) ?? false
  }

  /// Notes the code of a record that was written.
  func noteCode(_ statements: KindStatements, _ values: [Value]) {
    guard statements.highestCode != nil, let position = statements.codePosition,
      case .text(let code) = values[position]
    else { return }
    statements.highestCode?.note(code)
  }
}
