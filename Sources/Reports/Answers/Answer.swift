import Documents
import Indicators
import LookedAfter

/// An answer that is one section of a month's figures, with the checks that concern it.
public struct Answer: Sendable {
  /// The title, before the month.
  let title: String

  /// What it is about, for an error.
  let subject: String

  /// The codes of the checks that belong to it.
  let checks: [String]

  /// Whether anything of it is recorded for a month.
  let isRecorded: @Sendable (History, Month) -> Bool

  /// The section.
  let section: @Sendable (History, Month) -> Section

  /// The answer for a month.
  ///
  /// - Throws: `ReportError.nothingRecorded`, which names the months that have an answer.
  public func document(_ history: History, month: Month) throws(ReportError) -> Document {
    guard isRecorded(history, month) else {
      let known = history.months.filter { isRecorded(history, $0) }
      throw .nothingRecorded(what: subject, month, known: known)
    }
    var section = section(history, month)
    if !checks.isEmpty {
      section.addFailedChecks(of: history, in: month) { checks.contains($0.code) }
    }
    return Document(
      answer: section, title: "\(title), \(month.inWords)", asAt: month.lastDay)
  }
}

extension Answer {
  /// Joiners and leavers of a month.
  public static let flows = Answer(
    title: "Joiners and leavers", subject: "joiners and leavers",
    checks: ["stock-and-flow", "breakdown", "leavers-missing", "reasons-missing"],
    isRecorded: { $0.flows(in: .month($1)) != nil }, section: Section.movements)

  /// The applications under way.
  public static let pipeline = Answer(
    title: "Applications under way", subject: "applications under way",
    checks: [
      "pipeline-stages", "pipeline-balance", "pipeline-and-leavers", "cases-and-record",
      "cases-and-cohort",
    ],
    isRecorded: { history, month in
      history.pipeline(in: .month(month)) != nil
        || history.cases.hasCases(upTo: month) { $0.kind != .service }
    }, section: Section.pipelineAnswer)

  /// The applications planned, and what became of those planned before.
  public static let applications = Answer(
    title: "Planned applications", subject: "planned applications",
    checks: ["planned-applications"],
    isRecorded: { $0.plannedApplications(reportedIn: $1) != nil },
    section: Section.applicationsAnswer)

  /// Care proceedings, concluded and open.
  public static let proceedings = Answer(
    title: "Care proceedings", subject: "care proceedings", checks: [],
    isRecorded: { $0.proceedings(in: $1) != nil }, section: Section.proceedingsAnswer)

  /// Children in residential care.
  public static let residential = Answer(
    title: "Children in residential care", subject: "residential care", checks: [],
    isRecorded: { history, month in
      history.residential(in: month) != nil || ResidentialOfReturns(history, month) != nil
        || history.cases.hasCases(upTo: month) { $0.id == "step_down" }
    }, section: Section.residentialAnswer)

  /// What the edge of care team did.
  public static let edgeOfCare = Answer(
    title: "Edge of care team", subject: "the edge of care team", checks: [],
    isRecorded: { $0.edgeOfCare(upTo: $1) != nil }, section: Section.edgeOfCareAnswer)

  /// Long-term matching.
  public static let longTermMatching = Answer(
    title: "Long-term matching", subject: "long-term matching", checks: ["share-basis"],
    isRecorded: { $0.longTermMatching(in: $1) != nil }, section: Section.matchingAnswer)
}
