/// How many cases of a route stood at each stage at the end of each month, and what moved between.
///
/// Made in one pass over the moves. Every sum that is printed comes from here, so that stock, arrivals
/// and departures agree by construction: `stock = stock before + arrivals − departures`.
public struct StageLedger: Sendable {
  /// The route.
  public let route: CaseRoute
  /// The month of the first move.
  public let firstMonth: Month?
  /// The month of the last move.
  public let lastMonth: Month?
  /// The number of cases.
  public let caseCount: Int

  private let length: Int
  private var stock: [Int]
  private var arrived: [Int]
  private var departed: [Int]
  private var fromOpen: [Int]
  private var sent: [Int]
  private var returned: [Int]
  private var byReason: [ReasonKey: [Int]] = [:]
  private var byCohort: [CohortKey: [Int]] = [:]
  private var families: [Int]
  private var hasAllFamilies = true

  private struct ReasonKey: Hashable {
    let stage: Int
    let reason: String
  }

  private struct CohortKey: Hashable {
    let stage: Int
    let cohort: CohortID
  }

  /// Adds up the cases at some places of a list.
  init(route: CaseRoute, cases: [Case], columns: CaseColumns, at indexes: [Int]) {
    self.route = route
    caseCount = indexes.count
    var first: Month?
    var last: Month?
    for index in indexes {
      guard let start = cases[index].moves.first?.date.month,
        let end = cases[index].moves.last?.date.month
      else { continue }
      first = first.map { min($0, start) } ?? start
      last = last.map { max($0, end) } ?? end
    }
    firstMonth = first
    lastMonth = last
    length = first.flatMap { first in last.map { first.distance(to: $0) + 1 } } ?? 0
    let size = length * route.stages.count
    stock = Array(repeating: 0, count: size)
    arrived = stock
    departed = stock
    fromOpen = stock
    sent = Array(repeating: 0, count: length)
    returned = sent
    families = sent
    guard let first else { return }
    var firstOfFamily: [String: Int] = [:]
    for index in indexes {
      add(cases[index], stages: columns, at: index, from: first)
      guard route.families != nil, let opened = cases[index].moves.first else { continue }
      guard let family = cases[index].facts.family else {
        hasAllFamilies = false
        continue
      }
      let month = first.distance(to: opened.date.month)
      firstOfFamily[family] = min(firstOfFamily[family] ?? month, month)
    }
    for month in firstOfFamily.values { families[month] += 1 }
    sumUp()
  }

  private mutating func add(
    _ each: Case, stages columns: CaseColumns, at index: Int, from first: Month
  ) {
    var before: (stage: Int, role: CaseStage.Role)?
    let start = Int(columns.starts[index])
    for (place, move) in each.moves.enumerated() {
      let stage = Int(columns.stages[start + place])
      guard stage >= 0 else { return }
      let role = route.stages[stage].role
      let month = first.distance(to: move.date.month)
      guard month >= 0, month < length else { return }
      if before?.stage != stage {
        arrived[stage * length + month] += 1
        stock[stage * length + month] += 1
        if route.stages[stage].counted == .byCohort, let cohort = each.facts.cohort {
          add(1, to: &byCohort, CohortKey(stage: stage, cohort: cohort), month)
        }
        if let reason = move.reason, case .listed = route.stages[stage].reasons {
          add(1, to: &byReason, ReasonKey(stage: stage, reason: reason), month)
        }
        if let before {
          departed[before.stage * length + month] += 1
          stock[before.stage * length + month] -= 1
          if route.stages[before.stage].counted == .byCohort, let cohort = each.facts.cohort {
            add(-1, to: &byCohort, CohortKey(stage: before.stage, cohort: cohort), month)
          }
        }
      }
      switch (before?.role == .underWay, role) {
      case (false, .underWay): sent[month] += 1
      case (true, .achieved), (true, .ended): fromOpen[stage * length + month] += 1
      case (true, .planning), (true, .parked), (true, .planned): returned[month] += 1
      default: break
      }
      before = (stage, role)
    }
  }

