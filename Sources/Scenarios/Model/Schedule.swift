import LookedAfter

/// A model with its levers, month by month, in the form that is run: places instead of names.
struct Schedule: Equatable {
  /// A forced movement of whole children in one month.
  struct Forced: Equatable {
    /// The compartment they leave; nil when they come from outside.
    let from: Int?
    /// The compartment they enter; nil when they leave care.
    let to: Int?
    let number: Int
  }

  /// A destination and the share who go there in a month.
  struct Destination: Equatable {
    let to: Int
    let rate: Double
  }

  /// Known leavers, with what happens to each as a chance for each month.
  struct Known: Equatable {
    /// The place in the model, by which their luck is drawn.
    let slot: Int
    let compartment: Int
    let number: Int
    let chance: Double
    let chanceVariance: Double
    /// The chance, of those who leave, for each projected month; what is missing to 1 lies beyond.
    let leaves: [Double]
    /// The first month in which any may leave.
    let first: Int
  }

  /// The compartments whose joiners, and those whose leaving or moves, are not as in the month before.
  struct Changes: Equatable {
    let joiners: [Int]
    let going: [Int]
  }

  let months: Int
  let opening: [Int]
  let overlap: Int
  let spread: Double
  let joinersError: JoinersError
  let leavingError: LeavingError
  let movesError: [Double]
  /// The rates of each month, and where they differ from the month before.
  let rates: [Rates]
  let changes: [Changes]
  let forced: [[Forced]]
  let known: [Known]
  /// What the joiners, and the share who go, are drawn up to before they are thinned to what a path
  /// has: the same for all levers of a model, so that they share their luck.
  let ceilings: Ceilings

  /// The squared relative errors of joiners: of all together, and of each compartment.
  struct JoinersError: Equatable {
    let common: Double
    let own: [Double]
  }

  /// Those of the leaving rates, and how much of the common one each compartment shares.
  struct LeavingError: Equatable {
    let common: Double
    let shared: [Double]
    let own: [Double]
  }

  /// Greatest numbers by compartment.
  struct Ceilings: Equatable {
    /// The mean number of joiners.
    var joiners: [Double]
    /// The share who leave or move; at most six tenths.
    var going: [Double]
  }

  var count: Int { opening.count }

  init(_ model: FlowModel, months: Int) {
    self.init(model, months: months, displacement: nil, forced: [:]) { _, _ in }
  }

  /// Lays out a model.
  ///
  /// - Parameters:
  ///   - displacement: what known leavers stand for, as things are; worked out from the model when nil.
  ///   - forced: movements of whole children, by projected month from 0.
  ///   - adjust: changes the rates of a projected month.
  init(
    _ model: FlowModel, months: Int, displacement: Displacement?, forced: [Int: [Forced]],
    adjust: (Int, inout Rates) -> Void
  ) {
    let months = min(max(months, 0), 600)
    let compartments = model.compartments
    let places = Dictionary(
      compartments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.months = months
    opening = compartments.map { min(max(0, $0.opening), 10_000_000) }
    overlap = min(0, max(model.overlap, -1_000_000_000))
    spread = 1 + Self.usable(model.spread - 1, atMost: 1000)
    joinersError = JoinersError(
      common: Self.usable(model.joinersError, atMost: 10),
      own: compartments.map { Self.usable($0.joinersError, atMost: 10) })
    leavingError = LeavingError(
      common: Self.usable(model.leavingError, atMost: 10),
      shared: compartments.map { Self.usable($0.commonLeaving, atMost: 1) },
      own: compartments.map { Self.usable($0.leavingError, atMost: 10) })
    movesError = compartments.map { Self.usable($0.movesError, atMost: 10) }
    let destinations = compartments.map { compartment in
      compartment.moves.compactMap { move in
        places[move.to].flatMap {
          compartments[$0].id == compartment.id || !(move.rate > 0)
            ? nil : Destination(to: $0, rate: min(move.rate, 1))
        }
      }
    }
    let left = (displacement ?? Displacement(model, months: months)).left
    var all: [Rates] = []
    var changes: [Changes] = []
    let none = compartments.map { _ in 0.0 }
    var ceilings = Ceilings(joiners: none, going: none)
    for month in 0..<months {
      let season = max(0, model.season[model.start.advanced(by: month + 1).month - 1])
      var rates = Rates(
        joiners: compartments.map { max(0, $0.joiners) * season },
        routes: compartments.enumerated().map { index, compartment in
          let factor = compartment.factor(month)
          return compartment.leaving.enumerated().map { line, leaving in
            max(0, leaving.rate) * factor * (left.isEmpty ? 1 : left[month][index][line])
          }
        }, moves: destinations)
      ceilings.hold(rates)
      adjust(month, &rates)
      for index in compartments.indices { rates.limit(index) }
      changes.append(Changes(rates, after: all.last))
      all.append(rates)
    }
    ceilings.widen(joiners: joinersError, leaving: leavingError, moves: movesError)
    self.ceilings = ceilings
    self.rates = all
    self.changes = changes
    self.forced = (0..<months).map { forced[$0] ?? [] }
    known = model.known.enumerated().compactMap { slot, line in
      places[line.cohort].map {
        Known(line, slot: slot, compartment: $0, start: model.start, months: months)
      }
    }.filter { $0.leaves.contains { $0 > 0 } }
  }
}

extension Schedule {
  /// The rates of one month, by compartment.
  struct Rates: Equatable {
    /// The mean number of joiners.
    var joiners: [Double]
    /// The share of a compartment's joiners who enter another instead; empty where nobody does.
    private(set) var redirected: [[Destination]] = []
    /// The share who leave by each route, in the order of the compartment's rates.
    private(set) var routes: [[Double]]
    /// The share who leave.
    private(set) var leaving: [Double]
    /// The share who move, by destination.
    var moves: [[Destination]]

