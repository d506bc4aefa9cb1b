/// What names a figure throughout a release, such as `oct-2020/adoption`.
public struct FigureID: Hashable, Comparable, Sendable, ExpressibleByStringInterpolation,
  CustomStringConvertible
{
  /// The id as text.
  public let text: String

  /// Makes an id.
  public init(_ text: String) { self.text = text }

  /// Makes an id.
  public init(stringLiteral value: String) { text = value }

  /// The id as text.
  public var description: String { text }

  /// In the order of the text.
  public static func < (left: FigureID, right: FigureID) -> Bool { left.text < right.text }
}

/// A whole number of a release: a cell of a table, and every bar or sentence that shows the same.
public struct Figure: Equatable, Sendable {
  /// What a figure counts, which settles whether it has to be hidden and how readily it may be.
  public enum Kind: Equatable, Sendable {
    /// Children. Hidden when small, and hidden to protect another.
    case count
    /// Children, added up from others. Hidden when small; to protect another only where nothing
    /// else helps.
    case total
    /// A number that may be below nought, such as a net change. Never small by itself; hidden with
    /// what it is worked out from, and like a total where nothing else helps.
    case difference
    /// A number that names nobody and that everyone may know, such as a population, a sum of money,
    /// another authority's figure, or what the cohorts leave over. Never hidden.
    case open
  }

  /// Whether people have seen the figure, or are to see it.
  public enum Publication: Equatable, Sendable {
    /// It is to be published now, unless it has to be hidden.
    case planned
    /// It was published before: everyone knows it.
    case shownBefore
    /// It was hidden before, for this reason, under this threshold. It stays hidden, and must not
    /// be opened by what is published now.
    case hiddenBefore(Hidden.Reason, threshold: Int)
    /// It is published nowhere. Name such a figure where published ones lead to it, such as the
    /// difference of two totals.
    case unpublished
  }

  /// The id, unique in a release.
  public var id: FigureID

  /// What the figure is, in words for the officer who reads why it is hidden.
  public var name: String

  /// The true number: 0 or more, below nought for a difference or an open figure only; at most
  /// 1,000,000,000 either way.
  public var value: Int

  /// What the figure counts.
  public var kind: Kind

  /// Whether people have seen it, or are to see it.
  public var publication: Publication

  /// The same category's figure in the period before, where the two are published so close together
  /// that a move between them is a few children. Leave it out for totals and for longer spans.
  public var follows: FigureID?

  /// Makes a figure.
  public init(
    _ id: FigureID, _ value: Int, name: String? = nil, kind: Kind = .count,
    publication: Publication = .planned, follows: FigureID? = nil
  ) {
    self.id = id
    self.name = name ?? id.text
    self.value = value
    self.kind = kind
    self.publication = publication
    self.follows = follows
  }
}
