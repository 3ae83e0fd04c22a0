import CRMEngine
import Foundation

/// How likely two customers are one, after the way of Fellegi and Sunter (1969): what agrees and
/// what differs is evidence, in bits, against the odds of two chosen blindly.
///
/// What is shared says the more the fewer have it: a name of two hundred people says little, one
/// of two nearly everything. Phone, email and address tell a household or a company rather than a
/// person, so that together they say little more than the best of them; the name, the birthday
/// and the tax code tell who it is. One a thread.
final class CustomerComparison {
  /// What comparing two customers came to.
  struct Result {
    var bits: Float = 0
    var reasons: DuplicateReasons = []
  }

  let customers: ScannedCustomers
  let names: WordComparison
  let places: WordComparison
  /// log₂ of how many customers there are.
  let whole: Float
  /// log₂ of the odds against two chosen blindly.
  private let odds: Float

  init(_ customers: ScannedCustomers) {
    self.customers = customers
    // What two of ten customers have is not what a fifth of all people have.
    let count = max(customers.count, CustomerComparison.fewest)
    names = WordComparison(
      WordLikeness(customers.words.names, customers: count), customers.names)
    places = WordComparison(
      WordLikeness(customers.words.places, customers: count), customers.places)
    whole = Float(log2(Double(count)))
    // Pairs that share what hardly two have by chance tell how many customers are there twice.
    let pairs = max(
      customers.emailCounts.pairs, customers.numberCounts.pairs, customers.taxCounts.pairs, 1)
    odds = min(whole, max(2 * whole - Float(log2(Double(pairs))) - 1, whole - 3))
  }

  /// Fewer customers than this are weighed as if they were so many.
  private static let fewest = 256

  /// Makes the same for another thread.
  init(_ other: CustomerComparison) {
    customers = other.customers
    names = WordComparison(other.names)
    places = WordComparison(other.places)
    whole = other.whole
    odds = other.odds
  }

  /// What sharing a value says that so many customers have.
  @inline(__always)
  func rarity(_ count: UInt32) -> Float {
    whole - log2f(Float(max(count, 2) - 1))
  }

  /// Weighs two customers; nil where the evidence is less than the least.
  ///
  /// Words take longest, and most pairs that one key brings together have little else in common:
  /// words are looked at only where they can still decide.
  func compare(_ a: Int, _ b: Int, least: Float = -.infinity) -> Result? {
    var result = Result()
    let sure =
      compareTaxCodes(a, b, &result) + compareBirthdays(a, b, &result) + compareTraits(a, b)
      - odds
    let numbers = compareNumbers(a, b, &result)
    let mostName = mostOfNames(a, b)
    let mostPlace = mostOfPlaces(a, b)
    guard together(numbers, mostOfEmails(a, b), mostPlace) + sure + mostName >= least else {
      return nil
    }
    let emails = compareEmails(a, b, &result)
    guard together(numbers, emails, mostPlace) + sure + mostName >= least else { return nil }
    let name = compareNames(a, b, &result)
    guard together(numbers, emails, mostPlace) + sure + name >= least else { return nil }
    let place = comparePlaces(a, b, &result)
    result.bits = together(numbers, emails, place) + sure + name
    return result.bits >= least ? result : nil
  }

  /// Adds up what ties to the same household or company, each further tie counting less.
  private func together(_ one: Float, _ two: Float, _ three: Float) -> Float {
    let against = min(one, 0) + min(two, 0) + min(three, 0)
    let (x, y, z) = (max(one, 0), max(two, 0), max(three, 0))
    let best = max(x, y, z)
    let last = min(x, y, z)
    return min(best + (x + y + z - best - last) * 0.5 + last * 0.3, whole + 3) + against
  }
}
