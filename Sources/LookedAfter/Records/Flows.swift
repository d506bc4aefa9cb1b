/// Who became looked after and who left care in a period.
///
/// Flows are of calendar months, whereas the stock of a monthly update is of the week of the paper;
/// the two need not balance.
public struct Flows: Sendable, Equatable {
  /// The period: a month for the monthly update.
  public let period: Period

  /// Children who became looked after, by legal status.
  public let joined: Breakdown

  /// Children who left care, by reason.
  public let left: Breakdown

  /// Whether they are worked out from children's rows, and not taken from a paper or a count.
  public let isDerived: Bool
}
