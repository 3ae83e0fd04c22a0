import CRMEngine

/// What names and addresses say, word by word, in bits.
extension CustomerComparison {
  /// Asked after the names: addresses that are half alike are those of one customer only where
  /// its name is there as well.
  func comparePlaces(_ a: Int, _ b: Int, _ result: inout Result) -> Float {
    guard customers.placeHashes[a] != 0, customers.placeHashes[b] != 0 else { return 0 }
    if customers.placeHashes[a] == customers.placeHashes[b] {
      let isWhole = customers.places.count(a) > 2
      if isWhole { result.reasons.insert(.address) }
      return min(
        rarity(customers.placeCounts.count(customers.placeHashes[a])), isWhole ? most : 6)
    }
    let meeting = places.meet(a, b)
    let lost = min(meeting.lost.left, meeting.lost.right)
    var bits = ofHouses(a, b, min(meeting.shared, most) - min(lost * 0.5, 8))
    let isNamed = !result.reasons.isDisjoint(with: [.name, .nearName])
    if bits > 0, !isNamed, isElsewhere(a, b) { bits = bits * 0.4 - 2 }
    if meeting.likeness > 0.6, bits > 4 { result.reasons.insert(.nearAddress) }
    return max(bits, -3)
  }

  /// The most that addresses can say, told without a look at their words.
  func mostOfPlaces(_ a: Int, _ b: Int) -> Float {
    guard customers.placeHashes[a] != 0, customers.placeHashes[b] != 0 else { return 0 }
    if customers.placeHashes[a] == customers.placeHashes[b] { return most }
    return max(ofHouses(a, b, min(places.says[a], places.says[b], most)), -3)
  }

  /// The most that an address says, however rare its words: others live there too.
  private var most: Float { min(whole + 3, 20) }

  /// Of one street with two house numbers little is left.
  private func ofHouses(_ a: Int, _ b: Int, _ bits: Float) -> Float {
    isOtherHouse(a, b) ? bits * 0.4 - 2 : bits
  }

  func isOtherHouse(_ a: Int, _ b: Int) -> Bool {
    let (house, other) = (customers.houses[a], customers.houses[b])
    return house != 0 && other != 0 && house != other
  }

  /// Whether streets or provinces have nothing in common: that the house number or the street's
  /// name is the same then says little.
  private func isElsewhere(_ a: Int, _ b: Int) -> Bool {
    let (line, other) = (Int(customers.lineCounts[a]), Int(customers.lineCounts[b]))
    // The street of one may stand where the other has the ward.
    let isSameStreet =
      places.touch(a, { $0.prefix(line) }, b, { $0.prefix(other) })
      || places.touch(a, { $0.prefix(line) }, b, { $0 }, isExact: true)
      || places.touch(a, { $0 }, b, { $0.prefix(other) }, isExact: true)
    guard isSameStreet else { return true }
    let provinces = (Int(customers.provinceCounts[a]), Int(customers.provinceCounts[b]))
    return !places.touch(
      a, { $0.suffix(provinces.0) }, b, { $0.suffix(provinces.1) }, numbers: true)
  }

  func compareNames(_ a: Int, _ b: Int, _ result: inout Result) -> Float {
    let isOrganisation = (customers.traits[a] | customers.traits[b]) & 1 == 1
    if customers.nameHashes[a] == customers.nameHashes[b] {
      let isOther = hasOtherMarks(a, b)
      result.reasons.insert(isOther ? .nearName : .name)
      return ofSameName(a, b) - (isOther ? 3 : 0)
    }
    let meeting = names.meet(a, b)
    let conflicts = min(meeting.leftOver.left, meeting.leftOver.right)
    let extra = max(meeting.leftOver.left, meeting.leftOver.right) - conflicts
    var bits = min(meeting.shared, whole)
    if conflicts > 0 {
      let lost = min(meeting.lost.left, meeting.lost.right)
      bits -= min((isOrganisation ? 1 : 3) + lost * (isOrganisation ? 0.4 : 0.6), 12)
    }
    bits -= Float(extra) * (isOrganisation ? 0.6 : 1.2) + Float(meeting.fuzzy) * 0.5
    if meeting.likeness > 0.6 { result.reasons.insert(.nearName) }
    return max(bits, -9)
  }

  /// Whether both names have marks, and others: `Hà` and `Hạ`.
  func hasOtherMarks(_ a: Int, _ b: Int) -> Bool {
    let (marks, others) = (customers.marks[a], customers.marks[b])
    return marks != 0 && others != 0 && marks != others
  }

  /// The most that names can say, told without a look at their words.
  func mostOfNames(_ a: Int, _ b: Int) -> Float {
    if customers.nameHashes[a] == customers.nameHashes[b] { return ofSameName(a, b) }
    return min(names.says[a], names.says[b], whole)
  }

  /// Two organisations of one name are hardly ever two.
  private func ofSameName(_ a: Int, _ b: Int) -> Float {
    let (one, other) = (customers.traits[a], customers.traits[b])
    let form: Float = one & other & 1 == 1 || (one | other) & 8 == 8 ? 4 : 0
    return rarity(customers.nameCounts.count(customers.nameHashes[a])) + form
  }
}
