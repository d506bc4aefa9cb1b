import LookedAfter

/// How far known leavers stand for those who would leave by the same route anyway.
///
/// The ordinary rate of a route was estimated from months in which applications went through as well:
/// to add the known ones on top would count them twice, and to switch the rate off for as long as any
/// is open would lose all others. So in each month as many ordinary leavers of a cohort by a route are
/// taken away as known ones are expected, and no more than there are: by that route the greater of the
/// two is expected. Recording an application can therefore never raise the number, and months without
/// known leavers keep their ordinary ones.
struct Displacement {
  /// The part of the ordinary rate that is left: by month, compartment and line of its leaving.
  let left: [[[Double]]]

  /// The known leavers expected in all months, without birthdays, and the ordinary ones they stand for.
  let known: Double
  let ordinary: Double

  /// - Parameter model: as things are, before any lever: what becomes of applications in a scenario
  ///   changes how many leave, and not how many are usual.
  init(_ model: FlowModel, months: Int) {
    let compartments = model.compartments
    let places = Dictionary(
      compartments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let lines = model.known.compactMap { line in
      places[line.cohort].map {
        (line, Schedule.Known(line, slot: 0, compartment: $0, start: model.start, months: months))
      }
    }
    guard !lines.isEmpty else {
      (left, known, ordinary) = ([], 0, 0)
      return
    }
    let moves = compartments.map { compartment in
      compartment.moves.compactMap { move in
        places[move.to].map { (to: $0, rate: max(0, min(1, move.rate))) }
      }
    }
    // The known leavers of each ordinary line by month; none where the list is empty.
    var due: [[[Double]]] = compartments.map { $0.leaving.map { _ in [] } }
    for (line, known) in lines {
      for (place, leaving) in compartments[known.compartment].leaving.enumerated()
      where line.route.covers(leaving.route) {
        if due[known.compartment][place].isEmpty {
          due[known.compartment][place] = Array(repeating: 0, count: months)
        }
        for month in 0..<months {
          due[known.compartment][place][month] +=
            Double(known.number) * known.chance * known.leaves[month]
        }
      }
    }
    let byBirthday = Set(model.known.filter { $0.reason == .birthday }.map(\.route))
    func isBirthday(_ route: MeasureID) -> Bool { byBirthday.contains(route) }
    var stock = compartments.map { Double(max(0, $0.opening)) }
    var all: [[[Double]]] = []
    var (expected, replaced) = (0.0, 0.0)
    for month in 0..<months {
      let season = model.season[model.start.advanced(by: month + 1).month - 1]
      var next = stock
      var factors: [[Double]] = []
      for (index, compartment) in compartments.enumerated() {
        let course = compartment.factor(month)
        var parts: [Double] = []
        for (place, line) in compartment.leaving.enumerated() {
          let usual = stock[index] * max(0, line.rate) * course
          let instead = due[index][place].isEmpty ? 0 : due[index][place][month]
          let taken = min(usual, instead)
          if !isBirthday(line.route) { replaced += taken }
          parts.append(usual > 0 ? (usual - taken) / usual : 1)
          next[index] -= usual - taken
        }
        factors.append(parts)
        for move in moves[index] {
          next[index] -= stock[index] * move.rate
          next[move.to] += stock[index] * move.rate
        }
        next[index] += max(0, compartment.joiners) * max(0, season)
      }
      for (line, place) in lines {
        let leaving = Double(place.number) * place.chance * place.leaves[month]
        if line.reason != .birthday { expected += leaving }
        next[place.compartment] -= leaving
      }
      stock = next.map { max(0, $0) }
      all.append(factors)
    }
    (left, known, ordinary) = (all, expected, replaced)
  }
}

extension FlowModel {
  /// The orders that are expected of applications over some months, and how many of them stand in the
  /// place of children who would leave by the same routes anyway.
  public func expectedOrders(months: Int) -> (expected: Double, inPlaceOfUsual: Double) {
    let displacement = Displacement(self, months: months)
    return (displacement.known, min(displacement.known, displacement.ordinary))
  }
}

extension Compartment {
  /// What the leaving rates of a coming month are to those given.
  func factor(_ month: Int) -> Double {
    course.isEmpty ? 1 : max(0, course[min(month, course.count - 1)])
  }
}
