import Documents
import HistoryFiles
import Indicators
import LookedAfter
import Reports

func octoberUpdate() throws -> String {
  let history = try HistoryFolder.sample(named: "herefordshire").history
  guard let october = Month(iso: "2020-10"), let snapshot = history.snapshot(for: october),
    let children = snapshot.total?.value, let population = history.population(for: october)
  else { return "" }

  let rate = RatePer10000(children: children, population: population.number.value)
  let failed = MonthChecks(of: history, in: october).failed
  let update = try MonthlyUpdate.document(history, month: october)
  return """
    \(children) children, \(rate?.rounded().description ?? "no rate") per 10,000, \
    \(snapshot.netRemainder ?? 0) in no cohort (net), \(failed.count) checks to look at

    \(MarkdownRenderer().render(update))
    """
}
