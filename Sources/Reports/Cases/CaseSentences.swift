import LookedAfter

/// Sentences about cases that several answers share.
public enum CaseSentences {
  /// Why the counts of some routes stand and not their cases, and what changes that.
  public static func shortfall(_ shortfall: CaseShortfall, of history: History) -> String {
    let routes = Prose.list(
      shortfall.routes.map { history.cases.routes[$0]?.inSentence ?? $0.typed })
    let cases =
      shortfall.byCases == 1
      ? "the cases make one child"
      : "the cases make \(Prose.children(shortfall.byCases))"
    return
      "\(Prose.sentence(routes).dropLast()): \(cases), and \(Prose.figures(shortfall.recorded))"
      + " \(shortfall.recorded == 1 ? "is" : "are") recorded for \(shortfall.recordedIn.inWords). The"
      + " counts stand until the cases make as many; where these are complete already, type: cases"
      + " since \(shortfall.month.inWords.lowercased())"
  }
}
