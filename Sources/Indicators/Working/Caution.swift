/// What has to be kept in mind when a figure is read.
///
/// A caution holds the numbers only; the sentences about it are made in `Reports`.
public enum Caution: Equatable, Sendable {
  /// The population estimates are of different editions: part of a difference may come from that.
  case editionsDiffer(String, String)
  /// The two figures are of different years.
  case yearsDiffer(String, String)
  /// The population is not the estimate of the mid-year before the date.
  case populationYear(used: Int, expected: Int)
  /// There are too few points for what was asked.
  case tooFewPoints(have: Int, need: Int)
  /// The limits rest on few points and are worked out anew with every one that is added.
  case trialLimits(points: Int, needed: Int)
  /// More than two of the last twelve values are missing.
  case gaps(missing: Int, outOf: Int)
  /// There are more children than population: one of the two is wrong.
  case rateAboveBase(children: Int, population: Int)
  /// The lower limit was computed below zero, where no count can be.
  case limitBelowZero(computed: Double)
  /// The spread beyond chance could not be estimated; the usual one was taken.
  case assumedSpread(Double)
  /// Starts less leavers is not the difference between the two snapshots.
  case flowsMissSnapshots(net: Int, difference: Int)
  /// There were too few starts and leavers for the normal approximation; the exact test decides.
  case exactTestOnly(events: Int)
  /// Not all members of a group have a value.
  case membersMissing(have: Int, of: Int)
  /// A comparator is what others do, not what is right.
  case comparatorIsNoTarget
  /// No direction was set, so higher and lower are not called better or worse.
  case noDirectionSet
  /// The interval was worked out by an approximation outside the range it is meant for.
  case approximationForced(count: Int)

  /// The stable code of the caution.
  public var code: String {
    switch self {
    case .editionsDiffer: "editions-differ"
    case .yearsDiffer: "years-differ"
    case .populationYear: "population-year"
    case .tooFewPoints: "too-few-points"
    case .trialLimits: "trial-limits"
    case .gaps: "gaps"
    case .rateAboveBase: "rate-above-base"
    case .limitBelowZero: "limit-below-zero"
    case .assumedSpread: "assumed-spread"
    case .flowsMissSnapshots: "flows-miss-snapshots"
    case .exactTestOnly: "exact-test-only"
    case .membersMissing: "members-missing"
    case .comparatorIsNoTarget: "comparator-is-no-target"
    case .noDirectionSet: "no-direction-set"
    case .approximationForced: "approximation-forced"
    }
  }
}
