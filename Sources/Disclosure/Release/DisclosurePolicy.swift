/// How a council controls disclosure, and what the attacker is taken to know of it.
public struct DisclosurePolicy: Equatable, Sendable {
  /// Counts from 1 to this are small: 5 by the Department for Education's rule, 10 by some local
  /// ones. 2 to 100; 1 would hide a number only to say which it is.
  public var threshold: Int

  /// Whether 0 is shown, as the Department for Education does. Where it is not, every 0 is hidden
  /// like a small number, and a hidden small number may be 0.
  public var showsZero: Bool

  /// Whether a category is hidden that moved by 1 to the threshold since its last publication.
  public var hidesSmallChanges: Bool

  /// Whether the attacker also knows that the next smallest of a line is what gets hidden, so that a
  /// figure hidden to protect another is no greater than those shown beside it. He is given this only
  /// where it is true.
  public var attackerKnowsNextSmallest: Bool

  /// How many figures may be hidden to protect one, before rows are merged: 1 to 6.
  public var mostExtra: Int

  /// How many sets of figures are tried to protect one before rows are merged.
  public var searchLimit: Int

  /// How many steps the attacker's search may take to decide one question; what is not decided by
  /// then counts as open.
  public var stepLimit: Int

  /// Makes a policy.
  public init(
    threshold: Int = 5, showsZero: Bool = true, hidesSmallChanges: Bool = true,
    attackerKnowsNextSmallest: Bool = true, mostExtra: Int = 4, searchLimit: Int = 4_000,
    stepLimit: Int = 20_000
  ) {
    self.threshold = threshold
    self.showsZero = showsZero
    self.hidesSmallChanges = hidesSmallChanges
    self.attackerKnowsNextSmallest = attackerKnowsNextSmallest
    self.mostExtra = mostExtra
    self.searchLimit = searchLimit
    self.stepLimit = stepLimit
  }

  /// The counts that are hidden for being small.
  var small: ClosedRange<Int> { (showsZero ? 1 : 0)...max(1, threshold) }
}
