import LookedAfter

/// Reads what is known of the child beside a case: `cohort long-term-matched born 2012-05`.
struct CaseFactsReader {
  let session: Session

  /// The keywords of the facts.
  static let keywords: Set<CaseClauses.Keyword> = [.cohort, .born, .entered, .family]

  /// The facts with those that are named.
  ///
  /// - Throws: `GrammarError` or `ConsoleError.refused` for one that cannot be.
  func facts(_ clauses: CaseClauses, changing known: CaseFacts) throws -> CaseFacts {
    var facts = known
    if let text = clauses.text(.cohort) {
      let cohort = try CohortReader(scheme: session.history.scheme).cohort(text)
      guard cohort.id != .total else {
        throw ConsoleError.refused(
          "A child belongs to a cohort, not to the total; name the cohort.")
      }
      facts.cohort = cohort.id
    }
    if let text = clauses.text(.born) {
      let born = CivilDate(iso: text)?.month ?? Month(iso: text)
      guard let month = try born ?? clauses.month(.born, from: session.today) else {
        throw GrammarError.notAMonth(text, example: "born 2012-05")
      }
      let age = month.distance(to: session.today.month)
      guard (0...(25 * 12)).contains(age) else {
        throw ConsoleError.refused(
          "A child born in \(month.inWords) is not in care now; check the month of birth.")
      }
      facts.born = month
    }
    if let entered = try clauses.day(.entered) {
      guard entered <= session.today, facts.born.map({ $0 <= entered.month }) ?? true else {
        throw ConsoleError.refused(
          "\(entered.inWords) cannot be the day of coming into care; check it against the month of"
            + " birth and today.")
      }
      facts.entered = entered
    }
    if let family = clauses.text(.family) { facts.family = family }
    return facts
  }
}
