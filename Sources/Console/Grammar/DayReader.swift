import LookedAfter

/// Reads a day as people write it.
struct DayReader {
  /// The day on which it is written; nil where that is not known.
  let today: CivilDate?

  /// Reads `30 nov 2020`, `2020-11-30`, `30/11/2020`, `today` or `yesterday`; nil for anything else.
  func read(_ words: [String]) -> CivilDate? {
    if words.count == 1 {
      switch words[0].lowercased() {
      case "today": return today
      case "yesterday": return today?.dayBefore
      default: break
      }
      if let day = CivilDate(iso: words[0]) { return day }
      let parts = words[0].split(separator: "/").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      return CivilDate(year: parts[2], month: parts[1], day: parts[0])
    }
    guard words.count == 3, let day = Int(words[0]), let year = Int(words[2]),
      let month = MonthReader.number(ofMonthNamed: words[1])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}

extension CivilDate {
  fileprivate var dayBefore: CivilDate {
    CivilDate(month, day: day - 1) ?? month.advanced(by: -1).lastDay
  }
}
