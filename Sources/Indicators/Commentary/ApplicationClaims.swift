import LookedAfter

/// Reads how many applications are with the court, with legal services, or either.
struct ApplicationClaims {
  let history: History
  let month: Month
  let cohort: Cohort

  private static let court: Set = ["court", "filed", "submitted", "issued", "lodged"]
  private static let legal: Set = ["legal", "solicitors", "lawyers"]
  private static let underWay: Set = [
    "underway", "pipeline", "open", "progress", "ongoing", "live",
  ]

  /// What became of applications, or happened to them in the month: another figure than those open.
  private static let events: Set = [
    "granted", "refused", "withdrawn", "concluded", "slipped", "late", "delayed", "sent", "made",
    "new", "during", "discharged", "returned", "received", "heard", "listed", "awaiting", "where",
    "whose", "who", "but", "except", "excluding", "prepared", "ready",
  ]

  /// The claim of a figure that is of applications; nil for any other, or where the stage or the
  /// route is not certain.
  func claim(_ figure: StatedFigure) -> CommentaryClaim? {
    let scope = scope(of: figure)
    let words = scope.map(\.text)
    guard isOfApplications(figure, words), let route = route(figure, words),
      let pipeline = history.pipeline(in: .month(month))
    else { return nil }
    guard !words.contains(where: Self.events.contains), !isEvent(figure, words) else { return nil }
    let isInCourt = words.contains(where: Self.court.contains)
    let isWithLegal = words.contains(where: Self.legal.contains)
    let isOpen =
      words.contains(where: Self.underWay.contains)
      || words.joined(separator: " ").contains("under way")
    let recorded: (id: String, number: Int?)
    switch (isInCourt, isWithLegal) {
    case (true, true):
      guard words.contains("or") || words.contains("and") else { return nil }
      recorded = ("open", pipeline.open(route))
    case (true, false): recorded = ("filed", pipeline[route, .filed]?.value)
    case (false, true): recorded = ("with_legal", pipeline[route, .withLegal]?.value)
    case (false, false):
      guard isOpen else { return nil }
      recorded = ("open", pipeline.open(route))
    }
    guard let number = recorded.number else { return nil }
    return CommentaryClaim(
      stated: figure.number, measure: "pipeline.\(route.rawValue).\(recorded.id)",
      recorded: [number])
  }

  /// The words that belong to the figure: up to the next number, or to a mark that does not lead on
  /// with `either` or the like.
  private func scope(of figure: StatedFigure) -> [CommentaryWord] {
    var scope: [CommentaryWord] = []
    var rest = figure.sentence.words[(figure.place + 1)...]
    while let word = rest.popFirst(), word.number == nil {
      if word.isMark {
        let leadsOn = rest.first.map {
          ["either", "which", "that", "all", "already"].contains($0.text)
        }
        guard word.text == ",", leadsOn == true else { break }
        continue
      }
      scope.append(word)
    }
    return scope
  }

  /// `16 SGO applications …`, `applications for 16 children …`, or after applications were spoken
  /// of, `8 with the court`.
  private func isOfApplications(_ figure: StatedFigure, _ words: [String]) -> Bool {
    let isNoun = { (word: String) in word == "application" || word == "applications" }
    let between: Set = [
      "sgo", "discharge", "special", "guardianship", "order", "orders", "open", "live", "current",
      "ongoing", "such",
    ]
    if let place = words.firstIndex(where: isNoun) {
      return words[..<place].allSatisfy(between.contains)
    }
    let before = figure.sentence.words[..<figure.place].map(\.text)
    if before.suffix(2).last == "for", before.dropLast().last.map(isNoun) == true {
      return words.first == "children" || words.first == "child" || words.first == "young"
    }
    guard before.contains(where: isNoun), let first = words.first else { return false }
    return first == "with" || first == "at" || first == "filed" || first == "in"
  }

  /// The route of the sentence's words, or else of the cohort; nil where the words name both.
  private func route(_ figure: StatedFigure, _ scope: [String]) -> Route? {
    let words = figure.allWords
    let isSGO = words.contains { ["sgo", "sgos", "guardianship"].contains($0) }
    let isDischarge = words.contains { $0.hasPrefix("discharge") || $0.hasPrefix("revo") }
    switch (isSGO, isDischarge) {
    case (true, false): return .sgo
    case (false, true): return .discharge
    case (true, true): return nil
    case (false, false): return cohort.route
    }
  }

  /// Whether the words tell of what happened in the month rather than of how things stand.
  private func isEvent(_ figure: StatedFigure, _ scope: [String]) -> Bool {
    if let place = scope.firstIndex(where: { $0 == "were" || $0 == "was" }),
      place + 1 < scope.count, Self.court.contains(scope[place + 1])
    {
      return true
    }
    let words = figure.allWords
    for (place, word) in words.enumerated()
    where word == "month" || CommentarySentence.isMonth(word) {
      // "at the end of October", "on 2 November": how things stand on a day.
      let before = words[..<place].suffix(3)
      let isDay = before.last.flatMap { Int($0) } != nil
      if !before.contains("end"), !isDay { return true }
    }
    return false
  }
}
