import LookedAfter

@testable import Scenarios

/// A history such as a council keeps that counts its cohorts and does not follow children.
enum MadeUpHistory {
  static func history(of service: MadeUpChildren, months: Int) throws -> History {
    let scheme = try CohortScheme(
      total: cohort(.total, exit: nil),
      cohorts: MadeUpChildren.cohorts.map {
        cohort($0, exit: $0 == "parents" ? "ceased.discharged_home" : nil)
      })
    let flows = ["started", "ceased"].map {
      Measure(id: $0, name: $0.rawValue, phrase: "", kind: .flow, unit: "children")
    }
    let first = MadeUpChildren.first
    var observations: [Observation] = []
    func add(_ measure: MeasureID, _ month: Int, _ number: Int, _ basis: Basis?) {
      observations.append(
        Observation(
          measure: measure, period: .month(first.advanced(by: month)), basis: basis,
          value: Quantity(mantissa: number),
          provenance: Provenance(source: nil, recordedAt: "2021-01-01T00:00:00Z")))
    }
    for month in 0..<months {
      let date = first.advanced(by: month)
      add("total", month, service.numbers[month].reduce(0, +), .monthEnd)
      for (index, id) in MadeUpChildren.cohorts.enumerated() {
        add(id.count, month, service.numbers[month][index], .monthEnd)
      }
      add("started", month, service.courses.filter { $0.joined == date }.count, nil)
      add("ceased", month, service.courses.filter { $0.left == date }.count, nil)
    }
    return History(
      authority: Authority(name: "Marchshire", code: "E99999999"), scheme: scheme,
      catalogue: MeasureCatalogue(scheme: scheme, measures: flows), observations: observations)
  }

  private static func cohort(_ id: CohortID, exit: MeasureID?) -> Cohort {
    Cohort(
      id: id, name: id.rawValue, shortName: id.rawValue, group: id == .total ? nil : .stay,
      expectedExit: "", polarity: .lowerIsBetter, exitReason: exit, route: nil,
      standingCommentary: "")
  }
}
