import Documents
import Indicators
import LookedAfter

/// The answers to the questions that are about one section of a month's figures.
public enum Answers {
  /// Joiners and leavers of a month.
  ///
  /// - Throws: `ReportError` when nothing is recorded of them.
  public static func flows(_ history: History, month: Month) throws(ReportError) -> Document {
    guard history.flows(in: .month(month)) != nil else {
      throw nothing(of: "joiners and leavers", month, history) {
        history.flows(in: .month($0)) != nil
      }
    }
    var section = Section.movements(history, month)
    let failed = MonthChecks(of: history, in: month).failed.filter {
      ["stock-and-flow", "breakdown", "leavers-missing", "reasons-missing"].contains($0.code)
    }
    let sentences = CheckSentences(history: history, month: month)
    section.blocks += failed.map { .note(sentences.note($0)) }
    return Document(
      answer: section, title: "Joiners and leavers, \(month.inWords)", asAt: month.lastDay)
  }

  /// The applications under way in a month.
  ///
  /// - Throws: `ReportError` when nothing is recorded of them.
  public static func pipeline(_ history: History, month: Month) throws(ReportError) -> Document {
    guard history.pipeline(in: .month(month)) != nil else {
      throw nothing(of: "applications under way", month, history) {
        history.pipeline(in: .month($0)) != nil
      }
    }
    var section = Section.pipeline(history, month)
    let failed = MonthChecks(of: history, in: month).failed.filter {
      ["pipeline-stages", "pipeline-balance", "pipeline-and-leavers"].contains($0.code)
    }
    let sentences = CheckSentences(history: history, month: month)
    section.blocks += failed.map { .note(sentences.note($0)) }
    return Document(
      answer: section, title: "Applications under way, \(month.inWords)", asAt: month.lastDay)
  }

  /// The applications planned, and what became of those planned before.
  ///
  /// - Throws: `ReportError` when nothing is recorded of them.
  public static func applications(_ history: History, month: Month) throws(ReportError) -> Document
  {
    guard history.plannedApplications(reportedIn: month) != nil else {
      throw nothing(of: "planned applications", month, history) {
        history.plannedApplications(reportedIn: $0) != nil
      }
    }
    return Document(
      answer: .applications(history, month), title: "Planned applications, \(month.inWords)",
      asAt: history.snapshot(for: month)?.asAt ?? month.lastDay)
  }

  /// Care proceedings, concluded and open.
  ///
  /// - Throws: `ReportError` when nothing is recorded of them.
  public static func proceedings(_ history: History, month: Month) throws(ReportError) -> Document {
    guard history.proceedings(in: month) != nil else {
      throw nothing(of: "care proceedings", month, history) { history.proceedings(in: $0) != nil }
    }
    return Document(
      answer: .proceedings(history, month), title: "Care proceedings, \(month.inWords)",
      asAt: month.lastDay)
  }

  /// Children in residential care.
  ///
  /// - Throws: `ReportError` when nothing is recorded of them.
  public static func residential(_ history: History, month: Month) throws(ReportError) -> Document {
    guard history.residential(in: month) != nil else {
      throw nothing(of: "residential care", month, history) { history.residential(in: $0) != nil }
    }
    return Document(
      answer: .residential(history, month), title: "Children in residential care, \(month.inWords)",
      asAt: month.lastDay)
  }

  /// What the edge of care team did.
  ///
  /// - Throws: `ReportError` when nothing is recorded of it.
  public static func edgeOfCare(_ history: History, month: Month) throws(ReportError) -> Document {
    guard history.edgeOfCare(upTo: month) != nil else {
      throw nothing(of: "the edge of care team", month, history) {
        history.edgeOfCare(upTo: $0) != nil
      }
    }
    return Document(
      answer: .edgeOfCare(history, month), title: "Edge of care team, \(month.inWords)",
      asAt: month.lastDay)
  }

  /// Long-term matching.
  ///
  /// - Throws: `ReportError` when nothing is recorded of it.
  public static func longTermMatching(
    _ history: History, month: Month
  ) throws(ReportError) -> Document {
    guard history.longTermMatching(in: month) != nil else {
      throw nothing(of: "long-term matching", month, history) {
        history.longTermMatching(in: $0) != nil
      }
    }
    var section = Section.longTermMatching(history, month)
    let sentences = CheckSentences(history: history, month: month)
    section.blocks += MonthChecks(of: history, in: month).failed
      .filter { $0.code == "share-basis" }.map { .note(sentences.note($0)) }
    return Document(
      answer: section, title: "Long-term matching, \(month.inWords)", asAt: month.lastDay)
  }

  /// An error that names the months for which there is something.
  private static func nothing(
    of what: String, _ month: Month, _ history: History, where hasIt: (Month) -> Bool
  ) -> ReportError {
    .nothingRecorded(what: what, month, known: history.months.filter(hasIt))
  }
}
