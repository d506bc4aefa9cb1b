import Documents
import LookedAfter

/// The report to a scrutiny committee: twelve months in numbered paragraphs.
public struct ScrutinyBriefing: Sendable {
  /// The history that it is made from.
  public let history: History

  /// The month that it reports.
  public let month: Month

  /// The day of the meeting; nil where only the month was named.
  public let meeting: CivilDate?

  /// The what-if scenarios chosen for it.
  public var scenarios: [ChosenScenario] = []

  /// What it goes through before it is shown.
  public var disclosure = DisclosurePass.identity

  /// A briefing on a month.
  ///
  /// - Throws: `ReportError.noSnapshot` when the month has none.
  public init(_ history: History, month: Month) throws(ReportError) {
    guard !history.isEmpty else { throw .emptyHistory }
    guard history.snapshotWithTotal(for: month) != nil else {
      throw .noSnapshot(month, known: history.months)
    }
    self.history = history
    self.month = month
    meeting = nil
  }

  /// A briefing for a meeting: on the newest month whose children were counted by that day.
  ///
  /// - Throws: `ReportError` when no month was.
  public init(_ history: History, meeting day: CivilDate) throws(ReportError) {
    guard !history.isEmpty else { throw .emptyHistory }
    let known = history.months.last { month in
      history.snapshotWithTotal(for: month).map { ($0.asAt ?? month.lastDay) <= day } ?? false
    }
    guard let known else { throw .nothingCountedBy(day, first: history.months.first) }
    self.history = history
    month = known
    meeting = day
  }

  /// The paper, in the order of a template, with the terms that it uses.
  ///
  /// - Throws: `ReportError` where a part that people wrote holds a figure that cannot be printed, or
  ///   whatever the disclosure pass throws.
  public func document(template: PaperTemplate, glossary: Glossary) throws -> Document {
    let context = PaperContext(
      history: history, month: month, meeting: meeting, scenarios: scenarios)
    let writer = PaperWriter(
      template: template, context: context, glossary: glossary, isNumbered: true,
      disclosure: disclosure)
    return try writer.document(asAt: history.snapshotWithTotal(for: month)?.asAt ?? month.lastDay)
  }
}
