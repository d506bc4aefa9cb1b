import Comparators
import Documents
import Indicators
import LookedAfter

/// Whether five yearly rates of a place show a trend, all on one edition of the population.
struct RateTrendOfYears {
  private let years: [ComparatorDirectory.YearOnOneEdition]
  private let last: Int

  /// The rates of a place up to a year.
  ///
  /// - Throws: when the shipped figures cannot be read.
  init(of area: Area, upTo last: Int, in directory: ComparatorDirectory) throws {
    self.last = last
    years = try directory.yearsOnOneEdition(of: area)
  }

  private var wanted: ClosedRange<Int> { (last - RecentTrend.yearsUsed + 1)...last }

  /// The trend of the five years; what it says is that it cannot be calculated where one is missing.
  var trend: RecentTrend {
    RecentTrend(
      years.filter { wanted.contains($0.year) }.compactMap { year in
        RatePer10000(children: year.count, population: year.population.population).map {
          RecentTrend.Year(year.year, $0)
        }
      })
  }

  /// The rate of a year on that edition, with one decimal; nil where it cannot be worked out.
  func rate(in year: Int) -> ExactNumber? {
    years.first { $0.year == year }.flatMap {
      RatePer10000(children: $0.count, population: $0.population.population)
    }.map { rate in
      let rounded = rate.rounded(toDecimals: 1)
      return ExactNumber(mantissa: rounded.mantissa, decimals: rounded.decimals)
    }
  }

  /// The trend in a sentence, with what it rests on; blank where none of the five years is there.
  var sentence: String {
    let used = years.filter { wanted.contains($0.year) }
    let missing = wanted.filter { year in !used.contains { $0.year == year } }
    guard missing.isEmpty else {
      let names = Prose.list(missing.map(String.init))
      return missing.count == wanted.count
        ? ""
        : "No recent trend is given: it needs the five years to \(last), and \(names)"
          + " \(missing.count == 1 ? "has" : "have") no number or no population of that edition."
    }
    let printed = used.filter(\.isPrinted).map { String($0.year) }
    let populations =
      printed.isEmpty
      ? "one edition of the population"
      : printed.count == used.count
        ? "the population as the newest publication prints it"
        : "one edition of the population, for \(Prose.list(printed)) as the publication prints it"
    return Sentences.trend(trend.outcome, of: "the rate", years: wanted)
      + " (Newest numbers and \(populations), five years.)"
  }
}
