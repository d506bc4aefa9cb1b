import Indicators
import LookedAfter

/// Which direction was chosen for a figure, by whom and why.
enum DirectionSentences {
  /// Each direction that was chosen for a cohort or for all children, by whom and why: without one a
  /// paper judges nothing, so whoever reads a judgement can ask who made it one.
  static func all(in history: History) -> String {
    history.scheme.rows.map { cohort in
      let name =
        cohort.id == .total
        ? "the number of all children" : "\"\(Prose.lowercasedFirst(cohort.name))\""
      return sentence(history.direction(of: cohort.id.count), of: name)
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// One sentence; blank where no direction was chosen.
  static func sentence(_ chosen: History.ChosenDirection?, of what: String) -> String {
    guard let chosen, chosen.aim != .neutral else { return "" }
    let why = chosen.reason.map { " (\($0))" } ?? ""
    let when = CivilDate(iso: String(chosen.recordedAt.prefix(10)))?.inWords ?? chosen.recordedAt
    let who = chosen.chosenBy ?? "chosen"
    return "The direction aimed at for \(what) is \(chosen.aim.rawValue)\(why), \(who) on \(when)."
  }
}

extension Prose {
  /// Whether a clear move is the one that was aimed at: `better`, `worse`; nil where the move is not
  /// clear or no direction was chosen.
  static func judgement(
    of evidence: FlowBalance.Evidence, _ aim: PreferredDirection
  ) -> String? {
    guard evidence.isClear, aim != .neutral else { return nil }
    return (evidence == .risingClear) == (aim == .increase) ? "better" : "worse"
  }

  /// What a comparison means by the direction that was chosen: `better`, `worse`; nil where the rates
  /// are not told apart or no direction was chosen.
  static func judgement(of test: ComparatorTest) -> String? {
    switch test.judgement {
    case .better, .muchBetter: "better"
    case .worse, .muchWorse: "worse"
    case .similar, nil: nil
    }
  }
}
