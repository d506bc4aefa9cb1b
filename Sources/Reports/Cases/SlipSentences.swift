import Documents
import Indicators
import LookedAfter

/// What is said of slips that the outcome of no plan tells: those of before their month.
enum SlipSentences {
  /// A slip, and how many there were of it.
  typealias Line = (slip: PlanLedger.Besides, number: Int)

  /// The slips of applications in a month, in the order of the months that were planned for; none
  /// where the counts of the routes stand and not their cases.
  static func lines(_ history: History, _ month: Month) -> [Line] {
    let short = Set(history.caseShortfalls.filter { $0.month == month }.flatMap(\.routes))
    var numbers: [PlanLedger.Besides: Int] = [:]
    for route in history.cases.routes.all
    where route.kind == .application && !short.contains(route.id) {
      let found = history.cases.plans[route.id]?.besides(reportedIn: month) ?? [:]
      numbers.merge(found, uniquingKeysWith: +)
    }
    return numbers.map { (slip: $0.key, number: $0.value) }.sorted { key($0) < key($1) }
  }

  private static func key(_ line: Line) -> String {
    let months = [line.slip.from, line.slip.to].map { $0.map { "\($0)" } ?? "9999" }
    return (months + [line.slip.reason]).joined(separator: " ")
  }

  /// `Other slips in November 2020: one from January 2021 to February 2021, because …`; blank without
  /// any.
  static func sentence(_ history: History, _ month: Month) -> String {
    let parts = lines(history, month).map { line in
      "\(Prose.number(line.number)) \(change(line)), \(reason(line.slip, history))"
    }
    return parts.isEmpty
      ? "" : "Other slips in \(month.inWords): \(parts.joined(separator: "; "))."
  }

  private static func change(_ line: Line) -> String {
    let slip = line.slip
    if let month = slip.to, month == slip.from {
      return "\(line.number == 1 ? "stays" : "stay") planned for \(month.inWords)"
    }
    let from = slip.from.map { "from \($0.inWords)" } ?? "without a month until then"
    return "\(from) \(slip.to.map { "to \($0.inWords)" } ?? "with no new month set")"
  }

  private static func reason(_ slip: PlanLedger.Besides, _ history: History) -> String {
    let known = history.catalogue[MeasureID(rawValue: "planned.slipped.\(slip.reason)")]
    return known?.inSentence ?? "for another reason"
  }
}
