import Documents
import LookedAfter
import Reports

/// What a series is asked of: something that the returns count, a recorded measure, or both.
struct SeriesSubject {
  /// Every cohort at once.
  private let isOfAllCohorts: Bool
  private let counted: SeriesAnswer.Subject?
  private let recorded: Measure?

  /// Takes the name of a measure from a sentence.
  ///
  /// - Throws: `GrammarError` when there is none.
  init(_ phrase: inout Phrase) throws(GrammarError) {
    isOfAllCohorts = phrase.take("cohorts")
    if isOfAllCohorts {
      counted = nil
      recorded = nil
      return
    }
    let named: [(words: [String], subject: SeriesAnswer.Subject)] = [
      (["total-with-respite"], .totalWithRespite),
      (["total", "with", "respite"], .totalWithRespite),
      (["children-starting"], .childrenStarting), (["children", "starting"], .childrenStarting),
      (["children-ceasing"], .childrenCeasing), (["children", "ceasing"], .childrenCeasing),
      (["unallocated"], .cohort(.unallocated)),
    ]
    for (words, subject) in named where phrase.take(all: words) {
      counted = subject
      recorded = nil
      return
    }
    let measure = try phrase.measure(upTo: ["from", "to", "monthly", "yearly"])
    recorded = measure
    switch measure.id {
    case "total": counted = .total
    case "started": counted = .started
    case "ceased": counted = .ceased
    default:
      let id = measure.id.rawValue
      if phrase.measures.cohorts.scheme[CohortID(rawValue: id)] != nil {
        counted = .cohort(CohortID(rawValue: id))
      } else {
        let isFlow = id.hasPrefix("started.") || id.hasPrefix("ceased.")
        counted = isFlow ? .flow(measure.id) : nil
      }
    }
  }

  /// The series from the returns where they are whole and count it, or from what is recorded.
  func document(
    _ step: SeriesAnswer.Step, from first: Month?, to last: Month?, _ session: inout Session
  ) throws -> Document {
    if isOfAllCohorts {
      return try SeriesAnswer.cohorts(
        step, from: first, to: last, of: try session.requireReturns().caseload)
    }
    let isUnallocated = counted == .cohort(.unallocated)
    let canBeRecorded = recorded != nil || isUnallocated
    if let counted {
      let loaded =
        canBeRecorded
        ? session.knownOn == nil ? try session.returnsIfAny() : nil : try session.requireReturns()
      if let loaded, !canBeRecorded || loaded.caseload.lastMonthLackingRows == nil {
        return try SeriesAnswer.document(
          counted, step, from: first, to: last, of: loaded.caseload)
      }
    }
    try session.recordOwedHistory()
    if isUnallocated {
      return try SeriesAnswer.remainder(step, from: first, to: last, of: session.history)
    }
    guard let recorded else { throw ConsoleError.nothingRecorded }
    return try SeriesAnswer.document(
      recorded, step, from: first, to: last, of: session.history)
  }
}
