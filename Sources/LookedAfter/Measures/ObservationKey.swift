/// What an observation is about: two with equal keys are revisions of one figure.
public struct ObservationKey: Hashable, Sendable {
  /// What was observed.
  public let measure: MeasureID

  /// The time it belongs to.
  public let period: Period

  /// Where a stock was counted.
  public let basis: Basis?

  /// What else tells it from others.
  public let detail: String

  /// Makes a key.
  public init(measure: MeasureID, period: Period, basis: Basis? = nil, detail: String = "") {
    self.measure = measure
    self.period = period
    self.basis = basis
    self.detail = detail
  }
}

extension Observation {
  /// What the observation is about.
  public var key: ObservationKey {
    ObservationKey(measure: measure, period: period, basis: basis, detail: detail)
  }
}
