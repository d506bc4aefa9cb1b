/// What an attacker can tell of a number that he does not see.
enum Mark: Equatable {
  /// It is small.
  case small
  /// It moved by a few since it was last shown.
  case smallChange
  /// It is not small: it is hidden for another's sake.
  case large
  /// It was hidden before, for a reason and under a threshold of that time.
  case before(Hidden.Reason, Int)
  /// Nothing: it stands nowhere.
  case unpublished
}

/// Which variables of a ledger the attacker does not see, and what he can tell of them.
struct Marks {
  let ledger: Ledger
  let policy: DisclosurePolicy

  /// A mark for each variable; nil for a number that everyone sees.
  private(set) var marks: [Mark?]

  /// The marks of a release before any figure is hidden for another's sake.
  init(_ ledger: Ledger, _ policy: DisclosurePolicy) {
    self.ledger = ledger
    self.policy = policy
    marks = ledger.variables.map { variable in
      if variable.isOpen || variable.wasShown { return nil }
      if let before = variable.hiddenBefore { return .before(before.reason, before.threshold) }
      guard variable.isPlanned else { return .unpublished }
      return variable.isSigned || !policy.small.contains(variable.value) ? nil : .small
    }
    guard policy.hidesSmallChanges else { return }
    for (place, variable) in ledger.variables.enumerated() where marks[place] == nil {
      guard variable.isPlanned, !variable.wasShown, !variable.isOpen,
        let before = shownBefore(place),
        (1...policy.threshold).contains(abs(variable.value - before))
      else { continue }
      marks[place] = .smallChange
    }
  }

  subscript(variable: Int) -> Mark? { marks[variable] }

  /// Hides a number for another's sake.
  mutating func hide(_ variable: Int) { marks[variable] = .large }

  /// Shows such a number again.
  mutating func show(_ variable: Int) { marks[variable] = nil }

  /// Whether a number must not be found out.
  func isSensitive(_ variable: Int) -> Bool {
    let number = ledger.variables[variable]
    guard let mark = marks[variable], !number.isSigned else { return false }
    return policy.small.contains(number.value) || mark == .small || mark == .smallChange
      || [.small, .smallChange].contains(number.hiddenBefore?.reason)
  }

  /// Whether a number may be hidden for another's sake: it is to be shown now, was not shown before,
  /// and a shown nought tells who is not there, not who is.
  func mayHide(_ variable: Int, totals: Bool) -> Bool {
    let number = ledger.variables[variable]
    guard marks[variable] == nil, number.isPlanned, !number.wasShown, !number.isOpen else {
      return false
    }
    if number.isTotal || number.isSigned { return totals }
    return number.value > policy.threshold
  }

  /// Whether what a statement says is published.
  func isPublished(_ statement: Ledger.Statement) -> Bool {
    statement.unless.allSatisfy { !takesDown($0) }
  }

  /// Whether a number takes down with it what is worked out from it.
  func takesDown(_ variable: Int) -> Bool {
    switch marks[variable] {
    case nil: false
    case .unpublished: ledger.variables[variable].isMerged || isSensitive(variable)
    case .small, .smallChange, .large, .before: true
    }
  }

  /// The number that the same category had when it was last seen; nil when it was not.
  private func shownBefore(_ variable: Int) -> Int? {
    guard let before = ledger.variables[variable].follows, marks[before] == nil else { return nil }
    return ledger.variables[before].value
  }

  // MARK: - What a number can be

  /// The numbers that a hidden one can be for all its mark says, in rising ranges. They hold the true
  /// number: knowledge of the rule that would be wrong is not given to the attacker.
  func possible(_ variable: Int) -> [ClosedRange<Int>] {
    let number = ledger.variables[variable]
    let anything = [(number.isSigned ? -Ledger.unlimited : 0)...Ledger.unlimited]
    guard let mark = marks[variable], !number.isSigned else { return anything }
    var ranges: [ClosedRange<Int>]
    switch mark {
    case .unpublished: return anything
    case .small: ranges = [policy.small]
    case .smallChange: ranges = changed(variable, policy.threshold) ?? anything
    case .large: ranges = large(variable, policy.threshold)
    case .before(let reason, let threshold):
      switch reason {
      case .small: ranges = [(policy.showsZero ? 1 : 0)...max(1, threshold)]
      case .smallChange: ranges = changed(variable, threshold) ?? anything
      case .protectsAnother, .withheld: ranges = large(variable, max(0, threshold))
      case .derived, .hiddenBefore, .merged: ranges = anything
      }
    }
    ranges = ranges.filter { !$0.isEmpty }
    return ranges.contains { $0.contains(number.value) } ? ranges : anything
  }

  /// A move of 1 to the threshold either way, to a number that is not small.
  private func changed(_ variable: Int, _ threshold: Int) -> [ClosedRange<Int>]? {
    guard let before = shownBefore(variable), threshold > 0 else { return nil }
    let least = threshold + 1
    return [(before - threshold, before - 1), (before + 1, before + threshold)].compactMap {
      let low = max($0.0, least)
      return low <= $0.1 ? low...$0.1 : nil
    }
  }

  /// Above the threshold, not a small move, and no greater than what is shown beside it.
  private func large(_ variable: Int, _ threshold: Int) -> [ClosedRange<Int>] {
    let least = threshold + 1
    let most = nextSmallest(variable) ?? Ledger.unlimited
    guard least <= most else { return [] }
    guard policy.hidesSmallChanges, let before = shownBefore(variable) else { return [least...most] }
    let pieces = [
      (least, before - threshold - 1), (before, before), (before + threshold + 1, most),
    ]
    return pieces.compactMap {
      let (low, high) = (max($0.0, least), min($0.1, most))
      return low <= high ? low...high : nil
    }
  }

  /// The smallest number shown in a line with this one that could have been hidden in its place, now
  /// or in the paper that hid it, where this one is no greater.
  private func nextSmallest(_ variable: Int) -> Int? {
    guard policy.attackerKnowsNextSmallest, !ledger.variables[variable].isTotal else { return nil }
    var least: Int?
    for place in ledger.touching[variable] {
      let parts = ledger.statements[place].parts
      guard parts.contains(variable),
        let shown = parts.filter({ couldHaveBeenHidden($0, for: variable) })
          .map({ ledger.variables[$0].value }).min(),
        ledger.variables[variable].value <= shown
      else { continue }
      least = min(least ?? shown, shown)
    }
    return least
  }

  private func couldHaveBeenHidden(_ other: Int, for variable: Int) -> Bool {
    guard case .before(_, let threshold) = marks[variable] else {
      return mayHide(other, totals: false)
    }
    let number = ledger.variables[other]
    return marks[other] == nil && number.wasShown && !number.isTotal && !number.isSigned
      && !number.isOpen && number.value > threshold
  }
}
