/// A figure that is worked out from whole numbers, and hidden with any of them.
public struct DerivedFigure: Equatable, Sendable {
  /// How a figure is worked out.
  public enum Formula: Equatable, Sendable {
    /// `part / whole × times`, rounded half away from zero to so many decimals: a rate per 10,000, a
    /// percentage (times 100), an average (times 1).
    case ratio(part: FigureID, whole: FigureID, times: Int, decimals: Int)
    /// One number less another.
    case difference(FigureID, minus: FigureID)
    /// A number rounded half up to the nearest multiple, such as 5 or 10.
    case rounded(FigureID, toMultipleOf: Int)
    /// Anything else that rests on these figures: an interval, a rank, percentages made to add to
    /// 100, a control limit. What it gives away cannot be worked out, so it must never have been
    /// published while one of them was hidden.
    case other([FigureID])

    /// The figures that it rests on.
    public var inputs: [FigureID] {
      switch self {
      case .ratio(let part, let whole, _, _): [part, whole]
      case .difference(let one, let other): [one, other]
      case .rounded(let figure, _): [figure]
      case .other(let figures): figures
      }
    }
  }

  /// The id, unique in a release among all figures.
  public var id: FigureID

  /// What the figure is, in words.
  public var name: String

  /// How it is worked out.
  public var formula: Formula

  /// Whether people have seen it, or are to see it. A figure shown before tells of its inputs for
  /// good, hidden or not.
  public var publication: Figure.Publication

  /// Makes a derived figure.
  public init(
    _ id: FigureID, _ formula: Formula, name: String? = nil,
    publication: Figure.Publication = .planned
  ) {
    self.id = id
    self.name = name ?? id.text
    self.formula = formula
    self.publication = publication
  }
}
