/// A figure as a public paper had it: shown for good, or hidden for a reason.
public struct DisclosedFigure: Hashable, Sendable {
  /// What names the figure throughout all papers.
  public let figure: String

  /// The number that was shown; nil where it was hidden.
  public let value: Int?

  /// Why it was hidden; nil where it was shown.
  public let reason: String?

  /// The threshold of that time.
  public let threshold: Int

  /// Makes a published figure.
  public init(figure: String, value: Int?, reason: String?, threshold: Int) {
    self.figure = figure
    self.value = value
    self.reason = reason
    self.threshold = threshold
  }
}
