import Documents
import Indicators
import LookedAfter

/// The answer to a standing question: a sentence with the number, its date and basis, what it is
/// compared with, what has to be kept in mind, and where it is from.
struct StandingAnswer {
  let question: StandingQuestion
  /// The sentence; it says so where nothing is recorded.
  let sentence: String
  /// The number, where the answer is one.
  let number: Int?
  /// The day that it describes.
  let day: CivilDate?
  /// The number that it is compared with.
  let before: Int?
  let provenance: [Provenance]

  /// Whether the record answers the question.
  var isAnswered: Bool { !provenance.isEmpty }

  /// Answers a question.
  init(_ question: StandingQuestion, _ context: PaperContext) {
    self.question = question
    if let reason = question.reason {
      (sentence, provenance) = (Prose.sentence(reason), [])
      (number, day, before) = (nil, nil, nil)
      return
    }
    let made = Self.joined(question.answers.map { Self.make($0, context) })
    (number, day, before, provenance) = (made.number, made.day, made.before, made.provenance)
    guard !made.provenance.isEmpty else {
      sentence = Prose.sentence(made.main)
      return
    }
    // One sentence: the figure with its date and basis, what it is set against, what has to be kept in
    // mind, and where it is from.
    let authority = context.history.authority.name
    let parts =
      Self.clauses(made.main, authority)
      + [made.comparison ?? "nothing earlier is recorded to set it against"]
      + Self.clauses(made.caveat, authority) + [question.note]
    let source = Chart.source(made.provenance).map { " (source: \($0))" } ?? ""
    sentence =
      Prose.sentence(
        parts.filter { !$0.isEmpty }.enumerated().map {
          $0 == 0 ? $1 : Self.continued($1, authority)
        }.joined(separator: "; ") + source)
  }

  /// An answer before its question and source are added.
  struct Made {
    /// What is answered, with its date and basis; sentences, or parts of one.
    var main: String
    /// What it is set against; empty where the answer says that itself, nil where there is nothing.
    var comparison: String?
    /// What has to be kept in mind.
    var caveat = ""
    var number: Int?
    var day: CivilDate?
    var before: Int?
    var provenance: [Provenance] = []

    /// What is answered, within a sentence.
    var mainInSentence: String {
      Prose.lowercasedFirst(main.last == "." ? String(main.dropLast()) : main)
    }
  }

  /// The parts of an answer as one; a part of which nothing is recorded says so within it.
  private static func joined(_ parts: [Made]) -> Made {
    guard var whole = parts.first else { return Made(main: "") }
    for part in parts.dropFirst() {
      whole.comparison = [
        whole.comparison ?? "", part.mainInSentence,
        part.provenance.isEmpty ? "" : part.comparison ?? "",
      ].filter { !$0.isEmpty }.joined(separator: "; ")
      if whole.caveat.isEmpty { whole.caveat = part.caveat }
      whole.provenance += part.provenance
    }
    return whole
  }

