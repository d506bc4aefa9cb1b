import LookedAfter

/// Reads months to come: one without a year is the next of that name after the last figures.
struct ForwardMonths {
  /// The month of the last figures.
  let start: Month

  /// How the prompt reads months otherwise.
  let months: MonthReader

  /// The month at a place, and how many words it took; nil where there is none.
  func read(_ words: [String], at place: Int) -> (month: Month, words: Int)? {
    guard words.indices.contains(place) else { return nil }
    var word = words[place]
    if word.hasSuffix("'s") { word = String(word.dropLast(2)) }
    let next = words.indices.contains(place + 1) ? words[place + 1] : nil
    if word == "next", next == "month" { return (start.advanced(by: 1), 2) }
    if let number = MonthReader.number(ofMonthNamed: word) {
      if let next, case .month(let month, 2) = months.read([word, next]) {
        // "in nov 10 sgo" has no year.
        let isShort = next.count == 2
        let goesOn = words.indices.contains(place + 2)
        if !isShort || month > start || !goesOn { return (month, 2) }
      }
      let ahead = (number - start.month + 11) % 12 + 1
      return (start.advanced(by: ahead), 1)
    }
    guard case .month(let month, let count) = months.read([word] + [next].compactMap { $0 }) else {
      return nil
    }
    return (month, count)
  }
}

/// When something happens, as it is said in a what-if.
enum TimePhrase: Equatable {
  /// In a month.
  case only(Month)
  /// From a month on, to another where one is named.
  case from(Month, to: Month?)
  /// Up to a month.
  case by(Month)
}

extension ForwardMonths {
  private static let before: Set<String> = ["the", "end", "start", "beginning", "of"]

  /// Takes the first time out of some words.
  func take(from words: inout [WhatIfWord]) -> TimePhrase? {
    let texts = words.map { $0.isQuoted ? "" : $0.text }
    for place in texts.indices {
      guard let (phrase, range) = phrase(texts, at: place) else { continue }
      words.removeSubrange(range)
      return phrase
    }
    return nil
  }

  private func phrase(_ words: [String], at place: Int) -> (TimePhrase, Range<Int>)? {
    let word = words[place]
    if ["from", "since", "starting", "beginning"].contains(word) {
      guard let (first, end) = month(words, after: place) else { return nil }
      guard words.indices.contains(end), ["to", "until", "till", "through"].contains(words[end]),
        let (last, close) = month(words, after: end)
      else {
        let goesOn =
          words.indices.contains(end) && ["on", "onwards", "onward"].contains(words[end])
        return (.from(first, to: nil), place..<end + (goesOn ? 1 : 0))
      }
      return (.from(first, to: last), place..<close)
    }
    if ["in", "during", "at", "on"].contains(word) {
      if let (month, end) = month(words, after: place) { return (.only(month), place..<end) }
      // In three months.
      if let number = NumberWords.read(words, at: place + 1), !number.isPercent,
        let count = Int(exactly: number.value), (1...600).contains(count),
        words.indices.contains(place + 1 + number.words),
        ["month", "months"].contains(words[place + 1 + number.words])
      {
        return (.only(start.advanced(by: count)), place..<place + 2 + number.words)
      }
      return nil
    }
    if ["by", "before", "until", "till"].contains(word) {
      return month(words, after: place).map { month, end in (.by(month), place..<end) }
    }
    // A month alone: with its year, or at the end.
    guard let (month, count) = read(words, at: place), count == 2 || place + 1 == words.count,
      word.count >= 3
    else { return nil }
    return (.only(month), place..<place + count)
  }

  /// The month after a small word, and the place behind it.
  private func month(_ words: [String], after place: Int) -> (Month, Int)? {
    var next = place + 1
    while words.indices.contains(next), Self.before.contains(words[next]) { next += 1 }
    return read(words, at: next).map { ($0.month, next + $0.words) }
  }
}
