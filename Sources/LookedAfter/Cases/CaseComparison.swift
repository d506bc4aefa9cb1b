/// A recorded count beside what the cases make.
public struct CaseComparison: Sendable, Equatable {
  /// What is counted.
  public let measure: MeasureID
  /// The month.
  public let month: Month
  /// What else tells the figure from others: the month that a plan is for.
  public let detail: String
  /// The number that the cases make, which the papers use.
  public let byCases: Int
  /// The number that was recorded.
  public let recorded: Recorded<Int>

  /// Whether the two are the same.
  public var agrees: Bool { byCases == recorded.value }
}

extension CaseFigures {
  /// Takes the recorded figures of the months covered out, and compares them.
  mutating func settle() {
    for (measure, months) in covered {
      let made = (made[measure] ?? [:]).map(\.value)
      var kept: [Observation] = []
      for observation in recorded[measure] ?? [] {
        guard isSuperseded(observation, in: months, made: made) else {
          kept.append(observation)
          continue
        }
        compare(observation, with: made, in: months)
      }
      standing[measure] = kept + made
    }
    comparisons.sort {
      ($0.month, $0.measure.rawValue, $0.detail) < ($1.month, $1.measure.rawValue, $1.detail)
    }
  }

  private func isSuperseded(
    _ observation: Observation, in months: ClosedRange<Month>, made: [Observation]
  ) -> Bool {
    switch observation.period {
    case .month(let month): months.contains(month)
    // Of a count to date the recorded period may begin earlier; one of a quarter stays.
    case .months(_, let last):
      months.contains(last)
        && made.contains { $0.period.lastMonth == last && $0.period != .month(last) }
    case .day, .undated: false
    }
  }

  private mutating func compare(
    _ observation: Observation, with made: [Observation], in months: ClosedRange<Month>
  ) {
    guard let month = observation.period.lastMonth, let number = observation.count else { return }
    let same = made.first {
      $0.period.lastMonth == month && $0.detail == observation.detail
    }
    var byCases = same?.value?.whole ?? 0
    switch observation.measure {
    case "planned.applications":
      byCases = sum(of: ["planned.sgo", "planned.discharge"], month, observation.detail)
    case "pipeline.filed":
      byCases = sum(of: ["pipeline.sgo.filed", "pipeline.discharge.filed"], month, "")
    case "pipeline.with_legal":
      byCases = sum(of: ["pipeline.sgo.with_legal", "pipeline.discharge.with_legal"], month, "")
    case "pipeline.open":
      let stages = ["sgo", "discharge"].flatMap {
        ["pipeline.\($0).filed", "pipeline.\($0).with_legal"]
      }
      byCases = sum(of: stages.map { MeasureID(rawValue: $0) }, month, "")
    default: break
    }
    comparisons.append(
      CaseComparison(
        measure: observation.measure, month: month, detail: observation.detail, byCases: byCases,
        recorded: number))
  }

  private func sum(of measures: [MeasureID], _ month: Month, _ detail: String) -> Int {
    let place = Place(period: .month(month), detail: detail)
    return measures.reduce(0) { $0 + (made[$1]?[place]?.value?.whole ?? 0) }
  }
}
