import Documents
import Indicators
import LookedAfter

/// Answers that parts of the papers give.
extension StandingAnswer {
  /// What became of the last plan, or what is planned now.
  static func applications(_ isPast: Bool, _ context: PaperContext) -> Made {
    let section = Section.applications(context.history, context.month)
    let planned = context.history.plannedApplications(reportedIn: context.month)
    let past = planned.map { !$0.outcome.isEmpty } ?? false
    guard isPast ? past : planned?.total != nil else {
      return Made(
        main: "Nothing is recorded of \(isPast ? "slippage" : "planned applications") for"
          + " \(context.month.inWords).")
    }
    var made = self.section(section, context, paragraphs: isPast || !past ? 0..<1 : 1..<2)
    made.day = context.month.lastDay
    if isPast {
      made.caveat = "the reasons are those that the team gave in \(context.month.inWords)"
    } else {
      let plan = made.main.hasPrefix("In all, ") ? String(made.main.dropFirst(8)) : made.main
      made.main = "As planned in \(context.month.inWords), " + Prose.lowercasedFirst(plan)
      made.caveat = "a plan is not a forecast"
      made.number = planned?.total
      if let outcome = planned?.outcome, let before = outcome.planned, let sent = outcome.sent {
        made.comparison =
          "of the \(Prose.number(before)) planned for \(outcome.month.inWords),"
          + " \(Prose.noneOr(sent.value).lowercased()) \(Prose.isSingular(sent.value) ? "was" : "were")"
          + " sent as planned"
      }
    }
    return made
  }

  static func ages(_ context: PaperContext) -> Made {
    var made = section(.figureAges(context), context, paragraphs: 0..<1)
    if context.meeting == nil {
      let days = FigureAges(context).lines.map {
        "\(Prose.lowercasedFirst($0.name)), \($0.day.inWords)"
      }
      made.main =
        "The day of the meeting is not known, so these are the days that the figures describe: "
        + days.joined(separator: "; ")
    }
    made.comparison = ""
    made.caveat = "an age is counted from the day that a figure describes"
    made.provenance = [context.history.snapshotWithTotal(for: context.month)?.total?.provenance]
      .compactMap { $0 }
    return made
  }

  /// What became of the frozen lists; without one, what can be said of all children instead.
  static func frozenLists(_ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    let lists = history.cases.frozenLists.filter { $0.day <= month.lastDay }
    if let list = lists.last {
      let document = FrozenListAnswer.document(history, list: list, day: month.lastDay)
      let texts = document.blocks.compactMap { block -> String? in
        if case .paragraph(let text) = block { return text }
        return nil
      }
      return Made(
        main: texts.joined(separator: " "), comparison: "", number: list.size, day: month.lastDay,
        provenance: [history.snapshotWithTotal(for: month)?.total?.provenance].compactMap { $0 })
    }
    var made = section(.discharges(context), context, paragraphs: 0..<1)
    made.main =
      "It cannot be said of them: the list was not frozen, and counts do not tell one child from"
      + " another. Of all children, " + Prose.lowercasedFirst(made.main)
    return made
  }
}
