import LookedAfter
import Scenarios

/// Why a what-if is refused, with the cohorts by their names.
public enum LeverRefusal {
  /// One sentence for a person, with the limit.
  public static func sentence(_ error: LeverError, in history: History) -> String {
    let names = LeverSentences(history)
    switch error {
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
}
