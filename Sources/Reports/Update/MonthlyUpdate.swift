import Documents
import LookedAfter

/// The monthly paper: "Looked after Children reduction update".
public enum MonthlyUpdate {
  /// The figures that the update of a month rests on: those of the months that it shows, the
  /// references, and the authority's settings.
  public static func figures(of history: History, month: Month) -> [Observation] {
    let shown = ChildStatusTable(history, month: month, recent: 3, withCommentary: true).months
    let months = Set(shown + [month, month.advanced(by: -1)])
    let superseded = Set(history.caseComparisons.map { ComparedFigure($0) })
    return history.allObservations.filter { observation in
      // Where cases make a figure, the paper does not rest on the count that was recorded.
      if let last = observation.period.lastMonth, !superseded.isEmpty,
        superseded.contains(
          ComparedFigure(measure: observation.measure, month: last, detail: observation.detail))
      {
        return false
      }
      // What people write for other papers is no figure of this one.
      let branch = observation.measure.rawValue.prefix { $0 != "." }
      guard branch != "paper", branch != "scorecard" else { return false }
      return isShown(observation)
    }

    func isShown(_ observation: Observation) -> Bool {
      switch history.catalogue[observation.measure]?.kind {
      case .reference, .setting: (observation.period.lastMonth ?? month) <= month
      default: observation.period.lastMonth.map(months.contains) ?? false
      }
    }
  }

  /// What tells a recorded count that cases stand instead of.
  private struct ComparedFigure: Hashable {
    let measure: MeasureID
    let month: Month
    let detail: String

    init(measure: MeasureID, month: Month, detail: String) {
      self.measure = measure
      self.month = month
      self.detail = detail
    }

    init(_ comparison: CaseComparison) {
      self.init(
        measure: comparison.measure, month: comparison.month, detail: comparison.detail)
    }
  }

  /// Writes the update of a month: title, the eight sections of the council's paper in its order,
  /// the scenarios that were chosen for it, and a last section on what does not add up.
  ///
  /// - Throws: `ReportError.noSnapshot` when the month has none.
  public static func document(
    _ history: History, month: Month, scenarios: [ChosenScenario] = []
  ) throws(ReportError) -> Document {
    guard !history.isEmpty else { throw .emptyHistory }
    guard let snapshot = history.snapshot(for: month) else {
      throw .noSnapshot(month, known: history.months)
    }
    return Document(
      title: "Looked after Children reduction update, \(month.inWords)",
      asAt: snapshot.asAt,
      sections: [
        .population(history, month),
        .edgeOfCare(history, month),
        .profile(history, month),
        .reduction(history, month),
        .proceedings(history, month),
        .longTermMatching(history, month),
        .residential(history, month),
        .childStatus(history, month),
      ] + whatIf(scenarios, history, month) + [.checks(history, month)])
  }

  /// What the section of the scenarios is called.
  static let scenarioHeading = "What would have to happen"

  /// The section of the scenarios that were chosen; none where none were.
  private static func whatIf(
    _ scenarios: [ChosenScenario], _ history: History, _ month: Month
  ) -> [Section] {
    guard !scenarios.isEmpty else { return [] }
    let context = PaperContext(history: history, month: month, scenarios: scenarios)
    var section = Section(heading: scenarioHeading)
    section.blocks = Section.whatIf(context).blocks
    return [section]
  }

  /// Writes the update of a month in the shape of a template; scenarios that it has no place for stand
  /// at its end.
  ///
  /// - Throws: `ReportError` when the month has no snapshot, or a part that people wrote holds a figure
  ///   that cannot be printed; else whatever the disclosure pass throws.
  public static func document(
    _ history: History, month: Month, template: PaperTemplate, scenarios: [ChosenScenario] = [],
    disclosure: DisclosurePass = .identity
  ) throws -> Document {
    guard !history.isEmpty else { throw ReportError.emptyHistory }
    guard let snapshot = history.snapshot(for: month) else {
      throw ReportError.noSnapshot(month, known: history.months)
    }
    let writer = PaperWriter(
      template: scenarios.isEmpty ? template : template.withScenarios(),
      context: PaperContext(history: history, month: month, scenarios: scenarios),
      disclosure: disclosure)
    return try writer.document(asAt: snapshot.asAt)
  }
}
