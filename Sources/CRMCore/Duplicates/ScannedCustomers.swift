import CRMEngine
import CRMValues

/// What is compared of every customer, in columns: a million take some 200 MB.
///
/// Filled once by ``add(_:)``, then only read.
struct ScannedCustomers: Sendable {
  /// What a customer holds, as it stands in the database.
  struct Source {
    var id: Int64 = 0
    var name = ""
    var isOrganisation = false
    var gender: String?
    var birthday: String?
    var phones: String?
    var emails: String?
    var fax: String?
    var taxCode: String?
    /// House number and street, else the office address, else the registered one.
    var line: String?
    var ward: String?
    var district: String?
    var province: String?
  }

  private(set) var ids: [Int64] = []
  private(set) var words = ScanWords()
  private(set) var names = Lists<UInt32>()
  private(set) var places = Lists<UInt32>()
  private(set) var numbers = Lists<UInt64>()
  private(set) var emails = Lists<UInt64>()
  private(set) var emailTexts = Lists<UInt8>()
  /// How many of the numbers are phones; faxes come after them.
  private(set) var phoneCounts: [UInt8] = []
  private(set) var taxCodes: [UInt64] = []
  /// year × 512 + month × 32 + day, the year 0 where it is not known; 0 for none.
  private(set) var birthdays: [UInt32] = []
  private(set) var houses: [UInt32] = []
  /// How many words of an address, from the front, are house and street, and how many, from the
  /// back, are the province.
  private(set) var lineCounts: [UInt8] = []
  private(set) var provinceCounts: [UInt8] = []
  /// Bit 0: an organisation. Bits 1 and 2: the gender.
  private(set) var traits: [UInt8] = []
  /// The words of the name whatever their order; of the address.
  private(set) var nameHashes: [UInt64] = []
  private(set) var placeHashes: [UInt64] = []
  /// The marks of a person's name; 0 where it has none.
  private(set) var marks: [UInt32] = []

  private(set) var nameCounts = Occurrences()
  private(set) var placeCounts = Occurrences()
  private(set) var numberCounts = Occurrences()
  private(set) var emailCounts = Occurrences()
  private(set) var taxCounts = Occurrences()
  private(set) var birthdayCounts = Occurrences()

  var count: Int { ids.count }

  mutating func add(_ source: Source) {
    ids.append(source.id)
    addName(source)
    addPlace(source)
    addNumbers(source)
    addEmails(source)
    let tax = source.taxCode.map(Digits.number) ?? 0
    taxCodes.append(tax)
    taxCounts.add(tax)
    let birthday = source.birthday.map(Digits.day) ?? 0
    birthdays.append(birthday)
    birthdayCounts.add(UInt64(birthday))
  }

  private mutating func addName(_ source: Source) {
    words.readName(source.name)
    let name = words.words.prefix(12)
    names.append(name)
    words.countNames(name)
    let hash = ScannedCustomers.hash(name)
    nameHashes.append(hash)
    nameCounts.add(hash)
    let isOrganisation = source.isOrganisation || words.isOrganisation
    // Of legal forms and abbreviations marks say nothing.
    marks.append(
      isOrganisation ? 0 : NameMarks.hash(source.name, skipsFirst: words.hasTitle))
    var trait: UInt8 = isOrganisation ? 1 : 0
    switch source.gender {
    case "male": trait |= 2
    case "female": trait |= 4
    default: break
    }
    if words.isForeign { trait |= 8 }
    traits.append(trait)
  }

  private mutating func addPlace(_ source: Source) {
    words.beginPlace()
    if let line = source.line { words.readPlace(line) }
    let house = words.words.first(where: words.isHouseNumber)
    houses.append(house.map { $0 + 1 } ?? 0)
    lineCounts.append(UInt8(min(words.words.count, 24)))
    if let ward = source.ward { words.readPlace(ward, area: UInt8(ascii: "p")) }
    if let district = source.district { words.readPlace(district, area: UInt8(ascii: "q")) }
    let count = words.words.count
    if let province = source.province { words.readPlace(province) }
    provinceCounts.append(
      words.words.count > 24 ? 0 : UInt8(words.words.count - count))
    let place = words.words.prefix(24)
    places.append(place)
    words.countPlaces(place)
    let hash = place.isEmpty ? 0 : ScannedCustomers.hash(place)
    placeHashes.append(hash)
    placeCounts.add(hash)
  }

  private mutating func addNumbers(_ source: Source) {
    var found: [UInt64] = []
    func take(_ text: String?) {
      guard let text else { return }
      for part in Phone.split(text) {
        let number = Digits.number(Phone.key(part) ?? part)
        if number != 0, !found.contains(number), found.count < 12 { found.append(number) }
      }
    }
    take(source.phones)
    phoneCounts.append(UInt8(found.count))
    take(source.fax)
    for number in found { numberCounts.add(number) }
    numbers.append(found[...])
  }

  private mutating func addEmails(_ source: Source) {
    var hashes: [UInt64] = []
    var first = ""
    for part in source.emails.map(EmailAddress.split) ?? [] where hashes.count < 8 {
      var key = EmailAddress.key(part)
      if first.isEmpty { first = key }
      let hash = key.withUTF8(Hash.bytes)
      if !hashes.contains(hash) { hashes.append(hash) }
    }
    for hash in hashes { emailCounts.add(hash) }
    emails.append(hashes[...])
    emailTexts.append(Array(first.utf8.prefix(63))[...])
  }

  private static func hash(_ words: ArraySlice<UInt32>) -> UInt64 {
    words.sorted().reduce(1) { Hash.joined($0, UInt64($1)) }
  }
}
