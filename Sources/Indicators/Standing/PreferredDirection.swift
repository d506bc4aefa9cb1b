/// What is aimed at: it turns higher and lower into worse and better.
///
/// The number looked after and its rate have none by themselves: some children need care. A strategy
/// that aims at fewer sets `decrease`, and the report says who chose it.
public enum PreferredDirection: String, CaseIterable, Sendable {
  /// Neither: differences are named, not judged.
  case neutral
  /// A lower value is the improvement.
  case decrease
  /// A higher value is the improvement.
  case increase

  /// Whether a move or a difference upwards is the one aimed at; nil when neither is.
  public func favours(upwards: Bool) -> Bool? {
    switch self {
    case .neutral: nil
    case .decrease: !upwards
    case .increase: upwards
    }
  }
}
