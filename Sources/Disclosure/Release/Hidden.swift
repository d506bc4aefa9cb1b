/// Why a figure is not shown, as `c` in data and `[c]` in tables that people read.
public struct Hidden: Equatable, Sendable {
  /// The rule that hides a figure.
  public enum Reason: String, CaseIterable, Sendable {
    /// Primary: so few children that they could be recognised.
    case small
    /// Primary: it moved by so few children since it was last published that they could be.
    case smallChange
    /// Secondary: with the others that are shown it would give a primary one away.
    case protectsAnother
    /// Derived: it is worked out from a hidden figure.
    case derived
    /// It was hidden in an earlier publication.
    case hiddenBefore
    /// Its row was put together with others.
    case merged
    /// Nothing less would do: all that leads to a primary figure is held back.
    case withheld
  }

  /// The rule.
  public var reason: Reason

  /// The figures that it was hidden for: those it protects, or those it is worked out from.
  public var because: [FigureID]

  /// Makes a reason.
  public init(_ reason: Reason, because: [FigureID] = []) {
    self.reason = reason
    self.because = because
  }
}
