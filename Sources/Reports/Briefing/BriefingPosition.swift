import Documents
import Indicators
import LookedAfter

extension Section {
  /// What the paper covers, and what the committee has seen before.
  static func period(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    let (history, month) = (context.history, context.month)
    guard let counted = history.snapshotWithTotal(for: month) else { return section }
    let basis = counted.basis.map { ", \($0.name)" } ?? ""
    section.say(
      "This report covers the twelve months from \(month.advanced(by: -11).inWords) to"
        + " \(month.inWords). The children were counted \(counted.onAsAtInWords)\(basis).")
    let asked = history.resolutions(asKnownOn: context.lastDay)
    if let last = asked.map(\.day).max() {
      section.say(
        "The committee last asked for something on this subject on \(last.inWords); what it asked"
          + " for, and what came of it, is set out below.")
    }
    return section
  }

  /// The number and the rate now and twelve months before, whether the number really moved, and the
  /// totals between.
  static func twelveMonths(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    let (history, month) = (context.history, context.month)
    let before = month.advanced(by: -12)
    guard let now = history.snapshotWithTotal(for: month), let total = now.total else {
      section.sayNothingRecorded(of: "the number of children", in: month)
      return section
    }
    section.cite(total.provenance)
    let opening = "\(Prose.figures(total.value)) children were looked after \(now.onAsAtInWords)"
    if let then = history.snapshotWithTotal(for: before), let number = then.total {
      section.cite(number.provenance)
      section.say(
        "\(opening), \(Prose.comparison(total.value - number.value)) the"
          + " \(Prose.figures(number.value)) \(then.onAsAtInWords).",
        FlowBalanceSentences.sentence(
          MonthlyFigures.balance(in: history, after: before, upTo: month), months: 12))
      section.addRates(history, (before, number), (month, total), then.printedRate)
    } else {
      section.say(
        "\(opening). No number is recorded for \(before.inWords), twelve months before.")
    }
    section.blocks.append(.table(totalsTable(context)))
    if let chart = UpdateCharts.totalTrend(history, month) { section.blocks.append(.chart(chart)) }
    return section
  }

  /// The two rates on one population, and where the paper of the time printed another.
  private mutating func addRates(
    _ history: History, _ then: (Month, Recorded<Int>), _ now: (Month, Recorded<Int>),
    _ printed: Recorded<Quantity>?
  ) {
    guard let population = history.population(for: now.0),
      let rate = RatePer10000(children: now.1, population: population),
      let earlier = RatePer10000(children: then.1, population: population)
    else {
      say("No population is recorded, so no rate can be given.")
      return
    }
    cite(population.number.provenance)
    let change = rate.value - earlier.value
    let words =
      change == 0
      ? "the same"
      : "\(Prose.decimal(abs(change), 1)) per 10,000 \(change < 0 ? "lower" : "higher")"
    var text =
      "On one population (\(Prose.figures(population.number.value)), \(population.inWords)) the rate"
      + " was \(earlier.rounded()) per 10,000 in \(then.0.inWords) and is \(rate.rounded()) now,"
      + " \(words)."
    if let printed, printed.value != earlier.rounded(toDecimals: printed.value.decimals) {
      text +=
        " The paper of the time printed \(printed.value) for \(then.0.inWords); it rests on another"
        + " population, so it is not set against \(rate.rounded())."
      cite(printed.provenance)
    }
    say(text)
  }

  /// Every total of the last two years with its basis, its difference to now, and its rate.
  private static func totalsTable(_ context: PaperContext) -> Table {
    let (history, month) = (context.history, context.month)
    let now = history.snapshotWithTotal(for: month)?.total?.value
    let population = history.population(for: month)
    let snapshots = history.months.filter {
      $0 <= month && $0 >= month.advanced(by: -24)
    }.flatMap { history.snapshots(for: $0) }
      .sorted { ($0.asAt ?? $0.month.lastDay) < ($1.asAt ?? $1.month.lastDay) }
    let rows = snapshots.compactMap { snapshot -> Row? in
      guard let total = snapshot.total?.value else { return nil }
      let rate = population.flatMap {
        RatePer10000(children: total, population: $0.number.value)?.rounded(toDecimals: 1)
      }
      return Row([
        .text("\(snapshot.month)"), .text(snapshot.asAtInWords),
        snapshot.basis.map { .text($0.name) } ?? Cell(.missing, display: "not stated"),
        .integer(total), .change(now.map { $0 - total }),
        rate.map { .decimal(mantissa: $0.mantissa, decimals: $0.decimals) } ?? .missing,
      ])
    }
    return Table(
      id: "totals", caption: "Looked after children in the last two years, as recorded",
      columns: [
        Column(id: "month", title: "Id", kind: .key),
        Column(id: "day", title: "Counted", kind: .rowHeader),
        Column(id: "basis", title: "Basis", kind: .label),
        Column(id: "children", title: "Children", kind: .number),
        Column(id: "change", title: "Change to now", kind: .number),
        Column(id: "rate", title: "Per 10,000, one population", kind: .number),
      ], rows: rows)
  }

  /// The rate beside others', the children at each rate, and which differences are more than chance.
  static func besideOthers(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    guard let rates = try? RatesTable(context.history, month: context.month) else {
      section.sayNothingRecorded(of: "the rate", in: context.month)
      return section
    }
    let interval = RateInterval(rates.rate)
    section.say(
      "The rate is \(rates.rate.rounded()) per 10,000 aged 0 to 17 (95% range"
        + " \(Prose.decimal(interval.lower, 0)) to \(Prose.decimal(interval.upper, 0))).",
      CompareAnswer.told(rates), CompareAnswer.gaps(rates, context.history))
    let years = Set(rates.comparisons.map(\.comparator.dataYear)).sorted()
    if !years.isEmpty {
      section.say(
        "The comparators are of \(Prose.list(years)) and \(context.history.authority.name)'s figure of"
          + " \(rates.snapshot.asAtInWords)." + ownThen(context, years),
        "A comparator is not a target: some children need to be in care.")
    }
    if let chart = ComparatorsChart.chart(rates, context.history) {
      section.blocks.append(.chart(chart))
    }
    section.blocks.append(.table(rates.table(of: rates.comparisons)))
    section.provenance += rates.provenance
    return section
  }

  /// The authority's own number at the end of the comparators' year, where they have one year.
  private static func ownThen(_ context: PaperContext, _ years: [String]) -> String {
    guard years.count == 1, let year = years.first.flatMap({ Int($0.prefix(4)) }),
      let march = Month(year: year + 1, month: 3),
      let then = context.history.snapshotWithTotal(for: march), let total = then.total
    else { return "" }
    return " At the end of that year \(Prose.figures(total.value)) children were looked after here."
  }
}
