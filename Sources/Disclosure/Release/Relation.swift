/// What holds between whole numbers of a release for certain, as anyone can see: their sum, each
/// times its coefficient, is nought.
public struct Relation: Equatable, Sendable {
  /// A figure and what it is multiplied by.
  public struct Term: Equatable, Sendable {
    /// The figure.
    public var figure: FigureID
    /// The multiplier: not 0, at most 1,000 either way.
    public var coefficient: Int

    /// Makes a term.
    public init(_ figure: FigureID, times coefficient: Int = 1) {
      self.figure = figure
      self.coefficient = coefficient
    }
  }

  /// What the relation is, in words within a sentence: `the row of October 2020`.
  public var name: String

  /// The terms.
  public var terms: [Term]

  /// The parts of a total, where the relation is one: the next smallest of them is hidden first.
  public var parts: [FigureID]

  /// Makes a relation.
  public init(_ name: String, terms: [Term], parts: [FigureID] = []) {
    self.name = name
    self.terms = terms
    self.parts = parts
  }

  /// A total and its parts: a row, a column, the cohorts with what they leave over.
  public static func total(_ total: FigureID, of parts: [FigureID], _ name: String? = nil)
    -> Relation
  {
    Relation(
      name ?? "the parts of \(total)",
      terms: [Term(total)] + parts.map { Term($0, times: -1) }, parts: parts)
  }

  /// The same number in two places: a table's total that is a cell of another, a month that an
  /// earlier paper had.
  public static func same(_ one: FigureID, _ other: FigureID) -> Relation {
    Relation("\(one) and \(other)", terms: [Term(one), Term(other, times: -1)])
  }

  /// What a month made of the number before it: `opening + joined − left = closing`.
  public static func movement(
    from opening: FigureID, joined: FigureID, left: FigureID, to closing: FigureID
  ) -> Relation {
    Relation(
      "the movement from \(opening) to \(closing)",
      terms: [Term(opening), Term(joined), Term(left, times: -1), Term(closing, times: -1)])
  }

  /// A change, as a figure of its own: `change = now − before`.
  public static func change(_ change: FigureID, from before: FigureID, to now: FigureID)
    -> Relation
  {
    Relation(
      "the change from \(before) to \(now)",
      terms: [Term(now), Term(before, times: -1), Term(change, times: -1)])
  }

  /// The two figures of a plain equality; a total of one part is one.
  var equals: (FigureID, FigureID)? {
    guard terms.count == 2, terms[0].coefficient == -terms[1].coefficient else { return nil }
    return (terms[0].figure, terms[1].figure)
  }
}
