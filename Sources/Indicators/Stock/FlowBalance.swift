import Glibc
import LookedAfter

/// Whether the number looked after has really moved: the starts of a window against its leavers.
///
/// `z = (E - X) / √(φ (E + X))`, a signal from 1.96; exactly, for φ = 1 and for fewer than ten events,
/// a two-sided binomial of `E + X` and one half. Two snapshots of one authority are not two samples:
/// most children are in both, and only those who came and left can have moved the number.
public struct FlowBalance: Equatable, Sendable, Explainable {
  /// What the balance says.
  public enum Evidence: String, CaseIterable, Sendable {
    /// Fewer, by more than chance.
    case fallingClear = "falling_clear"
    /// Fewer, as chance alone would often make it.
    case fallingCouldBeChance = "falling_could_be_chance"
    /// As many started as left.
    case noChange = "no_change"
    /// More, as chance alone would often make it.
    case risingCouldBeChance = "rising_could_be_chance"
    /// More, by more than chance.
    case risingClear = "rising_clear"

    /// The words of the key: `falling, clear`.
    public var words: String {
      switch self {
      case .fallingClear: "falling, clear"
      case .fallingCouldBeChance: "falling, could be chance"
      case .noChange: "no change"
      case .risingCouldBeChance: "rising, could be chance"
      case .risingClear: "rising, clear"
      }
    }

    /// Whether more than chance moved the number.
    public var isClear: Bool { self == .fallingClear || self == .risingClear }
  }

  /// The children who started to be looked after in the window.
  public let started: Int

  /// The children who ceased to be.
  public let ceased: Int

  /// The length of the window in months; nil when it is not known.
  public let months: Int?

  /// The spread beyond chance.
  public let spread: Spread

  /// Starts less leavers, over the root of what is expected of them; nil where nothing happened.
  public let z: Double?

  /// The exact probability of a balance at least as uneven, were starts and leavers equally likely
  /// and independent; 1 where nothing happened.
  public let exactP: Double

  /// The starts and the leavers month by month with where they are from; empty for plain numbers.
  var monthly: [Working.Input] = []

  /// How the starts and the leavers came to be known; empty where they are sums of months.
  private var sources: [Provenance] = []

  /// Below so many events the exact test decides.
  public static let exactBelow = 10

  /// The balance of a window; nil for a negative number, or one of 100,000,000 and more.
  public init?(started: Int, ceased: Int, months: Int? = nil, spread: Spread) {
    let usable = 0..<100_000_000
    guard usable.contains(started), usable.contains(ceased) else { return nil }
    self.started = started
    self.ceased = ceased
    self.months = months
    self.spread = spread
    let events = started + ceased
    z =
      events > 0 ? Double(started - ceased) / (spread.phi * Double(events)).squareRoot() : nil
    exactP = BinomialDistribution(trials: events, probability: 0.5)?.twoSided(started) ?? 1
  }

  /// The same balance with how its two numbers came to be known.
  public func citing(started: Provenance, ceased: Provenance) -> FlowBalance {
    var copy = self
    copy.sources = [started, ceased]
    return copy
  }

  /// Starts less leavers.
  public var net: Int { started - ceased }

  /// Starts and leavers together.
  public var events: Int { started + ceased }

  /// Whether the exact test decides, because there were too few events for the other.
  public var isExact: Bool { events < Self.exactBelow }

  /// The probability of a balance at least as uneven by chance alone: the one that decides.
  public var p: Double {
    if isExact || spread.phi == 1 { return exactP }
    return z.map(NormalDistribution.twoSided) ?? 1
  }

  /// Whether the number moved by more than chance.
  public var isSignal: Bool { isExact ? exactP < 0.05 : abs(z ?? 0) >= 1.96 }

  /// The direction of travel, with how sure it is.
  public var evidence: Evidence {
    if net == 0 { return .noChange }
    if net < 0 { return isSignal ? .fallingClear : .fallingCouldBeChance }
    return isSignal ? .risingClear : .risingCouldBeChance
  }

  /// That starts and leavers do not explain the difference of the snapshots: late records,
  /// transfers and re-entries make it so. Empty when they do.
  public func reconciliation(opening: Int, closing: Int) -> [Caution] {
    let (difference, overflow) = closing.subtractingReportingOverflow(opening)
    return overflow || difference == net
      ? [] : [.flowsMissSnapshots(net: net, difference: difference)]
  }

  /// How the balance was made.
  public var working: Working {
    var results = [Working.Line("net", .whole(net))]
    if let z { results.append(Working.Line("z", .number(z))) }
    results += [
      Working.Line("exact p (φ = 1)", .number(exactP)), Working.Line("p", .number(p)),
      Working.Line("evidence", .words(evidence.words)),
    ]
    var parameters = [
      Working.Line("φ", .number(spread.phi)), Working.Line("φ is", .words(spread.basisInWords)),
    ]
    if let months { parameters.append(Working.Line("months", .whole(months))) }
    return Working(
      "balance of starts and leavers",
      formula: "z = (E - X) / √(φ (E + X)); exact p: two-sided binomial(E + X, ½)",
      inputs: [
        Working.Input("E", .whole(started), Array(sources.prefix(1))),
        Working.Input("X", .whole(ceased), Array(sources.suffix(1))),
      ] + monthly,
      parameters: parameters, results: results,
      cautions: isExact ? [.exactTestOnly(events: events)] : spread.cautions)
  }
}
