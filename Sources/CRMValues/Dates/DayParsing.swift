/// Reads a day as people write it.
///
/// Accepted are `2026-12-20`, `2026/12/20`, `20/12/2026`, `20-12-2026`, `20.12.2026` (the day
/// before the month always), the same with a time of day, which is dropped, and words relative
/// to today in both languages, case and marks ignored: `today`, `tomorrow`, `yesterday`,
/// `monday` (the next one, today excluded), `som`, `eom`, `soy`, `eoy`, `sow`, `eow` (start and
/// end of this month, year, week), `hôm nay`, `ngày mai`, `mốt`, `hôm qua`, `thứ hai`,
/// `cuối tháng`, each followed by a distance: `today+7d`, `eom-1m`; a distance alone counts
/// from today: `-3m`, `+1y`.
///
/// - Throws: a `CRMError` of kind `request` for a date that does not exist, that has a year of
///   two digits or none, or that cannot be read.
public func parseDay(_ text: String, today: Day) throws -> Day {
  if let day = Day(iso: text) { return day }
  let text = cleaned(text)
  if let numeric = NumericDate(text) { return try numeric.day(typed: text) }
  guard text.utf8.count < 100, let day = relativeDay(folded(text), today: today) else {
    throw CRMError.unreadableDay(text)
  }
  return day
}

/// Reads a folded word, a distance, or a word and a distance.
private func relativeDay(_ text: String, today: Day) -> Day? {
  if let day = dayOfWord(text, today: today) { return day }
  guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
  var word = text[..<sign]
  while word.last == " " { word.removeLast() }
  guard let base = word.isEmpty ? today : relativeDay(String(word), today: today) else {
    return nil
  }
  guard let distance = DayDistance(String(text[text.index(after: sign)...])) else { return nil }
  return base.adding(text[sign] == "-" ? -distance : distance)
}

/// Returns the day that a folded word names.
private func dayOfWord(_ word: String, today: Day) -> Day? {
  switch word {
  case "today", "now", "hom nay", "nay": return today
  case "tomorrow", "ngay mai", "mai": return today.adding(days: 1)
  case "yesterday", "hom qua": return today.adding(days: -1)
  case "ngay kia", "ngay mot", "mot": return today.adding(days: 2)
  case "hom kia": return today.adding(days: -2)
  case "sow", "dau tuan": return today.startOfWeek
  case "eow", "cuoi tuan": return today.endOfWeek
  case "som", "dau thang": return today.startOfMonth
  case "eom", "cuoi thang": return today.endOfMonth
  case "soy", "dau nam": return today.startOfYear
  case "eoy", "cuoi nam": return today.endOfYear
  default: break
  }
  guard let weekday = weekday(ofWord: word) else { return nil }
  let ahead = (weekday - today.weekday + 7) % 7
  return today.adding(days: ahead == 0 ? 7 : ahead)
}

/// Returns the day of the week of a folded word, 1 for Monday; nil for another word.
func weekday(ofWord word: String) -> Int? {
  switch word {
  case "monday", "mon", "thu hai", "thu 2", "t2": return 1
  case "tuesday", "tue", "thu ba", "thu 3", "t3": return 2
  case "wednesday", "wed", "thu tu", "thu 4", "t4": return 3
  case "thursday", "thu", "thu nam", "thu 5", "t5": return 4
  case "friday", "fri", "thu sau", "thu 6", "t6": return 5
  case "saturday", "sat", "thu bay", "thu 7", "t7": return 6
  case "sunday", "sun", "chu nhat", "cn": return 7
  default: return nil
  }
}
