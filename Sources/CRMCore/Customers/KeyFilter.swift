import CRMEngine

/// Tells of most keys that are in no key table that they are not, without looking: each key sets
/// three bits of many (Bloom, 1970). What it cannot rule out is looked up.
struct KeyFilter {
  /// 4 MB: of two million keys it fails to rule out one in 200.
  private static let bits: UInt64 = 1 << 25

  private var words = [UInt64](repeating: 0, count: Int(bits / 64))

  /// Notes a key that is in a table.
  mutating func insert(_ key: String) {
    var hash = KeyFilter.hash(key)
    for _ in 0..<3 {
      let bit = hash % KeyFilter.bits
      words[Int(bit / 64)] |= 1 << (bit % 64)
      hash = KeyFilter.next(hash)
    }
  }

  /// Whether a key was certainly never noted.
  func lacks(_ key: String) -> Bool {
    var hash = KeyFilter.hash(key)
    for _ in 0..<3 {
      let bit = hash % KeyFilter.bits
      if words[Int(bit / 64)] & (1 << (bit % 64)) == 0 { return true }
      hash = KeyFilter.next(hash)
    }
    return false
  }

  /// FNV-1a, and mixed so that each bit of the key reaches the low ones.
  private static func hash(_ key: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var key = key
    key.withUTF8 { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return next(hash)
  }

  private static func next(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (hash >> 31)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }
}

extension DuplicateCheck {
  /// Keeps from now on which keys no customer has, for an addition of many customers and nothing
  /// else.
  func filterKeys() throws {
    var filter = KeyFilter()
    for field in entity.fields where field.isKeyed {
      let keys = try cache.statement("SELECT key FROM customer_\(field.name)_key")
      while try keys.step() { if let key = keys.text(0) { filter.insert(key) } }
    }
    self.filter = filter
    lacksContacts = try !hasContacts()
  }

  /// Forgets which keys no customer has.
  func stopFiltering() {
    filter = nil
    lacksContacts = false
  }

  /// Notes a key that was written.
  func note(_ key: String) { filter?.insert(key) }
}