  private func add<Key: Hashable>(
    _ number: Int, to table: inout [Key: [Int]], _ key: Key, _ month: Int
  ) {
    table[key, default: Array(repeating: 0, count: length)][month] += number
  }

  /// Turns changes of stock into stock.
  private mutating func sumUp() {
    guard length > 1 else { return }
    for stage in route.stages.indices {
      for month in 1..<length { stock[stage * length + month] += stock[stage * length + month - 1] }
    }
    for month in 1..<length { families[month] += families[month - 1] }
    byCohort = byCohort.mapValues { changes in
      var sum = 0
      return changes.map { change in
        sum += change
        return sum
      }
    }
  }

  // MARK: Asking

  /// The cases at a stage at the end of a month.
  public func stock(at stage: CaseStageID, in month: Month) -> Int {
    at(stage, in: month, of: stock, lasts: true)
  }

  /// The cases that came to a stage in a month, from another stage or as new cases.
  public func arrivals(at stage: CaseStageID, in month: Month) -> Int {
    at(stage, in: month, of: arrived, lasts: false)
  }

  /// How often a case came to a stage in all months together.
  public func allArrivals(at stage: CaseStageID) -> Int {
    guard let index = route.index(of: stage) else { return 0 }
    return arrived[index * length..<(index + 1) * length].reduce(0, +)
  }

  /// The cases that went from a stage to another in a month.
  public func departures(from stage: CaseStageID, in month: Month) -> Int {
    at(stage, in: month, of: departed, lasts: false)
  }

  /// The cases that came to a stage in a month from legal services or the court.
  public func endings(at stage: CaseStageID, in month: Month) -> Int {
    at(stage, in: month, of: fromOpen, lasts: false)
  }

  /// The cases that came to legal services, or to the court at once, in a month.
  public func sent(in month: Month) -> Int { place(of: month, lasts: false).map { sent[$0] } ?? 0 }

  /// The cases that went back from legal services or the court to planning in a month.
  public func returned(in month: Month) -> Int {
    place(of: month, lasts: false).map { returned[$0] } ?? 0
  }

  /// The cases with legal services or the court at the end of a month.
  public func underWay(in month: Month) -> Int { stock(of: [.underWay], in: month) }

  /// The cases at the stages of some roles at the end of a month.
  public func stock(of roles: Set<CaseStage.Role>, in month: Month) -> Int {
    route.stages.filter { roles.contains($0.role) }
      .reduce(0) { $0 + stock(at: $1.id, in: month) }
  }

  /// The cases that came to a stage in a month, by the reason of its closed list.
  public func arrivalsByReason(at stage: CaseStageID, in month: Month) -> [String: Int] {
    guard let index = route.index(of: stage), let place = place(of: month, lasts: false) else {
      return [:]
    }
    var numbers: [String: Int] = [:]
    for (key, months) in byReason where key.stage == index { numbers[key.reason] = months[place] }
    return numbers
  }

  /// The cases of a cohort at the stages that are counted by cohort, at the end of a month.
  public func stockByCohort(in month: Month) -> [CohortID: Int] {
    guard let place = place(of: month, lasts: true) else { return [:] }
    return byCohort.reduce(into: [:]) { $0[$1.key.cohort, default: 0] += $1.value[place] }
  }

  /// The families of the cases opened up to the end of a month; nil where one is not known.
  public func families(upTo month: Month) -> Int? {
    guard hasAllFamilies else { return nil }
    return place(of: month, lasts: true).map { families[$0] } ?? 0
  }

  private func at(_ stage: CaseStageID, in month: Month, of numbers: [Int], lasts: Bool) -> Int {
    guard let index = route.index(of: stage), let place = place(of: month, lasts: lasts) else {
      return 0
    }
    return numbers[index * length + place]
  }

  /// The place of a month; a stock lasts beyond the last move, a flow does not.
  private func place(of month: Month, lasts: Bool) -> Int? {
    guard let firstMonth, length > 0 else { return nil }
    let place = firstMonth.distance(to: month)
    guard place >= 0 else { return nil }
    return place < length ? place : lasts ? length - 1 : nil
  }
}
