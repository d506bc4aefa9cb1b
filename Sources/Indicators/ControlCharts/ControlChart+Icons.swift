extension ControlChart {
  /// The kind of variation of the latest point; nil with too few points for an icon.
  public func variation(aim: PreferredDirection = .neutral) -> VariationIcon? {
    showsIcons ? latest.map { VariationIcon($0.signals, aim: aim) } : nil
  }

  /// Whether a target can be relied on; nil with too few points or where nothing is aimed at.
  public func assurance(target: Double, aim: PreferredDirection) -> AssuranceIcon? {
    guard showsIcons, let limits = segments.last?.limits else { return nil }
    return AssuranceIcon(limits, target: target, aim: aim)
  }
}
