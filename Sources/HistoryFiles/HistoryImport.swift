import CSV
import LookedAfter

/// Reads figures that someone has prepared: at the least the columns `date,measure,value`.
public enum HistoryImport {
  /// Reads a file.
  ///
  /// A count of the total or of a cohort that is given for a day is the count of that month; where
  /// the file has several of one month, the last is the month's and the others stay under their
  /// days. Without a basis, it is of the basis under which the history has the same figure already,
  /// or month end for the last day of a month; in a file without a column for the basis, of the one
  /// basis of the other counts of that month.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  ///   - history: what is recorded already, with the measures that may be.
  ///   - recordedAt: now, as `yyyy-mm-ddThh:mm:ssZ`.
  /// - Throws: `CSVError` with file, line and column of the first line that cannot be taken, or of
  ///   the second of two lines about the same figure.
  public static func read(
    bytes: [UInt8], file: String, history: History, recordedAt: String
  ) throws(CSVError) -> [Observation] {
    let lines = try ObservationFile.read(
      bytes: bytes, file: file, catalogue: history.catalogue, sources: nil, recordedAt: recordedAt)
    var header = CSVParser(bytes: bytes, file: file)
    let namesBases = try header.next()?.fields.contains("basis") ?? false
    let counts = MonthCounts(
      of: lines.map(\.observation), history: history, namesBases: namesBases)
    var seen: [ObservationKey: Int] = [:]
    seen.reserveCapacity(lines.count)
    var observations: [Observation] = []
    observations.reserveCapacity(lines.count)
    for (line, read) in lines {
      let observation = counts.placed(read)
      if let first = seen.updateValue(line, forKey: observation.key) {
        throw CSVError(
          file: file, line: line, column: nil,
          problem:
            "\(observation.measure) for \(observation.period.inWords) stands in line \(first)"
            + " already; two figures for one time need a different basis or detail")
      }
      observations.append(observation)
    }
    return observations
  }
}

/// Finds the month and the basis that a count of children belongs to.
private struct MonthCounts {
  private struct Place: Hashable {
    let measure: MeasureID
    let month: Month
  }

  private struct Count: Hashable {
    let measure: MeasureID
    let month: Month
    let basis: Basis?
  }

  private let cohortMeasures: Set<MeasureID>
  private var recorded: [Place: [Basis?]] = [:]
  /// The bases of each month's counts, where counts without one are to take theirs from the others.
  private var bases: [Month: Set<Basis>] = [:]
  private var lastDays: [Count: CivilDate] = [:]
  private var months: Set<Count> = []

  init(of observations: [Observation], history: History, namesBases: Bool) {
    cohortMeasures = Set(history.scheme.rows.flatMap { [$0.id.count, $0.id.assessing] })
    for measure in cohortMeasures {
      for known in history.observations(of: measure) where !known.isDerived {
        guard case .month(let month) = known.period else { continue }
        recorded[Place(measure: measure, month: month), default: []].append(known.basis)
        if let basis = known.basis, !namesBases { bases[month, default: []].insert(basis) }
      }
    }
    for observation in observations where !namesBases {
      guard cohortMeasures.contains(observation.measure),
        case .day(let day) = observation.period, let basis = basis(of: observation, in: day.month)
      else { continue }
      bases[day.month, default: []].insert(basis)
    }
    for observation in observations where cohortMeasures.contains(observation.measure) {
      switch observation.period {
      case .day(let day):
        let count = count(observation, day.month)
        lastDays[count] = max(lastDays[count] ?? day, day)
      case .month(let month): months.insert(count(observation, month))
      default: break
      }
    }
  }

  /// The observation under its month and basis.
  func placed(_ observation: Observation) -> Observation {
    guard cohortMeasures.contains(observation.measure) else { return observation }
    switch observation.period {
    case .month(let month):
      return observation.counted(in: month, basis: basis(of: observation, in: month))
    case .day(let day):
      let count = count(observation, day.month)
      guard lastDays[count] == day, !months.contains(count) else { return observation }
      return observation.counted(in: day.month, basis: count.basis, asAt: day)
    default: return observation
    }
  }

  private func count(_ observation: Observation, _ month: Month) -> Count {
    Count(
      measure: observation.measure, month: month, basis: basis(of: observation, in: month))
  }

  private func basis(of observation: Observation, in month: Month) -> Basis? {
    if let basis = observation.basis { return basis }
    let place = Place(measure: observation.measure, month: month)
    if let known = recorded[place] {
      return known.contains(nil) ? nil : known.compactMap { $0 }.min()
    }
    if case .day(month.lastDay) = observation.period { return .monthEnd }
    return bases[month].flatMap { $0.count == 1 ? $0.first : nil }
  }
}

extension Observation {
  /// The same count under a month and a basis.
  fileprivate func counted(
    in month: Month, basis: Basis?, asAt day: CivilDate? = nil
  ) -> Observation {
    Observation(
      measure: measure, period: .month(month), basis: basis, asAt: asAt ?? day, detail: detail,
      value: value, text: text, provenance: provenance)
  }
}
