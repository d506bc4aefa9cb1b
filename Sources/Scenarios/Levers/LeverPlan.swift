import LookedAfter

/// Levers worked into a model: changed rates, movements of whole children, changed applications.
struct LeverPlan {
  typealias Adjustment = (_ month: Int, _ rates: inout Schedule.Rates) -> Void

  var model: FlowModel
  let months: Int
  /// What known leavers stand for as things are; a lever changes what becomes of them, and not what is
  /// usual.
  private let displacement: Displacement
  private var forced: [Int: [Schedule.Forced]] = [:]
  private var adjustments: [Adjustment] = []
  /// What is done when it is settled how many join.
  private var shares: [Adjustment] = []

  /// Works levers in.
  ///
  /// - Parameter displacement: what known leavers of the model stand for; worked out when nil.
  /// - Throws: `LeverError`, when a lever asks for what cannot be.
  init(
    _ model: FlowModel, _ levers: [Lever], months: Int, displacement: Displacement? = nil
  ) throws(LeverError) {
    self.model = model
    self.months = min(max(months, 0), 600)
    self.displacement = displacement ?? Displacement(model, months: self.months)
    let cohorts = model.compartments.map(\.id)
    for lever in levers { try lever.check(start: model.start, cohorts: cohorts) }
    for (place, lever) in levers.enumerated() {
      try add(lever, followedBy: levers[(place + 1)...])
    }
  }

  /// The schedule that comes of it.
  ///
  /// - Throws: `LeverError.tooMany`, when more are to go than are expected to be there.
  func schedule() throws(LeverError) -> Schedule {
    let schedule = layOut()
    guard !forced.isEmpty, let shortage = MeanCourse(schedule).shortage() else { return schedule }
    throw .tooMany(
      asked: shortage.asked, available: shortage.available,
      cohort: model.compartments.count == 1 ? nil : model.compartments[shortage.index].id,
      month: model.start.advanced(by: shortage.month + 1))
  }

  /// The schedule of the levers so far.
  func layOut() -> Schedule {
    Schedule(model, months: months, displacement: displacement, forced: forced) { month, rates in
      for adjustment in adjustments { adjustment(month, &rates) }
      for share in shares { share(month, &rates) }
    }
  }

  private mutating func add(
    _ lever: Lever, followedBy later: ArraySlice<Lever>
  ) throws(LeverError) {
    switch lever {
    case .joiners(let amount, let status, let into, let span):
      try addJoiners(amount, status, into, span)
    case .leavers(let amount, let route, let from, let span):
      try addLeavers(amount, route, from, span)
    case .everyoneLeaves(let ids, let month): emptyOut(ids, in: month)
    case .applications(let change): try changeApplications(change)
    case .move(let number, let from, let to, let month):
      force(number, from: model.index(of: from), to: model.index(of: to), in: place(month))
    case .close(let id, let to, let month): close(id, to, from: place(month))
    case .open(let id, let joiners, let month):
      let ends = later.compactMap { lever -> Int? in
        guard case .close(id, _, let end) = lever else { return nil }
        return place(end)
      }
      open(id, joiners, from: place(month), until: ends.min())
    case .population, .unitCost: break
    }
  }

  // MARK: What the levers are made of

  func place(_ month: Month) -> Int { model.start.distance(to: month) - 1 }

  func places(_ span: Span) -> [Int] {
    (0..<months).filter { span.holds(model.start.advanced(by: $0 + 1)) }
  }

  mutating func adjust(_ adjustment: @escaping Adjustment) { adjustments.append(adjustment) }

  mutating func share(_ adjustment: @escaping Adjustment) { shares.append(adjustment) }

  mutating func force(_ number: Int, from: Int?, to: Int?, in month: Int) {
    guard number > 0, month >= 0, month < months else { return }
    forced[month, default: []].append(Schedule.Forced(from: from, to: to, number: number))
  }
}