  /// The sentences of a text, without their full stops.
  private static func clauses(_ text: String, _ authority: String) -> [String] {
    var clauses: [String] = []
    var rest = Substring(text)
    while let end = rest.firstRange(of: ". ") {
      clauses.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    let last = rest.last == "." ? rest.dropLast() : rest
    return (clauses + [String(last)]).filter { !$0.isEmpty }
  }

  /// A clause as it goes on after a semicolon; a name keeps its capital.
  private static func continued(_ clause: String, _ authority: String) -> String {
    let isName = clause.hasPrefix(authority) || clause.hasPrefix("England")
    return isName ? clause : Prose.lowercasedFirst(clause)
  }

  private static func make(_ answer: String, _ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    switch answer {
    case "twelve-months": return twelveMonths(context)
    case "rate": return rate(context)
    case "pipeline": return pipeline(context)
    case "edge-of-care":
      var made = section(.edgeOfCare(history, month), context)
      made.caveat =
        "outcomes are those known to date, and a child kept out so far may still come in"
      return made
    case "figure-ages": return ages(context)
    case "cost":
      var made = section(.cost(context), context)
      made.comparison = ""
      if let snapshot = history.snapshotWithTotal(for: month), !made.provenance.isEmpty {
        made.main =
          Prose.sentence(snapshot.onAsAtInWords).dropLast()
          + " (\(snapshot.basis?.name ?? "basis not stated")), " + Prose.lowercasedFirst(made.main)
      }
      return made
    case "planned", "slippage": return applications(answer == "slippage", context)
    case "permanence":
      return section(.discharges(context), context, paragraphs: 0..<1)
    case "adoption-effect": return adoption(context)
    case "edge-of-care-cost": return edgeOfCareCost(context)
    case "first-actions": return firstActions(context)
    case "frozen-lists": return frozenLists(context)
    default: return measure(MeasureID(rawValue: answer), context)
    }
  }

  /// The sentences of a part of a paper.
  static func section(
    _ section: Section, _ context: PaperContext, paragraphs: Range<Int> = 0..<2
  ) -> Made {
    let texts = section.blocks.compactMap { block -> String? in
      if case .paragraph(let text) = block { return text }
      return nil
    }
    return Made(
      main: texts.indices.filter(paragraphs.contains).map { texts[$0] }.joined(separator: " "),
      day: context.history.snapshot(for: context.month)?.asAt ?? context.month.lastDay,
      provenance: section.provenance)
  }

  /// A recorded figure of the month beside the month before.
  private static func measure(_ id: MeasureID, _ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    let name = history.catalogue[id]?.name ?? "\(id)"
    if let snapshot = history.snapshot(for: month),
      let found = snapshot[CohortID(rawValue: id.rawValue)]
    {
      let earlier = history.monthBefore(month).flatMap { history.snapshot(for: $0) }
      let before = earlier?[CohortID(rawValue: id.rawValue)]
      let comparison = before.map {
        "\(Prose.comparison(found.value - $0.value)) the \(Prose.figures($0.value))"
          + " \(earlier?.onAsAtInWords ?? "")"
      }
      let basis = snapshot.basis.map { " (\($0.name))" } ?? " (basis not stated)"
      return Made(
        main: "\(name): \(Prose.figures(found.value)) \(snapshot.onAsAtInWords)\(basis)",
        comparison: comparison,
        caveat: before != nil && earlier?.basis != snapshot.basis
          ? "the two were not counted alike" : oneMonth,
        number: found.value, day: snapshot.asAt ?? month.lastDay, before: before?.value,
        provenance: [found.provenance])
    }
    let known = history.observations(of: id).filter {
      $0.count != nil && ($0.period.lastMonth ?? month) <= month
    }
    guard let last = known.last, let now = last.count else {
      return Made(
        main: "Nothing is recorded of \(Prose.lowercasedFirst(name)) up to \(month.inWords).")
    }
    let before = known.dropLast().last { isAlike($0.period, last.period) }
    let comparison = before?.count.map {
      "\(Prose.comparison(now.value - $0.value)) the \(Prose.figures($0.value)) \(when(before ?? last))"
    }
    let isFlow = history.catalogue[id]?.kind == .flow
    let isFiled = "\(id)".hasPrefix("pipeline.")
    return Made(
      main: "\(name): \(Prose.figures(now.value)) \(when(last))"
        + " (\(isFlow ? "events of the period" : "counted on that day"))",
      comparison: comparison,
      caveat: [
        last.period.lastMonth == month
          ? "" : "nothing newer is recorded up to \(month.inWords)",
        isFiled ? "an application is not yet an order" : comparison == nil ? "" : oneMonth,
      ].filter { !$0.isEmpty }.joined(separator: ". "),
      number: now.value, day: last.asAt ?? last.period.lastDay, before: before?.count?.value,
      provenance: [now.provenance])
  }

  private static let oneMonth = "one month's change alone is no trend"

  private static func isAlike(_ one: Period, _ other: Period) -> Bool {
    switch (one, other) {
    case (.month, .month), (.day, .day): true
    case (.months(let left, _), .months(let right, _)): left == right
    default: false
    }
  }

  private static func when(_ observation: Observation) -> String {
    if let day = observation.asAt { return "on \(day.inWords)" }
    switch observation.period {
    case .day(let day): return "on \(day.inWords)"
    case .month(let month): return "in \(month.inWords)"
    case .months: return "from \(observation.period.inWords)"
    case .undated: return "at no stated date"
    }
  }

  /// `20 applications open on 31 October 2020 (13 SGO, 7 discharge): 13 with court, …`.
  private static func pipeline(_ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    guard let pipeline = history.pipeline(in: .month(month)),
      let open = pipeline.open ?? pipeline.statedOpen?.value
    else { return Made(main: "Nothing is recorded of applications for \(month.inWords).") }
    let routes = Route.allCases.compactMap { route in
      pipeline.open(route).map { "\(Prose.figures($0)) \(route.name)" }
    }
    let stages = [(Stage.filed, "with court"), (.withLegal, "with legal services")]
      .compactMap { stage, words in
        pipeline.known(at: stage).map { "\(Prose.figures($0)) \(words)" }
      }
    let earlier = month.advanced(by: -1)
    let before = history.pipeline(in: .month(earlier)).flatMap { $0.open ?? $0.statedOpen?.value }
    return Made(
      main: "\(Prose.figures(open)) applications were open on \(month.lastDay.inWords)"
        + (routes.isEmpty ? "" : " (\(Prose.list(routes)))")
        + (stages.isEmpty ? "" : ", \(Prose.list(stages))") + ", counted at the end of the month",
      comparison: before.map {
        "that is \(Prose.comparison(open - $0)) the \(Prose.figures($0)) on \(earlier.lastDay.inWords)"
      }, caveat: "an application is not yet an order",
      number: open, day: month.lastDay, before: before,
      provenance: pipeline.counts.valuesInOrder.flatMap { $0.valuesInOrder.map(\.provenance) }
        .prefix(1)
        + [pipeline.statedOpen?.provenance].compactMap { $0 })
  }
}
