import LookedAfter

/// Checks of rates and percentages.
struct RateChecks {
  let history: History
  let month: Month

  var all: [Check] { printedRates + comparatorYears + shares }

  /// The rates printed in the year up to the month, each on the population in use now: rates that
  /// cannot share a population must not be compared.
  private var printedRates: [Check] {
    guard let population = history.population(for: month) else { return [] }
    let year = month.advanced(by: -12)...month
    return history.months.filter(year.contains).flatMap { month in
      history.snapshots(for: month).compactMap { snapshot in
        guard let printed = snapshot.printedRate?.value, let children = snapshot.total?.value,
          let rate = RatePer10000(children: children, population: population.number.value)
        else { return nil }
        return .printedRate(
          PrintedRate(
            snapshot: snapshot, children: children, population: population, printed: printed,
            computed: rate.rounded(toDecimals: printed.decimals)))
      }
    }
  }

  private var comparatorYears: [Check] {
    let comparators = history.comparators(upTo: month)
    let years = comparators.map(\.dataYear).filter { !covers($0, month) }
    let unique = years.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return unique.isEmpty
      ? [] : [.comparatorYear(ComparatorYear(month: month, dataYears: unique))]
  }

  /// Whether a financial year such as `2018/19` holds a month.
  private func covers(_ dataYear: String, _ month: Month) -> Bool {
    let start = month.month >= 4 ? month.year : month.year - 1
    return dataYear == "\(start)/\((start + 1) % 100 < 10 ? "0" : "")\((start + 1) % 100)"
  }

  private var shares: [Check] {
    guard let share = history.longTermMatching(in: month)?.stability,
      share.numerator == nil || share.denominator == nil
    else { return [] }
    return [.shareBasis(share)]
  }
}
