extension [Observation] {
  /// The first observation that is wanted, one without a detail before all others.
  ///
  /// Papers ask this many thousand times, so no list is made of those that are wanted.
  func blankDetailFirst(where isWanted: (Observation) -> Bool) -> Observation? {
    var first: Int?
    for index in indices where isWanted(self[index]) {
      if self[index].detail.isEmpty { return self[index] }
      first = first ?? index
    }
    return first.map { self[$0] }
  }
}