    init(joiners: [Double], routes: [[Double]], moves: [[Destination]]) {
      self.joiners = joiners
      self.routes = routes
      self.moves = moves
      leaving = routes.map { $0.reduce(0, +) }
    }

    /// Multiplies the share who leave a compartment by one route.
    mutating func scale(_ index: Int, line: Int, by factor: Double) {
      let before = routes[index][line]
      routes[index][line] = before * factor
      leaving[index] += before * (factor - 1)
    }

    /// The mean number who enter each compartment.
    var entering: [Double] {
      var entering = joiners
      for (source, lines) in redirected.enumerated() {
        for line in lines {
          entering[source] -= joiners[source] * line.rate
          entering[line.to] += joiners[source] * line.rate
        }
      }
      return entering
    }

    /// Lets so many of those who would join others enter one compartment. It is the same children who
    /// come: their number is as uncertain as it was, and no more.
    mutating func redirect(_ number: Double, to index: Int) {
      if redirected.isEmpty { redirected = joiners.map { _ in [] } }
      let staying = redirected.map { max(0, $0.reduce(1) { $0 - $1.rate }) }
      let others = joiners.indices.reduce(0) {
        $0 + ($1 == index ? 0 : max(0, joiners[$1]) * staying[$1])
      }
      guard others > 0, number > 0 else { return }
      let share = min(1, number / others)
      for source in joiners.indices where source != index && staying[source] > 0 {
        redirected[source].append(.init(to: index, rate: share * staying[source]))
      }
    }

    /// Makes everyone in a compartment leave.
    mutating func empty(_ index: Int) {
      routes[index] = routes[index].map { _ in 0 }
      leaving[index] = 1
      moves[index] = []
    }

    /// Holds the shares of a compartment to 1 together.
    fileprivate mutating func limit(_ index: Int) {
      joiners[index] = Schedule.usable(joiners[index], atMost: 1_000_000)
      leaving[index] = Schedule.usable(leaving[index], atMost: 1)
      let moving = moves[index].reduce(0) { $0 + $1.rate }
      if leaving[index] + moving > 1, moving > 0 {
        let scale = max(0, 1 - leaving[index]) / moving
        moves[index] = moves[index].map { .init(to: $0.to, rate: $0.rate * scale) }
      }
    }
  }

  /// A number that can be worked with: 0 for one that is negative or no number at all.
  fileprivate static func usable(_ value: Double, atMost most: Double) -> Double {
    value > 0 ? min(value, most) : 0
  }
}

extension Schedule.Ceilings {
  /// Takes in the rates of a month.
  fileprivate mutating func hold(_ rates: Schedule.Rates) {
    for index in going.indices {
      joiners[index] = max(joiners[index], Schedule.usable(rates.joiners[index], atMost: 1e6))
      let share = rates.leaving[index] + rates.moves[index].reduce(0) { $0 + $1.rate }
      going[index] = max(going[index], Schedule.usable(share, atMost: 1))
    }
  }

  /// Leaves room for paths whose rates come out higher; those beyond it are drawn in two parts.
  fileprivate mutating func widen(
    joiners joinersError: Schedule.JoinersError, leaving: Schedule.LeavingError, moves: [Double]
  ) {
    for index in going.indices {
      let spread = (joinersError.common + joinersError.own[index]).squareRoot()
      joiners[index] *= min(3, 1 + 1.5 * spread)
      let error = max(leaving.common + leaving.own[index], moves[index]).squareRoot()
      going[index] = min(0.6, going[index] * min(2, 1 + 1.2 * error))
    }
  }
}

extension Schedule.Changes {
  fileprivate init(_ rates: Schedule.Rates, after before: Schedule.Rates?) {
    let places = rates.joiners.indices
    joiners = places.filter { before?.joiners[$0] != rates.joiners[$0] }
    going = places.filter {
      before?.leaving[$0] != rates.leaving[$0] || before?.moves[$0] != rates.moves[$0]
    }
  }
}

extension Schedule.Known {
  init(_ line: KnownLeavers, slot: Int, compartment: Int, start: Month, months: Int) {
    self.slot = slot
    self.compartment = compartment
    number = min(max(0, line.number), 10_000_000)
    chance = Schedule.usable(line.chance, atMost: 1)
    chanceVariance = Schedule.usable(line.chanceVariance, atMost: 0.25)
    var leaves = [Double](repeating: 0, count: months)
    var left = 1.0
    // A month that has gone by counts as the first projected one.
    let due = max(0, start.distance(to: line.due) - 1)
    for (offset, share) in line.delay.enumerated() {
      let isLast = offset == line.delay.count - 1
      let taken = isLast ? left : Schedule.usable(share, atMost: left)
      if due + offset < months { leaves[due + offset] += taken }
      left -= taken
    }
    self.leaves = leaves
    self.first = leaves.firstIndex { $0 > 0 } ?? 0
  }
}
