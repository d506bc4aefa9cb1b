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

extension DerivedFigure.Formula {
  /// The value as it is printed, `mantissa / 10^decimals`, from the numbers it rests on; nil where
  /// there is none, where it would be too great, or where the formula is not known.
  func printed(_ value: (FigureID) -> Int?) -> (mantissa: Int, decimals: Int)? {
    let numbers = inputs.compactMap(value)
    guard numbers.count == inputs.count else { return nil }
    switch self {
    case .other: return nil
    case .difference: return (numbers[0] - numbers[1], 0)
    case .rounded(_, let multiple):
      guard (1...1_000_000).contains(multiple) else { return nil }
      return (multiple * floorQuotient(2 * numbers[0] + multiple, 2 * multiple), 0)
    case .ratio(_, _, let times, let decimals):
      guard numbers[1] > 0, (1...1_000_000).contains(times), (0...6).contains(decimals) else {
        return nil
      }
      let scale = (0..<decimals).reduce(2 * times) { product, _ in product * 10 }
      let (twice, overflow) = scale.multipliedReportingOverflow(by: numbers[0])
      guard !overflow, twice.magnitude < 1 << 60 else { return nil }
      // Half away from zero, of twice the scaled part over the whole.
      let size = (twice.magnitude + UInt(numbers[1])) / UInt(2 * numbers[1])
      guard size < 1 << 40 else { return nil }
      return (twice < 0 ? -Int(size) : Int(size), decimals)
    }
  }
}
