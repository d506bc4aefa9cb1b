import LookedAfter

@testable import Scenarios

/// A history such as a council keeps that counts its cohorts and does not follow children.
enum MadeUpHistory {
  static func history(of service: MadeUpChildren, months: Int) throws -> History {
    var lines: [Line] = []
    for month in 0..<months {
      let date = MadeUpChildren.first.advanced(by: month)
      lines.append(("total", month, service.numbers[month].reduce(0, +), .monthEnd))
      for (index, id) in MadeUpChildren.cohorts.enumerated() {
        lines.append((id.count, month, service.numbers[month][index], .monthEnd))
      }
      lines.append(("started", month, service.courses.filter { $0.joined == date }.count, nil))
      lines.append(("ceased", month, service.courses.filter { $0.left == date }.count, nil))
    }
    return try history(lines, from: MadeUpChildren.first)
  }

  /// The same figures in every month from January 2018, and no cohorts.
  static func steady(months: Int, total: Int, started: Int, ceased: Int) throws -> History {
    try history(
      (0..<months).flatMap {
        [
          ("total", $0, total, .monthEnd), ("started", $0, started, nil),
          ("ceased", $0, ceased, nil),
        ]
          as [Line]
      }, from: Month.iso("2018-01"))
  }

  private typealias Line = (measure: MeasureID, month: Int, number: Int, basis: Basis?)

  private static func history(_ lines: [Line], from first: Month) throws -> History {
    let scheme = try CohortScheme(
      total: cohort(.total, exit: nil),
      cohorts: MadeUpChildren.cohorts.map {
        cohort($0, exit: $0 == "parents" ? "ceased.discharged_home" : nil)
      })
    let flows = ["started", "ceased"].map {
      Measure(id: $0, name: $0.rawValue, phrase: "", kind: .flow, unit: "children")
    }
    let observations = lines.map { line in
      Observation(
        measure: line.measure, period: .month(first.advanced(by: line.month)), basis: line.basis,
        value: Quantity(mantissa: line.number),
        provenance: Provenance(source: nil, recordedAt: "2021-01-01T00:00:00Z"))
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
