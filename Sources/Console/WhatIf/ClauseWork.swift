import LookedAfter

/// The words of a clause that are still to be understood; what is understood is taken out.
struct ClauseWork {
  private(set) var words: [WhatIfWord]

  /// When it happens, where that is said.
  var time: TimePhrase?

  /// Whether a number is meant for each month.
  private(set) var isMonthly = false

  /// Whether a number is meant for each year.
  private(set) var isYearly = false

  /// The words of the clause as they were at first.
  let all: [WhatIfWord]

  init(_ words: [WhatIfWord], months: ForwardMonths) {
    all = words
    self.words = words
    time = months.take(from: &self.words)
  }

  /// The words, with blanks for those that were quoted.
  var texts: [String] { words.map { $0.isQuoted ? "" : $0.text } }

  /// Whether one of some words is left.
  func holds(_ set: Set<String>) -> Bool { texts.contains(where: set.contains) }

  /// Whether some words follow one another.
  func holdsRun(_ run: String...) -> Bool { place(of: run) != nil }

  /// Takes the first of some words.
  @discardableResult
  mutating func take(_ set: Set<String>) -> WhatIfWord? {
    guard let place = texts.firstIndex(where: set.contains) else { return nil }
    return words.remove(at: place)
  }

  /// Takes one word, by its place in the line.
  mutating func takeExactly(_ word: WhatIfWord) { words.removeAll { $0.start == word.start } }

  /// Takes every one of some words.
  mutating func takeAll(_ set: Set<String>) { words.removeAll { set.contains($0.text) } }

  /// Takes words that follow one another.
  @discardableResult
  mutating func takeRun(_ run: String...) -> Bool {
    guard let place = place(of: run) else { return false }
    words.removeSubrange(place..<place + run.count)
    return true
  }

  private func place(of run: [String]) -> Int? {
    let texts = texts
    guard run.count <= texts.count else { return nil }
    return (0...texts.count - run.count).first { Array(texts[$0..<$0 + run.count]) == run }
  }

  /// Takes "a month", "each month", "monthly", "a year".
  mutating func takeFrequency() {
    for each in ["a", "per", "each", "every"] {
      if takeRun(each, "month") { isMonthly = true }
      if takeRun(each, "year") { isYearly = true }
    }
    if take(["monthly", "/month"]) != nil { isMonthly = true }
    if take(["yearly", "annually"]) != nil { isYearly = true }
  }

  /// A number, and where it stood.
  struct Number {
    let value: Double
    let isPercent: Bool
    let word: WhatIfWord
    /// The word before it.
    let before: String?

    /// The number, if it is a count.
    var whole: Int? { isPercent ? nil : Int(exactly: value) }
  }

  /// Takes the first number.
  mutating func takeNumber() -> Number? {
    let texts = texts
    for place in texts.indices {
      guard let reading = NumberWords.read(texts, at: place), reading.words > 0 else { continue }
      let number = Number(
        // As many decimals as are written down when it is saved.
        value: (reading.value * 10_000).rounded() / 10_000, isPercent: reading.isPercent,
        word: words[place], before: place > 0 ? texts[place - 1] : nil)
      words.removeSubrange(place..<min(place + reading.words, words.count))
      return number
    }
    return nil
  }

  /// Takes the longest run of words that a matcher knows, leaving out reserved words.
  ///
  /// - Parameter after: a word that has to stand before the run, and is taken with it.
  /// - Throws: `GrammarError.ambiguousCohort`, when several are meant and no longer run says which.
  mutating func takeName<Item>(
    _ matcher: NameMatcher<Item>, after: Set<String>? = nil, upTo end: Int? = nil,
    reserved: Set<String> = []
  ) throws(GrammarError) -> Item? {
    let texts = texts
    let limit = min(end ?? texts.count, texts.count)
    var several: (text: String, candidates: [String])?
    for start in 0..<limit {
      if let after, start == 0 || !after.contains(texts[start - 1]) { continue }
      guard texts[start].first?.isLetter ?? false else { continue }
      for length in stride(from: min(6, limit - start), to: 0, by: -1) {
        let run = Array(texts[start..<start + length])
        guard !run.contains(where: { reserved.contains($0) || $0.isEmpty }) else { continue }
        switch matcher.match(run.filter { !["the", "a", "an", "of"].contains($0) }) {
        case .one(let item):
          words.removeSubrange((after == nil ? start : start - 1)..<start + length)
          return item
        case .several(let candidates):
          if several == nil { several = (run.joined(separator: " "), candidates) }
        case .none: continue
        }
      }
    }
    if let several { throw .ambiguousCohort(several.text, candidates: several.candidates) }
    return nil
  }

  /// The place of a word; nil where it is not left.
  func place(of set: Set<String>) -> Int? { texts.firstIndex(where: set.contains) }

  /// The first word that is left and is not one that may stand anywhere.
  func leftOver(besides noise: Set<String>) -> WhatIfWord? {
    words.first { $0.isQuoted || !noise.contains($0.text) }
  }
}
