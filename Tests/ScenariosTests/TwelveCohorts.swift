import LookedAfter

@testable import Scenarios

/// Twelve cohorts of 340 children with rates such as a council has: the benchmark's model too.
enum TwelveCohorts {
  static let openings = [107, 35, 24, 22, 46, 17, 8, 35, 22, 2, 8, 14]
  static let joiners = [0.0, 5.2, 0, 0.2, 0, 0, 0.1, 0.4, 2.4, 0.5, 0.1, 0.3]
  static let leaving = [
    0.018, 0.03, 0.05, 0.06, 0.04, 0.02, 0.015, 0.02, 0.06, 0.05, 0.05, 0.02,
  ]

  /// Each cohort's children move to the next two, 3 and 1 in a hundred a month.
  static func model(times: Int = 1, spread: Double = 1.6, errors: Bool = true) -> FlowModel {
    let ids = openings.indices.map { CohortID(rawValue: "cohort\($0)") }
    let compartments = openings.indices.map { index in
      Compartment(
        id: ids[index], opening: openings[index] * times,
        joiners: joiners[index] * Double(times), joinersError: errors ? 0.01 : 0,
        leaving: [LeavingRate("ceased", leaving[index])], leavingError: errors ? 0.02 : 0,
        moves: [
          MovingRate(to: ids[(index + 1) % 12], 0.03), MovingRate(to: ids[(index + 2) % 12], 0.01),
        ], movesError: errors ? 0.02 : 0)
    }
    return FlowModel(
      start: Month.november2020, compartments: compartments, spread: spread,
      joinersError: errors ? 0.01 : 0, leavingError: errors ? 0.01 : 0,
      basis: .init(months: 12, first: nil, isChildLevel: false))
  }
}

extension Month {
  static var november2020: Month { Month.iso("2020-11") }

  /// A month that a test names.
  static func iso(_ text: String) -> Month {
    guard let month = Month(iso: text) else { preconditionFailure("no month: \(text)") }
    return month
  }
}
