import CRMEngine

extension CustomerComparison {
  /// Returns how sure it is that two customers are one, from 0 to 100, and why; nil where it is
  /// less than wished.
  ///
  /// By chosen fields alone the score is how alike those are that both have.
  func score(
    _ a: Int, _ b: Int, _ wish: DuplicateWish
  ) -> (score: Float, reasons: DuplicateReasons)? {
    guard wish.fields.isEmpty else { return likeness(a, b, wish.fields) }
    return compare(a, b, least: wish.bits).map { (DuplicateWish.score(bits: $0.bits), $0.reasons) }
  }

  private func likeness(
    _ a: Int, _ b: Int, _ fields: Set<DuplicateField>
  ) -> (score: Float, reasons: DuplicateReasons)? {
    var result = Result()
    var sum: Float = 0
    var count: Float = 0
    for field in DuplicateField.allCases where fields.contains(field) {
      guard let likeness = likeness(a, b, field, &result) else { continue }
      sum += likeness
      count += 1
    }
    return sum > 0 ? (100 * sum / count, result.reasons) : nil
  }

  /// Returns how alike one field is, from 0 to 1; nil where one of the two has none.
  private func likeness(
    _ a: Int, _ b: Int, _ field: DuplicateField, _ result: inout Result
  ) -> Float? {
    func told(_ same: DuplicateReasons, _ near: DuplicateReasons, _ likeness: Float) -> Float {
      result.reasons.contains(same) ? 1 : result.reasons.contains(near) ? likeness : 0
    }
    switch field {
    case .name:
      let isSame = customers.nameHashes[a] == customers.nameHashes[b]
      let likeness = isSame ? 1 : min(names.meet(a, b).likeness, 0.99)
      guard likeness > 0.6 else { return likeness }
      result.reasons.insert(isSame && !hasOtherMarks(a, b) ? .name : .nearName)
      return isSame && hasOtherMarks(a, b) ? 0.95 : likeness
    case .address:
      guard customers.placeHashes[a] != 0, customers.placeHashes[b] != 0 else { return nil }
      let isSame = customers.placeHashes[a] == customers.placeHashes[b]
      let likeness = isSame ? 1 : min(places.meet(a, b).likeness, 0.99)
      if isOtherHouse(a, b) { return likeness * 0.5 }
      if likeness > 0.6 { result.reasons.insert(isSame ? .address : .nearAddress) }
      return likeness
    case .phone, .fax:
      guard customers.numbers.count(a) > 0, customers.numbers.count(b) > 0 else { return nil }
      var numbers = Result()
      _ = compareNumbers(a, b, &numbers)
      let wanted: DuplicateReasons = field == .fax ? .fax : [.phone, .nearPhone]
      result.reasons.formUnion(numbers.reasons.intersection(wanted))
      if field == .fax, !result.reasons.contains(.fax) { return nil }
      return field == .fax ? 1 : told(.phone, .nearPhone, 0.9)
    case .email:
      guard customers.emails.count(a) > 0, customers.emails.count(b) > 0 else { return nil }
      _ = compareEmails(a, b, &result)
      return told(.email, .nearEmail, 0.9)
    case .taxCode:
      guard customers.taxCodes[a] != 0, customers.taxCodes[b] != 0 else { return nil }
      _ = compareTaxCodes(a, b, &result)
      return told(.taxCode, .nearTaxCode, 0.9)
    case .birthday:
      guard customers.birthdays[a] != 0, customers.birthdays[b] != 0 else { return nil }
      _ = compareBirthdays(a, b, &result)
      return told(.birthday, .nearBirthday, 0.7)
    }
  }
}

extension DuplicateReasons {
  /// Whether something is equal that tells who somebody is: a phone, an email, a tax code, a fax,
  /// or the name together with the birthday or the address. By chosen fields any equal one does.
  func isExact(_ fields: Set<DuplicateField>) -> Bool {
    guard fields.isEmpty else { return !isDisjoint(with: .exact) }
    if !isDisjoint(with: [.phone, .email, .taxCode, .fax]) { return true }
    return contains(.name) && !isDisjoint(with: [.birthday, .address])
  }
}
