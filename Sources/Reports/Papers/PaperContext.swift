import Documents
import LookedAfter

/// What the parts of a paper are made from.
struct PaperContext {
  let history: History
  /// The month that the paper reports.
  let month: Month
  /// The day on which it is read; nil where that is not known.
  var meeting: CivilDate?
  /// The what-if scenarios chosen for it.
  var scenarios: [ChosenScenario] = []

  /// The day up to which figures are taken: the day before papers are read, or the end of the month
  /// after, by when the month's figures are known.
  var lastDay: CivilDate { meeting ?? month.advanced(by: 1).lastDay }

  /// The twelve months that end with the month of the paper.
  var year: Period { .months(month.advanced(by: -11), month) }
}

/// A what-if scenario that was chosen for a paper: whoever works scenarios out hands them in so.
public struct ChosenScenario: Sendable, Equatable {
  /// Its name, such as `November plan slips to January`.
  public let name: String

  /// What comes of it, with its band and what would have to be true, in whole sentences.
  public let sentences: String

  /// Its figures, as things are and with the change; nil for none.
  public let figures: Table?

  /// Its chart; nil for none.
  public let chart: Chart?

  /// What it rests on and how sure it is, in whole sentences; blank where that is said already.
  public let basis: String

  /// Makes a chosen scenario.
  public init(
    name: String, sentences: String, figures: Table? = nil, chart: Chart? = nil, basis: String = ""
  ) {
    self.name = name
    self.sentences = sentences
    self.figures = figures
    self.chart = chart
    self.basis = basis
  }
}
