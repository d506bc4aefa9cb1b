import LookedAfter

/// Why a what-if is refused.
public enum LeverError: Error, Equatable, CustomStringConvertible {
  /// More are to go than are there.
  case tooMany(asked: Int, available: Int, cohort: CohortID?, month: Month)
  /// More are to leave by a route than are in the cohorts that children leave by it.
  case tooManyByRoute(asked: Int, available: Int, route: MeasureID, month: Month)
  /// More applications are named than there are.
  case tooManyApplications(asked: Int, available: Int)
  /// A month that has gone by.
  case past(Month, start: Month)
  /// A cohort that the model does not hold.
  case noCohort(CohortID)
  /// A percentage of leavers or joiners that are not told apart in the history.
  case unknownShare(MeasureID)
  /// A number that is negative, not finite, or beyond all bounds.
  case outOfRange(what: String, least: String, most: String)
  /// A percentage in a what-if that rests on no rates.
  case needsRates
  /// A percentage of flows that were nil in all the months that are recorded.
  case noneUsually
  /// A sum in which nobody joins and of which no leavers are named.
  case nobodyLeaves
  /// A cohort that is to move to itself.
  case sameCohort(CohortID)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .tooMany(let asked, let available, let cohort, let month):
      "\(asked) cannot leave \(cohort.map { "\"\($0)\"" } ?? "care") in \(month.inWords), since"
        + " \(available) \(available == 1 ? "is" : "are") expected to be there; ask for"
        + " \(available) or fewer."
    case .tooManyByRoute(let asked, let available, let route, let month):
      "\(asked) cannot leave by \"\(route)\" in \(month.inWords), since \(available)"
        + " \(available == 1 ? "is" : "are") expected in the cohorts that children leave so; ask for"
        + " \(available) or fewer."
    case .tooManyApplications(let asked, let available):
      "\(asked) applications cannot be made, since \(available)"
        + " \(available == 1 ? "is" : "are") planned; ask for \(available) or fewer."
    case .past(let month, let start):
      "\(month.inWords) is not after \(start.inWords), the month of the last figures; name a later"
        + " month."
    case .noCohort(let id):
      "There is no cohort \"\(id)\" in the projection; name one that has a number recorded."
    case .unknownShare(let id):
      "How many come under \"\(id)\" is not recorded, so a percentage of them is not known; give a"
        + " number of children."
    case .outOfRange(let what, let least, let most):
      "The \(what) must be from \(least) to \(most); give another number."
    case .needsRates:
      "Without 12 months of starts and leavers there is no usual number to take a percentage of; give"
        + " a number of children."
    case .noneUsually:
      "Nobody was looked after in the months that are recorded, so there is no usual number to take a"
        + " percentage of; give a number of children."
    case .nobodyLeaves:
      "How many leave is not known without 12 months of starts and leavers, so what becomes of the number"
        + " when nobody joins cannot be summed; name who leaves as well: nobody joins, everyone expected to"
        + " leave leaves."
    case .sameCohort(let id):
      "Children cannot move from \"\(id)\" to itself; name two cohorts."
    }
  }
}
