extension History {
  /// The month that is meant where none is named: the newest that has a snapshot or, where no number
  /// of children is recorded, the newest of anything else that is counted or written, or
  /// else of the cases.
  public var monthInView: Month? {
    if let latestMonth { return latestMonth }
    let counted = catalogue.measures.lazy
      .filter { ![.reference, .setting].contains($0.kind) }
      .compactMap { self.observations(of: $0.id).last?.period.lastMonth }
      .max()
    return counted ?? cases.lastMonth
  }
}
