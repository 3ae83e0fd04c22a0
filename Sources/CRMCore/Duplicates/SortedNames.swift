import CRMEngine

/// The customers in the order of their names, those of one name by birthday and address: who
/// stands side by side may be one.
enum SortedNames {
  private struct Key {
    let letters: UInt64
    let name: UInt64
    let birthday: UInt32
    let index: UInt32
    let place: UInt64
  }

  static func order(_ customers: ScannedCustomers) -> [UInt32] {
    var keys: [Key] = []
    keys.reserveCapacity(customers.count)
    for index in 0..<customers.count {
      keys.append(
        Key(
          letters: letters(customers, index), name: customers.nameHashes[index],
          birthday: customers.birthdays[index], index: UInt32(index),
          place: customers.placeHashes[index]))
    }
    keys.sort {
      if $0.letters != $1.letters { return $0.letters < $1.letters }
      if $0.name != $1.name { return $0.name < $1.name }
      if $0.birthday != $1.birthday { return $0.birthday < $1.birthday }
      if $0.place != $1.place { return $0.place < $1.place }
      return $0.index < $1.index
    }
    return keys.map(\.index)
  }

  /// The first letters of the name, the last word first: Vietnamese given names say the most.
  private static func letters(_ customers: ScannedCustomers, _ index: Int) -> UInt64 {
    let vocabulary = customers.words.names
    var value: UInt64 = 0
    var count = 0
    for word in customers.names.elements[customers.names.range(index)].reversed() {
      for byte in vocabulary.bytes[
        Int(vocabulary.starts[Int(word)])..<Int(vocabulary.starts[Int(word) + 1])]
      {
        value = value << 8 | UInt64(byte)
        count += 1
        if count == 8 { return value }
      }
    }
    return value << UInt64(8 * (8 - count))
  }
}
