import Comparators
import LookedAfter

extension CompareAnswer {
  /// What was known of other authorities when the recorded comparators were: so that what is recorded
  /// and what is looked up on one screen rest on the same publications.
  struct Knowledge {
    /// The day up to which publications count.
    let day: CivilDate

    /// The year of the newest recorded comparator; nil where none is recorded.
    private let recordedYear: Int?

    init(of rates: RatesTable, in month: Month) {
      let comparators = rates.comparisons.map(\.comparator)
      let recorded = comparators.compactMap {
        CivilDate(iso: String($0.rate.provenance.recordedAt.prefix(10)))
      }
      day = max(month.lastDay, recorded.max() ?? month.lastDay)
      recordedYear = comparators.compactMap { Self.year(ofData: $0.dataYear) }.max()
    }

    /// The year of the figures to set beside the recorded ones; nil where none is published.
    func year(in directory: ComparatorDirectory) -> Int? {
      if let recordedYear, directory.years.contains(recordedYear) { return recordedYear }
      return directory.publications.publications.last {
        $0.knownFrom <= day && $0.reportingYear != nil && $0.printsRates
      }?.reportingYear
    }

    /// As of when the published figures are, and that they came out after the month if they did.
    func sentence(year: Int, firstPublished: CivilDate?, _ month: Month) -> String {
      guard let firstPublished, firstPublished > month.lastDay else {
        return "As published by \(day.month.inWords):"
      }
      return "These comparators are hindsight: the figures of 31 March \(year) came out in"
        + " \(firstPublished.month.inWords), after \(month.inWords)."
    }

    /// The year of figures at 31 March: 2019 for `2018/19`.
    static func year(ofData words: String) -> Int? {
      guard words.count == 7, words.dropFirst(4).first == "/" else { return nil }
      return Int(words.prefix(4)).map { $0 + 1 }
    }
  }
}
