extension Measure {
  /// What is wrong with a number for this measure, without capital and full stop; nil when it fits.
  ///
  /// Children are counted in whole numbers of 0 or more; a rating is a level of the key.
  public func problem(with value: Quantity) -> String? {
    if ["children", "families", "applications", "households"].contains(unit),
      value.whole == nil || value.mantissa < 0
    {
      return "\(value) is not a number of \(unit); it must be a whole number of 0 or more"
    }
    if kind == .judgement, value.whole.flatMap(ProgressLevel.init) == nil {
      return "the rating \(value) is not a level of the key; it must be 1 to 5"
    }
    return nil
  }
}
