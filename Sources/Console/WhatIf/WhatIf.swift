import Documents
import LookedAfter
import Scenarios

/// What a what-if asks.
struct WhatIf: Equatable {
  /// What is changed.
  var levers: [Lever] = []

  /// Each clause as it is written down when it is saved; those that change nothing are left out.
  var written: [String] = []

  /// The clauses that can be summed without rates, as they are written down.
  var summable: [String] = []

  /// What the line says beside its levers, a sentence each.
  var remarks: [String] = []

  /// Whether a sum is asked for instead of a projection.
  var isSum = false

  /// The last month that is asked for; nil for a year, or as far as the levers reach.
  var until: Month?

  /// The courses to draw; nil for the usual number.
  var paths: Int?

  /// The seed of the drawing.
  var seed: UInt64?

  /// The levers as they are written down: `5 more leave a month from nov 2020, …`.
  var text: String {
    written.isEmpty ? SavedScenario.nothing : written.joined(separator: ", ")
  }

  /// How many months ahead are to be projected: to the month that is asked for, or a year, and in any
  /// case as far as the levers reach.
  func months(from start: Month) -> Int {
    let last = levers.compactMap(\.lastMonth).max().map { start.distance(to: $0) } ?? 0
    let asked = until.map { start.distance(to: $0) } ?? max(12, last)
    return min(max(asked, 1), 600)
  }

  /// What is said beside the levers, with how far to look and what to draw.
  var allRemarks: [String] {
    var all = remarks
    if let until { all.append("Looked at up to \(until.inWords).") }
    if let paths {
      all.append("\(DecimalFormat.forPeople(mantissa: paths, decimals: 0)) courses are drawn.")
    }
    if let seed { all.append("The seed is \(seed).") }
    return all
  }

  /// The last month of what is said: the one that is asked for, or else the last that a lever names.
  func lastMonth(from start: Month) -> Month? { until ?? levers.compactMap(\.lastMonth).max() }

  /// The levers for a sum: one that goes on and on ends with the last month.
  func levers(upTo last: Month) -> [Lever] { levers.map { $0.ending(last) } }
}

extension Lever {
  /// The last month that it names.
  fileprivate var lastMonth: Month? {
    switch self {
    case .joiners(_, _, _, let span), .leavers(_, _, _, let span): span.last ?? span.first
    case .everyoneLeaves(_, let month), .move(_, _, _, let month), .close(_, _, let month),
      .open(_, _, let month), .population(_, let month), .unitCost(_, _, let month):
      month
    case .applications: nil
    }
  }

  /// Whether it is a share of a usual number.
  var needsRates: Bool {
    switch self {
    case .joiners(.percent, _, _, _), .leavers(.percent, _, _, _): true
    default: false
    }
  }

  fileprivate func ending(_ last: Month) -> Lever {
    switch self {
    case .joiners(let amount, let status, let into, let span) where span.last == nil:
      .joiners(amount, status: status, into: into, .months(span.first, last))
    case .leavers(let amount, let route, let from, let span) where span.last == nil:
      .leavers(amount, route: route, from: from, .months(span.first, last))
    default: self
    }
  }
}
