import LookedAfter

/// Reads a month as people write it.
struct MonthReader {
  /// The months that have a snapshot, oldest first.
  let known: [Month]

  /// The month in view.
  let current: Month?

  /// What the words at the start of a line say.
  enum Reading: Equatable {
    /// A month, and how many words it took.
    case month(Month, words: Int)
    /// The words mean a month, but there is none such: "last month" of an empty history.
    case none(words: Int)
    /// The first word does not begin a month.
    case notAMonth
  }

  /// Reads `oct 2020`, `oct 20`, `Oct-20`, `October`, `2020-10`, `10/2020`, `latest`, `last month`, `this month`.
  ///
  /// A month without a year is the newest such month up to the newest snapshot.
  func read(_ words: [String]) -> Reading {
    guard let first = words.first?.lowercased() else { return .notAMonth }
    let second = words.dropFirst().first?.lowercased()
    if second == "month" {
      switch first {
      case "last", "previous": return reading(current?.advanced(by: -1), words: 2)
      case "this", "current": return reading(current, words: 2)
      case "latest": return reading(known.last, words: 2)
      default: break
      }
    }
    if first == "latest" { return reading(known.last, words: 1) }
    if let month = numeric(first) { return .month(month, words: 1) }
    guard let number = Self.number(ofMonthNamed: first) else { return .notAMonth }
    if let year = second.flatMap(Self.year) {
      return Month(year: year, month: number).map { .month($0, words: 2) } ?? .notAMonth
    }
    return reading(newest(number), words: 1)
  }

  private func reading(_ month: Month?, words: Int) -> Reading {
    month.map { .month($0, words: words) } ?? .none(words: words)
  }

  /// The newest month of that name which has a snapshot, or else the newest up to the last one.
  private func newest(_ number: Int) -> Month? {
    if let match = known.last(where: { $0.month == number }) { return match }
    guard let last = known.last ?? current else { return nil }
    let year = number <= last.month ? last.year : last.year - 1
    return Month(year: year, month: number)
  }

  private func numeric(_ word: String) -> Month? {
    if let month = Month(iso: word) { return month }
    // As a spreadsheet writes it: Oct-20.
    let joined = word.split(separator: "-").map(String.init)
    if joined.count == 2, let number = Self.number(ofMonthNamed: joined[0]),
      let year = Self.year(joined[1])
    {
      return Month(year: year, month: number)
    }
    let parts = word.split(separator: "/")
    guard parts.count == 2, parts[1].count == 4, let number = Int(parts[0]),
      let year = Int(parts[1])
    else { return nil }
    return Month(year: year, month: number)
  }

  private static func year(_ word: String) -> Int? {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(word) else {
      return nil
    }
    return word.count == 4 ? number : word.count == 2 ? 2000 + number : nil
  }

  /// The number of a month by its name, or by three or more of its first letters.
  static func number(ofMonthNamed word: String) -> Int? {
    let word = word.lowercased().filter { $0 != "." }
    guard word.count >= 3 else { return nil }
    return Month.names.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
      ?? (word == "sept" ? 9 : nil)
  }
}
