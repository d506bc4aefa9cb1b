extension FlowBalance {
  /// The balance of the last months of two series; nil when either does not know all of them.
  ///
  /// - Parameters:
  ///   - started: those who joined, by month.
  ///   - ceased: those who left, by month.
  ///   - months: the length of the window: 3, 6 or 12.
  ///   - spread: the spread beyond chance; nil to estimate it from the whole of both series.
  public init?(
    started: FlowSeries, ceased: FlowSeries, lastMonths months: Int, spread: Spread? = nil
  ) {
    let (left, right) = (started.series, ceased.series)
    guard months > 0, left.firstMonth == right.firstMonth, left.values.count == right.values.count,
      let starts = Self.total(left.values, months), let leavers = Self.total(right.values, months)
    else { return nil }
    self.init(
      started: starts, ceased: leavers, months: months,
      spread: spread ?? Spread(started: started, ceased: ceased))
    let window = max(0, left.values.count - months)..<left.values.count
    monthly = [("E by month", left), ("X by month", right)].map { name, series in
      Working.Input(name, .words(series.words(in: window)), series.sources(in: window))
    }
  }

  /// What is said of a number that changed by so much while these starts and leavers were recorded;
  /// nil where they do not explain it: where its own change would be another verdict than theirs.
  public func evidence(ofChange change: Int) -> Evidence? {
    guard change != net else { return evidence }
    guard change.signum() == net.signum(), change.magnitude <= events.magnitude else { return nil }
    // With so few events the exact test decides, which a number without events does not have.
    if isExact { return evidence }
    let isClear = Double(change).magnitude / (spread.phi * Double(events)).squareRoot() >= 1.96
    return isClear == evidence.isClear ? evidence : nil
  }

  /// The whole sum of the last values; nil when one of them is missing.
  private static func total(_ values: [Double?], _ months: Int) -> Int? {
    guard values.count >= months else { return nil }
    var sum = CompensatedSum()
    for value in values.suffix(months) {
      guard let value else { return nil }
      sum.add(value)
    }
    return Int(exactly: sum.value)
  }
}
