import Indicators
import LookedAfter

/// Answers on what work with children comes to.
extension StandingAnswer {
  /// The entries avoided and the returns home beside what as many children cost.
  static func edgeOfCareCost(_ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    guard let work = history.edgeOfCare(upTo: month),
      let avoided = work.prevention.children[outcome: "stayed_out"],
      let returned = work.reunification.children[outcome: "returned"]
    else {
      return Made(
        main: "Nothing is recorded of entries avoided and returns home up to \(month.inWords).")
    }
    let average = history.observations(of: "cost.average_per_child").last {
      $0.count != nil && ($0.period.lastMonth ?? month) <= month
    }?.count
    let children = avoided.value + returned.value
    return Made(
      main:
        "In \(work.period.inWords) \(Prose.children(avoided.value)) with whom the edge of care team"
        + " worked had not come into care and \(Prose.figures(returned.value)) had returned to their"
        + " parents (outcomes to date)",
      comparison: average.map {
        "at an average of \(CostAnswer.money($0.value)) for a child in a year, as many children cost"
          + " \(CostAnswer.money(children * $0.value)) in a full year of care"
      } ?? "the average cost of a child is not recorded",
      caveat: "what would have become of them without the team is not known",
      number: children, day: work.period.lastDay ?? month.lastDay,
      provenance: [avoided.provenance, returned.provenance, average?.provenance].compactMap { $0 })
  }

  /// The cohorts expected to leave care, the largest first: by how much each could bring the number down.
  static func firstActions(_ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    guard let snapshot = history.snapshot(for: month), !snapshot.counts.isEmpty else {
      return Made(main: "Nothing is recorded of the cohorts for \(month.inWords).")
    }
    let leaving = history.scheme.cohorts(in: .leave).compactMap { cohort in
      snapshot[cohort.id].map { (cohort, $0) }
    }.enumerated().sorted {
      ($0.element.1.value, -$0.offset) > ($1.element.1.value, -$1.offset)
    }.map(\.element)
    guard let largest = leaving.first else {
      return Made(main: "No cohort of \(month.inWords) is expected to leave care.")
    }
    let sum = leaving.map(\.1.value).reduce(0, +)
    let others = leaving.dropFirst().map { "\(Prose.figures($0.1.value)) in \($0.0.quoted)" }
    return Made(
      main: "Of the children whose plan is to leave care \(snapshot.onAsAtInWords)"
        + " (\(snapshot.basis?.name ?? "basis not stated")), most are in \(largest.0.quoted),"
        + " \(Prose.figures(largest.1.value))"
        + (others.isEmpty ? "" : ", before \(Prose.list(others))"),
      comparison: snapshot.total.map {
        "together \(Prose.figures(sum)) of the \(Prose.figures($0.value)) looked after"
      } ?? "together \(Prose.figures(sum))",
      caveat:
        "that is the most that work with each could bring the number down by, and no forecast",
      number: largest.1.value, day: snapshot.asAt ?? month.lastDay,
      provenance: leaving.map(\.1.provenance) + [snapshot.total?.provenance].compactMap { $0 })
  }
}

extension Breakdown {
  /// The line of an outcome, by the last part of its id.
  fileprivate subscript(outcome id: String) -> Recorded<Int>? {
    lines.first { $0.measure.id.rawValue.hasSuffix(".\(id)") }?.number
  }
}

extension Cohort {
  /// The cohort's name as a title within a sentence.
  fileprivate var quoted: String { "\"\(name)\"" }
}
