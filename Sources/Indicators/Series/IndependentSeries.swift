/// A series whose points do not hold one another: flows and proportions.
///
/// Run rules and the limits of control charts assume independent points, so they take series of this
/// kind only. A stock does not conform: this month's children are mostly last month's, and on a stock
/// that does not really change, the rules mark something in three of four charts of 13 months.
public protocol IndependentSeries: Sendable {
  /// The values.
  var series: Series { get }

  /// The least value that there can be; nil where there is none.
  var floor: Double? { get }

  /// The greatest value that there can be; nil where there is none.
  var ceiling: Double? { get }
}
