import LookedAfter

/// What an authority has decided about a measure: recorded like any figure, so that it can be
/// corrected, taken back and traced.
extension History {
  /// A direction that someone chose, and why.
  public struct ChosenDirection: Equatable, Sendable {
    /// What is aimed at.
    public let aim: PreferredDirection
    /// Who chose it: `chosen by A. Head`; nil where that was not recorded.
    public let chosenBy: String?
    /// The reason that was given.
    public let reason: String?
    /// When it was recorded, as `yyyy-mm-ddThh:mm:ssZ`.
    public let recordedAt: String
  }

  /// The measure under which directions are recorded; its detail names what they are for.
  public static let directionSetting: MeasureID = "setting.direction"
  /// The measure under which targets are recorded.
  public static let targetSetting: MeasureID = "setting.target"
  /// The measure under which it is recorded that a chart begins anew.
  public static let rebaseSetting: MeasureID = "setting.rebase"
  /// The measure under which the months are recorded that a chart's limits rest on.
  public static let baselineSetting: MeasureID = "setting.baseline"

  /// The direction that was chosen for a measure; nil where none was: then it is neutral.
  public func direction(of measure: MeasureID) -> ChosenDirection? {
    guard let chosen = setting(Self.directionSetting, for: measure).last,
      let aim = chosen.text.flatMap(PreferredDirection.init)
    else { return nil }
    return ChosenDirection(
      aim: aim, chosenBy: chosen.provenance.section, reason: chosen.provenance.note,
      recordedAt: chosen.provenance.recordedAt)
  }

  /// A number that is to be reached.
  public struct Target: Equatable, Sendable {
    /// The month that the plan starts from; nil where that was not recorded.
    public let start: Month?
    /// The month in which it is to be reached.
    public let month: Month
    /// The number.
    public let number: Recorded<Quantity>
  }

  /// The targets of a measure, by the month in which each is to be reached: of several for one month
  /// the last that was recorded.
  ///
  /// A target is recorded under its month, with the month that its plan starts from as its words.
  public func targets(of measure: MeasureID) -> [Target] {
    var targets: [Month: Target] = [:]
    for recorded in setting(Self.targetSetting, for: measure) {
      guard let number = recorded.quantity else { continue }
      let target: Target
      switch recorded.period {
      case .month(let month):
        target = Target(
          start: recorded.text.flatMap { Month(iso: $0) }, month: month, number: number)
      case .months(let start, let month):
        target = Target(start: start, month: month, number: number)
      case .day, .undated: continue
      }
      if let known = targets[target.month],
        known.number.provenance.recordedAt > number.provenance.recordedAt
      {
        continue
      }
      targets[target.month] = target
    }
    return targets.values.sorted { $0.month < $1.month }
  }

  /// The months from which a measure's chart begins anew, with the known cause of each.
  public func rebases(of measure: MeasureID) -> [(month: Month, reason: String, recordedAt: String)]
  {
    setting(Self.rebaseSetting, for: measure).compactMap { rebase in
      guard case .month(let month) = rebase.period, let reason = rebase.text else { return nil }
      return (month, reason, rebase.provenance.recordedAt)
    }
  }

  /// The months that the limits of a measure's chart rest on, where they were fixed.
  public func baseline(
    of measure: MeasureID
  ) -> (first: Month, last: Month, reason: String?, recordedAt: String)? {
    guard let fixed = setting(Self.baselineSetting, for: measure).last,
      case .months(let first, let last) = fixed.period
    else { return nil }
    return (first, last, fixed.provenance.note, fixed.provenance.recordedAt)
  }

  private func setting(_ id: MeasureID, for measure: MeasureID) -> [Observation] {
    observations(of: id).filter { $0.detail == measure.rawValue }
  }
}
