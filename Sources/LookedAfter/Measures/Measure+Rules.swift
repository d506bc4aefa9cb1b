extension Measure {
  /// What is wrong with a number for this measure, without capital and full stop; nil when it fits.
  ///
  /// Children are counted in whole numbers of 0 or more; a rating is a level of the key. Sums, rates
  /// and numbers needed are whole numbers of the machine: up to 100,000,000 none of them overflows.
  public func problem(with value: Quantity) -> String? {
    if value.mantissa.magnitude / powerOfTen(value.decimals).magnitude >= 100_000_000 {
      return "\(value) is too great; a figure must be less than 100,000,000"
    }
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

  /// What is wrong with recording only words, or only a number, of the measure: part of a sentence
  /// without a full stop; nil when nothing is.
  public func problem(hasValue: Bool, hasText: Bool) -> String? {
    switch kind {
    case .text where !hasText: "\(id) is recorded in words; write them in the column text"
    case .stock, .flow, .plan, .reference, .judgement:
      hasValue ? nil : "\(id) is recorded as a number; write it in the column value"
    case .text, .setting: nil
    }
  }
}
