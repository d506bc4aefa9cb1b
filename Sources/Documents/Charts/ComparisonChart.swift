/// One figure beside others of its kind, each with its interval, on an axis from nought.
public struct ComparisonChart: Equatable, Sendable {
  /// One area or group.
  public struct Item: Equatable, Sendable {
    /// The area for machines.
    public var id: String
    /// The area for people, with its year where it differs: `England, March 2019`.
    public var name: String
    /// The figure; nil when it is not published.
    public var value: ExactNumber?
    /// The lower end of the interval.
    public var lower: ExactNumber?
    /// The upper end of the interval.
    public var upper: ExactNumber?
    /// Whether this is the one that the others are compared with.
    public var isSubject: Bool
    /// What the comparison says, in a word or two: `higher`, `similar`, `lower`.
    public var outcome: String?

    /// Makes an item.
    public init(
      id: String, name: String, value: ExactNumber?, lower: ExactNumber? = nil,
      upper: ExactNumber? = nil, isSubject: Bool = false, outcome: String? = nil
    ) {
      self.id = id
      self.name = name
      self.value = value
      self.lower = lower
      self.upper = upper
      self.isSubject = isSubject
      self.outcome = outcome
    }
  }

  /// The items, in reading order.
  public var items: [Item]

  /// What the interval is, such as `95% confidence interval`.
  public var intervalName: String

  /// Makes a comparison.
  public init(items: [Item], intervalName: String = "95% confidence interval") {
    self.items = items
    self.intervalName = intervalName
  }
}
