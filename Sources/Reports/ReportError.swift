import LookedAfter

/// Why a paper or an answer cannot be made.
public enum ReportError: Error, Equatable, CustomStringConvertible {
  /// The month has no snapshot; the months that have one.
  case noSnapshot(Month, known: [Month])
  /// Nothing of the kind is recorded for the month; the months that have it.
  case nothingRecorded(what: String, Month, known: [Month])
  /// There is no population to take a rate of.
  case noPopulation(Month)
  /// No comparator is called so; those that there are.
  case unknownComparator(String, known: [String])
  /// The first month is not before the second.
  case monthsOutOfOrder(Month, Month)
  /// No number of a month is recorded of a measure.
  case noSeries(String)
  /// No figures of a year are published; the years that there are.
  case noPublishedFigures(year: Int, known: [Int])
  /// No model of statistical neighbours has the authority.
  case noNeighbours(String)
  /// A plan cannot start from a month without a figure; the nearest month that has one.
  case noStartOfPlan(String, Month, nearest: Month?)
  /// No target is recorded of a measure.
  case noTarget(String)
  /// A measure has no control chart.
  case noChart(String)
  /// Limits cannot rest on some months of a measure, of which too few are recorded.
  case shortBaseline(String, Month, Month, recorded: Int, needed: Int)
  /// A measure is no number of a month, so it has no trend.
  case noTrend(String)
  /// A chart has too few months before the one from which it is to begin anew.
  case tooFewMonthsBefore(Month, have: Int, need: Int)
  /// Too few months in a row lie on one side of the mean from a month on, so that its chart cannot
  /// begin anew there.
  case notSustained(Month, have: Int, need: Int)
  /// There is no rate of these numbers.
  case notARate(children: Int, population: Int)
  /// A rate that can be none: below 0, or too great to be worked with.
  case impossibleRate(Quantity)
  /// The part is greater than the whole, or there is no whole.
  case notAShare(part: Int, whole: Int)
  /// Nothing of the kind is recorded at all.
  case emptyRecord(what: String)
  /// A question that is understood and that nothing recorded answers; why, in a sentence.
  case notAnswered(String)
  /// A part that people wrote holds a place for a figure that nothing fills.
  case unfilledFigure(part: String, figure: String)
  /// A part that people wrote states another figure than the record.
  case otherFigure(part: String, stated: Int, measure: String, recorded: Int)
  /// No children had been counted by the day of a meeting.
  case nothingCountedBy(CivilDate, first: Month?)
  /// No month is recorded at all.
  case emptyHistory
  /// The 903 returns do not cover a month; the days that they cover.
  case outsideReturns(Month?, covered: ClosedRange<CivilDate>?)
  /// A month lies in a year between two returns of which there is none; the years are named.
  case missingReturn(Month, years: String)
  /// Rows of children were removed, so that something is not known up to a month.
  case rowsRemoved(what: String, upTo: Month)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .noSnapshot(let month, let known) where known.isEmpty:
      "No number of children is recorded for \(month.inWords), nor for any other month."
    case .noSnapshot(let month, let known):
      "There is no snapshot for \(month.inWords); there are snapshots for \(Self.list(known))."
    case .nothingRecorded(let what, let month, let known):
      known.isEmpty
        ? "Nothing is recorded of \(what)."
        : "Nothing is recorded of \(what) for \(month.inWords); there is for \(Self.list(known))."
    case .noPopulation(let month):
      "No rate can be given for \(month.inWords): no population aged 0 to 17 is recorded for a year"
        + " up to then."
    case .unknownComparator(let name, let known):
      known.isEmpty
        ? "No comparator is recorded."
        : "There is no comparator \"\(name)\"; there are \(Prose.list(known))."
    case .monthsOutOfOrder(let first, let second):
      "\(first.inWords) is not before \(second.inWords); give the earlier month first."
    case .noSeries(let what):
      "No number of \(what) is recorded for a month; record it, or import history with a file."
    case .noPublishedFigures(let year, let known):
      "No figures are published for 31 March \(year); there are for \(known.first ?? 0) to"
        + " \(known.last ?? 0)."
    case .noNeighbours(let name): "No model of statistical neighbours has \(name)."
    case .noStartOfPlan(let what, let start, let nearest):
      "A plan cannot start in \(start.inWords): no number of \(what) is recorded for it; "
        + (nearest.map {
          "record it, or add a month that has one, such as: from \($0.shortName.lowercased())"
            + " \($0.year)"
        } ?? "record one first, then set the target.")
    case .noTarget(let what):
      "No target is recorded of \(what); to set one, type: target total 300 by mar 2022"
    case .noChart(let what):
      "There is no chart with limits of \(what) to begin anew; only what happens in a month has one."
    case .shortBaseline(let name, let first, let last, let recorded, let needed):
      "\(name): limits need \(Prose.count(needed, "month", "months")) or more to rest on, and from"
        + " \(first.inWords) to \(last.inWords) \(recorded == 0 ? "none" : Prose.number(recorded))"
        + " \(recorded < 2 ? "is" : "are") recorded."
    case .noTrend(let what):
      "\(what) is not counted month by month, so it has no trend."
    case .tooFewMonthsBefore(let month, let have, let need):
      "The chart cannot begin anew in \(month.inWords): \(Prose.count(have, "month stands", "months stand"))"
        + " before it, and at least \(need) are needed."
    case .notSustained(let month, let have, let need):
      "The chart cannot begin anew in \(month.inWords):"
        + " \(Prose.count(have, "month lies", "months in a row lie")) on one side of the mean from there"
        + " on, and \(need) are needed."
    case .notARate(let children, let population):
      "There is no rate of \(Prose.childrenInFigures(children)) of \(Prose.figures(population)); both"
        + " must be less than 100 million, and the population more than 0."
    case .impossibleRate(let rate):
      "\(Prose.decimal(rate)) is no rate per 10,000; give a number from 0 to 10,000."
    case .notAShare(let part, let whole):
      "\(Prose.figures(part)) of \(Prose.figures(whole)) is no share; the whole must be more than 0"
        + " and no less than the part."
    case .unfilledFigure(let part, let figure):
      "The part \"\(part)\" has \(figure), which no recorded figure fills; write the figure, or record it,"
        + " and then write the paper."
    case .otherFigure(let part, let stated, let measure, let recorded):
      "The part \"\(part)\" states \(Prose.figures(stated)) for \(measure), where the record has"
        + " \(Prose.figures(recorded)); correct one of them, and then write the paper."
    case .nothingCountedBy(let day, let first):
      "No children had been counted by \(day.inWords)"
        + (first.map { "; the first month recorded is \($0.inWords)." } ?? ".")
    case .emptyRecord(let what): "Nothing is recorded of \(what)."
    case .notAnswered(let reason): reason
    case .emptyHistory: "Nothing is recorded yet."
    case .outsideReturns(let month, let covered):
      "The 903 returns do not cover \(month?.inWords ?? "that time"); they cover"
        + " \(covered.map { "\($0.lowerBound.inWords) to \($0.upperBound.inWords)" } ?? "no month")."
    case .missingReturn(let month, let years):
      "Nothing can be counted of \(month.inWords), for there is no return of \(years); import the"
        + " returns again with those of the missing years among them."
    case .rowsRemoved(let what, let month):
      "Rows of children were removed from this history, so \(what) are not known up to"
        + " \(month.inWords); the recorded counts of each month stay."
    }
  }

  private static func list(_ months: [Month]) -> String {
    guard months.count > 12 else { return Prose.list(months.map(\.inWords)) }
    let newest = months.suffix(12).map(\.inWords)
    return "\(months.count) months, the last of them \(Prose.list(newest))"
  }
}
