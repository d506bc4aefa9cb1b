/// Bars for each cohort over a few periods, from nought, one group of bars a cohort.
public struct BarChart: Equatable, Sendable {
  /// One period, which is one bar of each group.
  public struct Period: Equatable, Sendable {
    /// The period for machines, such as `2020-10`.
    public var id: String
    /// The period for people, such as `October 2020`.
    public var label: String

    /// Makes a period.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The bars of one cohort.
  public struct Group: Equatable, Sendable {
    /// The cohort for machines.
    public var id: String
    /// The cohort for people, in full.
    public var name: String
    /// A figure for each period; nil when it is not known.
    public var values: [ExactNumber?]

    /// Makes a group.
    public init(id: String, name: String, values: [ExactNumber?]) {
      self.id = id
      self.name = name
      self.values = values
    }
  }

  /// The periods, the latest last; beyond four a chart cannot be read.
  public var periods: [Period]

  /// The cohorts, in the order of the scheme.
  public var groups: [Group]

  /// Makes a bar chart.
  ///
  /// A group with fewer values than there are periods is filled up as not known, one with more cut.
  public init(periods: [Period], groups: [Group]) {
    self.periods = periods
    self.groups = groups.map { group in
      var group = group
      group.values = Array(group.values.prefix(periods.count))
      group.values += Array(repeating: nil, count: periods.count - group.values.count)
      return group
    }
  }
}

/// One bar of parts that make a whole: who is expected to leave, to stay, and who is in no cohort.
///
/// A part below nought, such as a net remainder where cohorts overlap, cannot be drawn; it is
/// written beside the bar.
public struct ProfileBar: Equatable, Sendable {
  /// One part.
  public struct Part: Equatable, Sendable {
    /// The part for machines.
    public var id: String
    /// The part for people, in full.
    public var name: String
    /// The figure.
    public var value: ExactNumber

    /// Makes a part.
    public init(id: String, name: String, value: ExactNumber) {
      self.id = id
      self.name = name
      self.value = value
    }
  }

  /// The parts, in reading order.
  public var parts: [Part]

  /// The whole, as it is reported; nil when it is not known.
  public var total: ExactNumber?

  /// Makes a profile bar.
  public init(parts: [Part], total: ExactNumber?) {
    self.parts = parts
    self.total = total
  }
}
