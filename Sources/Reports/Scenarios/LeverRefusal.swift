import LookedAfter
import Scenarios

/// Why a what-if is refused, with the cohorts by their names.
public enum LeverRefusal {
  /// One sentence for a person, with the limit.
  ///
  /// - Parameter levers: what was summed, where it was a sum: it takes what leaves in many months
  ///   together.
  public static func sentence(
    _ error: LeverError, in history: History, summed levers: [Lever] = []
  ) -> String {
    let names = LeverSentences(history)
    switch error {
    case .tooMany(let asked, let available, let cohort, _)
    where monthly(asked, levers) != nil && available > 0:
      guard let (number, span, months) = monthly(asked, levers), let last = span.last else {
        return error.description
      }
      let place = cohort.map(names.name) ?? "care"
      let most = Int((Double(available) / number).rounded(.down))
      let advice =
        most > 0
        ? "Let it end with \(span.first.advanced(by: most - 1).inWords), or name fewer a month."
        : "Name fewer a month."
      return "\(Prose.decimal(number, number == number.rounded() ? 0 : 1)) a month from"
        + " \(span.first.inWords) to \(last.inWords) are \(Prose.figures(asked)) in"
        + " \(Prose.count(months, "month", "months")), and \(Prose.figures(available))"
        + " \(available == 1 ? "is" : "are") in \(place). \(advice)"
    case .tooMany(let asked, let available, let cohort, let month):
      let place = cohort.map(names.name) ?? "care"
      if available == 0 {
        return
          "Nobody can leave \(place) in \(month.inWords): none is expected to be there then. Name"
          + " another cohort or month."
      }
      return "\(Prose.figures(asked)) cannot leave \(place) in \(month.inWords):"
        + " \(Prose.figures(available)) \(available == 1 ? "is" : "are") expected to be there. Ask"
        + " for \(Prose.figures(available)) or fewer."
    case .tooManyByRoute(let asked, let available, let route, let month):
      let way = history.catalogue[route].map { Prose.lowercasedFirst($0.name) } ?? route.rawValue
      return "\(Prose.figures(asked)) cannot leave care (\(way)) in \(month.inWords):"
        + " \(Prose.figures(available)) \(available == 1 ? "is" : "are") expected in the cohorts that"
        + " children leave so. Ask for \(Prose.figures(available)) or fewer."
    case .noCohort(let id):
      return "There is no projection of \(names.name(id)): its number is not recorded for the last"
        + " months. Name another cohort, or record it."
    case .unknownShare(let id):
      let kind = history.catalogue[id].map { Prose.lowercasedFirst($0.name) } ?? id.rawValue
      return
        "How many come under \"\(kind)\" is not recorded, so a share of them is not known; give"
        + " a number of children."
    case .sameCohort(let id):
      return "Children cannot move from \(names.name(id)) to itself; name two cohorts."
    case .tooManyApplications, .past, .outOfRange, .needsRates, .noneUsually, .nobodyLeaves:
      return error.description
    }
  }

  /// The lever that takes so many children in all, a number in each of several months.
  private static func monthly(
    _ asked: Int, _ levers: [Lever]
  ) -> (number: Double, span: Span, months: Int)? {
    for lever in levers {
      guard case .leavers(let amount, _, _, let span) = lever, let last = span.last else {
        continue
      }
      let number: Double
      switch amount {
      case .exactly(let each), .more(let each): number = each
      case .percent: continue
      }
      let months = span.first.distance(to: last) + 1
      guard months > 1, number >= 1,
        Int(exactly: (number * Double(months)).rounded(.toNearestOrAwayFromZero)) == asked
      else { continue }
      return (number, span, months)
    }
    return nil
  }
}
