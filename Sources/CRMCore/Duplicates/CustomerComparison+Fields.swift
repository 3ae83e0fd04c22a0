import CRMEngine

/// What equal, near and different values say, in bits; nothing where one of two has none.
extension CustomerComparison {
  func compareTaxCodes(_ a: Int, _ b: Int, _ result: inout Result) -> Float {
    let (one, other) = (customers.taxCodes[a], customers.taxCodes[b])
    guard one != 0, other != 0 else { return 0 }
    if one == other {
      result.reasons.insert(.taxCode)
      return rarity(customers.taxCounts.count(one))
    }
    guard Digits.isOneSlip(one, other) else { return -4 }
    result.reasons.insert(.nearTaxCode)
    return max(0, whole - 6)
  }

  func compareBirthdays(_ a: Int, _ b: Int, _ result: inout Result) -> Float {
    let (one, other) = (customers.birthdays[a], customers.birthdays[b])
    guard one != 0, other != 0 else { return 0 }
    if one == other {
      result.reasons.insert(.birthday)
      return min(rarity(customers.birthdayCounts.count(UInt64(one))), 15)
    }
    let (year, month, day) = (one >> 9, one >> 5 & 15, one & 31)
    let (year2, month2, day2) = (other >> 9, other >> 5 & 15, other & 31)
    if month == month2, day == day2, year == 0 || year2 == 0 {
      result.reasons.insert(.birthday)
      return 7
    }
    let isSwapped = year == year2 && month == day2 && day == month2
    let parts = (year == year2 ? 1 : 0) + (month == month2 ? 1 : 0) + (day == day2 ? 1 : 0)
    if isSwapped || parts == 2 {
      result.reasons.insert(.nearBirthday)
      return isSwapped ? 5 : 3
    }
    return year == year2 ? -1 : parts == 1 ? -2 : -4
  }

  /// Compares genders, and whether one is a person and the other an organisation.
  func compareTraits(_ a: Int, _ b: Int) -> Float {
    let (one, other) = (customers.traits[a], customers.traits[b])
    // A foreign legal form is left out as often as written.
    let kinds: Float = (one ^ other) & 1 == 1 && (one | other) & 8 == 0 ? -3 : 0
    guard one & 6 != 0, other & 6 != 0 else { return kinds }
    return kinds + (one & 6 == other & 6 ? 0.5 : -3)
  }

  func compareNumbers(_ a: Int, _ b: Int, _ result: inout Result) -> Float {
    let (left, right) = (customers.numbers.range(a), customers.numbers.range(b))
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var best: Float = 0
    var isNear = false
    for i in left {
      let number = customers.numbers.elements[i]
      for j in right {
        let other = customers.numbers.elements[j]
        if number == other {
          best = max(best, rarity(customers.numberCounts.count(number)))
          let isPhone =
            i - left.lowerBound < Int(customers.phoneCounts[a])
            || j - right.lowerBound < Int(customers.phoneCounts[b])
          result.reasons.insert(isPhone ? .phone : .fax)
        } else if !isNear {
          isNear = Digits.isOneSlip(number, other)
        }
      }
    }
    if best > 0 { return best }
    if isNear {
      result.reasons.insert(.nearPhone)
      return max(0, whole - 9)
    }
    return -1
  }

  /// The most that emails can say, told without a look at their letters.
  func mostOfEmails(_ a: Int, _ b: Int) -> Float {
    let (left, right) = (customers.emails.range(a), customers.emails.range(b))
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    if abs(customers.emailTexts.count(a) - customers.emailTexts.count(b)) <= 4 { return whole }
    for i in left {
      for j in right where customers.emails.elements[i] == customers.emails.elements[j] {
        return whole
      }
    }
    return -1
  }

  func compareEmails(_ a: Int, _ b: Int, _ result: inout Result) -> Float {
    let (left, right) = (customers.emails.range(a), customers.emails.range(b))
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var best: Float = 0
    for i in left {
      for j in right where customers.emails.elements[i] == customers.emails.elements[j] {
        best = max(best, rarity(customers.emailCounts.count(customers.emails.elements[i])))
      }
    }
    if best > 0 {
      result.reasons.insert(.email)
      return best
    }
    let edits = emailEdits(a, b)
    guard edits <= 4 else { return -1 }
    result.reasons.insert(.nearEmail)
    return max(0, edits <= 2 ? whole - 5 : whole * 0.5)
  }

  /// Returns how many letters two emails differ in; 5 for more than 4, or a quarter of them.
  private func emailEdits(_ a: Int, _ b: Int) -> Int {
    customers.emailTexts.elements.withUnsafeBufferPointer { all in
      let left = UnsafeBufferPointer(rebasing: all[customers.emailTexts.range(a)])
      let right = UnsafeBufferPointer(rebasing: all[customers.emailTexts.range(b)])
      let least = min(left.count, right.count)
      // Numbered mailboxes (kh1@, kh2@) are different ones.
      guard least >= 10, left.first == right.first || left.last == right.last,
        !Digits.differ(left, right)
      else { return 5 }
      let limit = least >= 16 ? 4 : 2
      let edits = Likeness.edits(left, right, limit: limit)
      return edits > limit ? 5 : edits
    }
  }
}
