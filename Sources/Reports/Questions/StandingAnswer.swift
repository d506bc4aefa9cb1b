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

  init(_ question: StandingQuestion, _ context: PaperContext) {
    self.question = question
    let made = Self.make(question.answer, context)
    let sources = made.provenance.compactMap { $0.source?.shortTitle }
    var seen: Set<String> = []
    let unique = sources.filter { seen.insert($0).inserted }
    let source = unique.isEmpty ? "" : " Source: \(Prose.list(unique))."
    sentence = made.sentence + source
    (number, day, before, provenance) = (made.number, made.day, made.before, made.provenance)
  }

  /// An answer before its question and source are added.
  struct Made {
    var sentence: String
    var number: Int?
    var day: CivilDate?
    var before: Int?
    var provenance: [Provenance] = []
  }

  private static func make(_ answer: String, _ context: PaperContext) -> Made {
    switch answer {
    case "twelve-months": section(.twelveMonths(context), context)
    case "rate": section(.besideOthers(context), context)
    case "pipeline": pipeline(context)
    case "edge-of-care": section(.edgeOfCare(context.history, context.month), context)
    case "figure-ages": ages(context)
    case "cost": section(.cost(context), context)
    case "planned": section(.expectedByADate(context), context, paragraphs: 2)
    case "slippage": section(.applications(context.history, context.month), context, paragraphs: 1)
    case "frozen-lists": frozenLists(context)
    default: measure(MeasureID(rawValue: answer), context)
    }
  }

  /// The sentences of a part of a paper.
  private static func section(
    _ section: Section, _ context: PaperContext, paragraphs: Int = 2
  ) -> Made {
    let texts = section.blocks.compactMap { block -> String? in
      if case .paragraph(let text) = block { return text }
      return nil
    }
    return Made(
      sentence: texts.prefix(paragraphs).joined(separator: " "),
      day: context.history.snapshot(for: context.month)?.asAt ?? context.month.lastDay,
      provenance: section.provenance)
  }

  /// A recorded figure of the month beside the month before.
  private static func measure(_ id: MeasureID, _ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    let name = history.catalogue[id].map { Prose.lowercasedFirst($0.name) } ?? "\(id)"
    if let snapshot = history.snapshot(for: month),
      let found = snapshot[CohortID(rawValue: id.rawValue)]
    {
      let earlier = history.monthBefore(month).flatMap { history.snapshot(for: $0) }
      let before = earlier?[CohortID(rawValue: id.rawValue)]
      let comparison = before.map {
        ", \(Prose.comparison(found.value - $0.value)) the \(Prose.figures($0.value))"
          + " \(earlier?.onAsAtInWords ?? "")"
      }
      let basis = snapshot.basis.map { " (\($0.name))" } ?? ""
      let caveat =
        before != nil && earlier?.basis != snapshot.basis ? " The two were not counted alike." : ""
      return Made(
        sentence: "\(Prose.figures(found.value)) \(snapshot.onAsAtInWords)\(basis): \(name)\(comparison ?? "")."
          + caveat, number: found.value, day: snapshot.asAt ?? month.lastDay, before: before?.value,
        provenance: [found.provenance])
    }
    let known = history.observations(of: id).filter {
      $0.count != nil && ($0.period.lastMonth ?? month) <= month
    }
    guard let last = known.last, let now = last.count else {
      return Made(sentence: "Nothing is recorded of \(name) up to \(month.inWords).")
    }
    let before = known.dropLast().last { isAlike($0.period, last.period) }
    let comparison = before?.count.map {
      ", \(Prose.comparison(now.value - $0.value)) the \(Prose.figures($0.value)) \(when(before ?? last))"
    }
    let stale =
      last.period.lastMonth == month ? "" : " Nothing newer is recorded up to \(month.inWords)."
    return Made(
      sentence: "\(Prose.figures(now.value)) \(when(last)): \(name)\(comparison ?? "")." + stale,
      number: now.value, day: last.asAt ?? last.period.lastDay, before: before?.count?.value,
      provenance: [now.provenance])
  }

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
    else { return Made(sentence: "Nothing is recorded of applications for \(month.inWords).") }
    let routes = Route.allCases.compactMap { route in
      pipeline.open(route).map { "\(Prose.figures($0)) \(route.name)" }
    }
    let stages = [(Stage.filed, "with court"), (.withLegal, "with legal services")]
      .compactMap { stage, words in pipeline.known(at: stage).map { "\(Prose.figures($0)) \(words)" } }
    let earlier = month.advanced(by: -1)
    let before = history.pipeline(in: .month(earlier)).flatMap { $0.open ?? $0.statedOpen?.value }
    let was = before.map { " There were \(Prose.figures($0)) on \(earlier.lastDay.inWords)." } ?? ""
    return Made(
      sentence: "\(Prose.figures(open)) applications were open on \(month.lastDay.inWords)"
        + (routes.isEmpty ? "" : " (\(Prose.list(routes)))")
        + (stages.isEmpty ? "." : ": \(Prose.list(stages)).") + was,
      number: open, day: month.lastDay, before: before,
      provenance: pipeline.counts.values.flatMap { $0.values.map(\.provenance) }.prefix(1)
        + [pipeline.statedOpen?.provenance].compactMap { $0 })
  }

  private static func ages(_ context: PaperContext) -> Made {
    let section = Section.figureAges(context)
    var made = self.section(section, context)
    made.provenance = [context.history.snapshotWithTotal(for: context.month)?.total?.provenance]
      .compactMap { $0 }
    return made
  }

  /// What became of the frozen lists; without one, what can be said of all children instead.
  private static func frozenLists(_ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    let lists = history.cases.frozenLists.filter { $0.day <= month.lastDay }
    if let list = lists.last {
      let document = FrozenListAnswer.document(history, list: list, day: month.lastDay)
      let texts = document.blocks.compactMap { block -> String? in
        if case .paragraph(let text) = block { return text }
        return nil
      }
      return Made(
        sentence: texts.joined(separator: " "), number: list.size, day: month.lastDay,
        provenance: [history.snapshotWithTotal(for: month)?.total?.provenance].compactMap { $0 })
    }
    var made = section(.discharges(context), context, paragraphs: 1)
    made.sentence =
      "It cannot be said of them: the list was not frozen, and counts do not tell one child from"
      + " another. Of all children: " + made.sentence
    return made
  }
}
