import CRMEngine

/// The keys by which customers come to be compared: two are, where they have a key in common.
///
/// Each family of keys forgives other slips; a pair that none brings together is never looked at.
struct BlockKeys: Sendable {
  private let customers: ScannedCustomers
  /// Words of a name that fewer have are keys of their own.
  private static let rare: UInt32 = 40

  init(_ customers: ScannedCustomers) { self.customers = customers }

  /// Hands over the keys of a family that a customer has.
  func keys(_ family: Family, of index: Int, _ body: (UInt64) -> Void) {
    func put(_ one: UInt64, _ other: UInt64 = 0) {
      body(Hash.joined(Hash.joined(UInt64(family.rawValue + 1), one), other))
    }
    switch family {
    case .number:
      for place in customers.numbers.range(index) { put(customers.numbers.elements[place]) }
    case .email:
      for place in customers.emails.range(index) { put(customers.emails.elements[place]) }
    case .mailbox: if let hash = mailbox(index) { put(hash) }
    case .taxCode: if customers.taxCodes[index] != 0 { put(customers.taxCodes[index]) }
    case .name: put(customers.nameHashes[index])
    case .place:
      if customers.places.count(index) > 2 { put(customers.placeHashes[index]) }
    case .birthday:
      let birthday = customers.birthdays[index]
      if birthday >> 9 != 0 { put(UInt64(birthday)) }
    case .nameWord:
      for place in customers.names.range(index) {
        let word = customers.names.elements[place]
        if customers.words.names.frequencies[Int(word)] <= BlockKeys.rare { put(UInt64(word)) }
      }
    case .namePair: pairs(rarest(customers.names, customers.words.names, index, 4), put)
    case .nameBirthday:
      let birthday = UInt64(customers.birthdays[index])
      guard birthday != 0 else { return }
      for word in rarest(customers.names, customers.words.names, index, 3) {
        put(UInt64(word), birthday & 511 | 1 << 40)
        put(UInt64(word), birthday & ~31 | 2 << 40)
        put(UInt64(word), birthday & ~480 | 3 << 40)
      }
    case .nameHouse:
      guard customers.houses[index] != 0 else { return }
      for word in rarest(customers.names, customers.words.names, index, 3) {
        put(UInt64(word), UInt64(customers.houses[index]))
      }
    case .nameNumber: numberKeys(index, put)
    case .namePlace:
      let words = rarest(customers.names, customers.words.names, index, 2)
      for place in rarest(customers.places, customers.words.places, index, 2) {
        for word in words { put(UInt64(word), UInt64(place)) }
      }
    case .placePair: pairs(rarest(customers.places, customers.words.places, index, 3), put)
    case .initialsBirthday:
      if customers.birthdays[index] >> 9 != 0 {
        put(initials(index), UInt64(customers.birthdays[index]))
      }
    case .initialsPlace:
      for place in rarest(customers.places, customers.words.places, index, 2) {
        put(initials(index), UInt64(place))
      }
    }
  }

  private func pairs(_ words: [UInt32], _ put: (UInt64, UInt64) -> Void) {
    for (i, one) in words.enumerated() {
      for other in words[(i + 1)...] { put(UInt64(min(one, other)), UInt64(max(one, other))) }
    }
  }

  private func numberKeys(_ index: Int, _ put: (UInt64, UInt64) -> Void) {
    let range = customers.numbers.range(index).prefix(2)
    guard !range.isEmpty else { return }
    let words = rarest(customers.names, customers.words.names, index, 2)
    for place in range {
      let number = customers.numbers.elements[place] & 0xFF_FFFF_FFFF_FFFF
      for word in words {
        put(UInt64(word), number % 10_000 | 1 << 60)
        put(UInt64(word), number / 10_000 | 2 << 60)
      }
    }
  }

  /// Returns the words of a list that the fewest have.
  private func rarest(
    _ lists: Lists<UInt32>, _ vocabulary: Vocabulary, _ index: Int, _ count: Int
  ) -> [UInt32] {
    let words = lists.elements[lists.range(index)]
    if words.count <= count { return Array(words) }
    return Array(
      words.sorted {
        (vocabulary.frequencies[Int($0)], $0) < (vocabulary.frequencies[Int($1)], $1)
      }.prefix(count))
  }

  /// The first letters of the words of a name, in whatever order.
  private func initials(_ index: Int) -> UInt64 {
    let vocabulary = customers.words.names
    var letters: UInt64 = 0
    for word in customers.names.elements[customers.names.range(index)] {
      let letter = vocabulary.bytes[Int(vocabulary.starts[Int(word)])]
      letters &+= 1 << UInt64(letter & 31) | Hash.stirred(UInt64(letter)) & 0xFFFF << 40
    }
    return letters
  }

  private func mailbox(_ index: Int) -> UInt64? {
    let text = customers.emailTexts.elements[customers.emailTexts.range(index)]
    var hash: UInt64 = 7
    var count = 0
    for byte in text {
      if byte == UInt8(ascii: "@") { break }
      guard byte != UInt8(ascii: "."), byte != UInt8(ascii: "_") else { continue }
      hash = Hash.joined(hash, UInt64(byte))
      count += 1
    }
    return count < 5 ? nil : hash
  }
}
