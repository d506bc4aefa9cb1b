import Indicators
import LookedAfter

/// Answers on the number and the rate of all children.
extension StandingAnswer {
  /// The number now and twelve months before, and whether that is more than chance.
  static func twelveMonths(_ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    guard let now = history.snapshotWithTotal(for: month), let total = now.total else {
      return Made(main: "Nothing is recorded of the number of children for \(month.inWords).")
    }
    let before = month.advanced(by: -12)
    let then = history.snapshotWithTotal(for: before)
    let comparison = then?.total.map {
      "\(Prose.comparison(total.value - $0.value)) the \(Prose.figures($0.value))"
        + " \(then?.onAsAtInWords ?? "") (\(basis(then)))"
    }
    return Made(
      main: "\(Prose.figures(total.value)) children were looked after \(now.onAsAtInWords)"
        + " (\(basis(now)))",
      comparison: comparison,
      caveat: comparison == nil
        ? ""
        : FlowBalanceSentences.sentence(
          MonthlyFigures.balance(in: history, after: before, upTo: month), months: 12),
      number: total.value, day: now.asAt ?? month.lastDay, before: then?.total?.value,
      provenance: [total.provenance, then?.total?.provenance].compactMap { $0 })
  }

  /// The rate beside the comparators.
  static func rate(_ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    guard let rates = try? RatesTable(history, month: month),
      let population = history.population(for: month)
    else { return Made(main: "Nothing is recorded of the rate for \(month.inWords).") }
    let interval = RateInterval(rates.rate)
    let years = Set(rates.comparisons.map(\.comparator.dataYear)).sorted()
    let gap = rates.comparisons.first.map {
      ", and \(Prose.comparison($0.gap)) the \(Prose.figures($0.needed.number)) children at the rate of"
        + " \($0.comparator.nameInSentence)"
    }
    let told = CompareAnswer.told(rates)
    return Made(
      main: "The rate was \(rates.rate.rounded()) per 10,000 aged 0 to 17"
        + " \(rates.snapshot.onAsAtInWords) (\(basis(rates.snapshot)); population of"
        + " \(population.inWords); 95% range \(Prose.decimal(interval.lower, 0)) to"
        + " \(Prose.decimal(interval.upper, 0)))",
      comparison: told.isEmpty
        ? nil : "that is " + told.dropFirst("The rate is ".count).dropLast() + (gap ?? ""),
      caveat: (years.isEmpty ? "" : "the comparators are of \(Prose.list(years)), and ")
        + "a comparator is not a target",
      day: rates.snapshot.asAt ?? month.lastDay, provenance: rates.provenance)
  }

  /// What would become of the number if every placement order ended in adoption.
  static func adoption(_ context: PaperContext) -> Made {
    let (history, month) = (context.history, context.month)
    guard let snapshot = history.snapshot(for: month), let total = snapshot.total,
      let cohort = history.scheme.cohorts.first(where: { $0.exitReason == "ceased.adoption" }),
      let orders = snapshot[cohort.id]
    else {
      return Made(
        main: "Nothing is recorded of children who wait to be adopted for \(month.inWords).")
    }
    let rest = total.value - orders.value
    return Made(
      main: "Were all \(Prose.children(orders.value)) \(Prose.lowercasedFirst(cohort.name))"
        + " \(snapshot.onAsAtInWords) (\(basis(snapshot))) adopted, and did as many children join as"
        + " leave by other routes, \(Prose.figures(rest)) would be looked after",
      comparison: "that is \(Prose.comparison(-orders.value)) the \(Prose.figures(total.value)) of"
        + " that day",
      caveat: "it is a bound and not a forecast, for nobody knows when orders are granted",
      number: rest, day: snapshot.asAt ?? month.lastDay, before: total.value,
      provenance: [total.provenance, orders.provenance])
  }

  private static func basis(_ snapshot: Snapshot?) -> String {
    snapshot?.basis?.name ?? "basis not stated"
  }
}
