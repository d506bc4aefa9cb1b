/// Where a chart begins anew, with a centre and limits of its own.
public struct Rebase: Equatable, Sendable {
  /// The place of the first point of the new stretch, counted from 0.
  public let index: Int

  /// The known cause of the change.
  public let reason: String

  /// When it was decided, in words or as a date; nil when that was not recorded.
  public let decided: String?

  /// How many points in a row on one side of the old centre justify a rebase.
  public static let sustainedLength = 8

  /// How many points the stretch before it keeps at least.
  public static let pointsBefore = 12

  /// Makes a rebase; whether it is allowed is found when the chart is made.
  public init(at index: Int, reason: String, decided: String? = nil) {
    self.index = index
    self.reason = reason
    self.decided = decided
  }
}
