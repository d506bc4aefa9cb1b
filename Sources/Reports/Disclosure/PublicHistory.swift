import Disclosure
import LookedAfter

/// What of a history a public paper may be made from: figures, and the words that were written for
/// papers. Cases, comments, events and remarks of people on a figure are left out.
extension History {
  /// The history without what people said of children.
  func withoutStories() -> History {
    var kept: [Observation] = []
    var keys = Set<ObservationKey>()
    for measure in catalogue.measures {
      for observation in observations(of: measure.id) {
        guard measure.kind != .text || Self.isForPapers(measure.id) else { continue }
        guard let plain = observation.plain(measure), keys.insert(plain.key).inserted else {
          continue
        }
        kept.append(plain)
      }
    }
    return History(
      authority: authority, scheme: scheme, catalogue: catalogue, observations: kept)
  }

  /// Whether words were written for a paper, or come from a public one.
  private static func isForPapers(_ measure: MeasureID) -> Bool {
    ["paper.", "scorecard.", "resolution"].contains { measure.rawValue.hasPrefix($0) }
  }

  /// Every count of children, families or applications that stands.
  func counts() -> [Observation] {
    catalogue.measures.filter(\.isCount).flatMap { measure in
      observations(of: measure.id).filter { $0.count != nil && $0.period != .undated }
    }
  }

  /// The history with other numbers in some places, or none.
  func replacing(_ numbers: [(observation: Observation, value: Quantity?)]) -> History {
    adding(
      numbers.map { old, value in
        Observation(
          measure: old.measure, period: old.period, basis: old.basis, asAt: old.asAt,
          detail: old.detail, value: value, text: value == nil ? nil : old.text,
          provenance: Provenance(
            source: old.provenance.source, section: old.provenance.section,
            recordedAt: old.provenance.recordedAt, revision: old.provenance.revision + 1,
            note: old.provenance.note))
      })
  }
}

extension Measure {
  /// Whether it counts people, or what stands for them one by one.
  var isCount: Bool {
    [.stock, .flow, .plan].contains(kind)
      && ["children", "families", "applications", "households"].contains(unit)
  }
}

extension Observation {
  /// The observation without a remark of a person on the figure; nil where the remark says of whom it
  /// is, so that the figure would say something else without it.
  fileprivate func plain(_ measure: Measure) -> Observation? {
    guard measure.isCount else { return self }
    let isStandard = detail.allSatisfy { $0.isNumber || "-/ ".contains($0) }
    if !isStandard, case .months = period, measure.kind == .flow,
      !measure.id.rawValue.hasPrefix("edge_of_care")
    {
      return nil
    }
    return Observation(
      measure: self.measure, period: period, basis: basis, asAt: asAt,
      detail: isStandard ? detail : "", value: value, text: nil, provenance: provenance)
  }

  /// The order of time, and then of ids.
  func isBefore(_ other: Observation) -> Bool {
    let (day, later) = (period.lastDay?.dayNumber ?? 0, other.period.lastDay?.dayNumber ?? 0)
    return day != later ? day < later : other.figureID < figureID
  }

  /// The id of the figure in a release.
  var figureID: FigureID {
    FigureID([measure.rawValue, "\(period)", basis?.rawValue ?? "", detail].joined(separator: "|"))
  }
}
