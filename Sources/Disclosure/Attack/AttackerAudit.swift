/// What can be worked out of a release in which some figures are hidden: for every one of them the
/// smallest and the largest number that fit all that is published, here and before.
///
/// The attacker knows the rule: a figure hidden for being small is 1 to the threshold, one that moved
/// a little is that near to its last value, one hidden for another's sake is above the threshold. He
/// is even told which is which, so that whoever knows less finds out no more.
///
/// The method: figures set equal are one unknown, everything published is a linear statement of
/// whole numbers, and unknowns that no statement ties together are apart. That a figure is safe is
/// proved by a second world, found by search and checked against every statement; that it is open by
/// elimination, or by ruling out all other numbers. Where the steps allowed do not decide it, it
/// counts as open.
///
/// What is not covered: an attacker who runs the whole choice of secondary figures again for each
/// possible world (the tests play him on single lines, and he finds nothing; no proof is given for
/// linked tables), and one who knows figures that no release names.
public struct AttackerAudit: Equatable, Sendable {
  /// For every figure that is not shown, what it can be.
  public let ranges: [FigureID: PossibleNumbers]

  /// The sensitive figures that can be told: hidden ones that only one number fits or that could not
  /// be decided, and small ones that are shown. Sorted.
  public let open: [FigureID]

  /// Audits a release.
  ///
  /// - Parameters:
  ///   - release: the figures and how they hang together.
  ///   - hidden: the planned figures that are not shown.
  ///   - merged: those of rows that were put together.
  ///   - policy: what must be hidden.
  /// - Throws: `DisclosureError` when the release contradicts itself or a setting is out of range.
  public init(
    _ release: Release, hidden: Set<FigureID>, merged: Set<FigureID> = [],
    policy: DisclosurePolicy = DisclosurePolicy()
  ) throws {
    try policy.check()
    let ledger = try Ledger(release, merged: merged)
    var marks = Marks(ledger, policy)
    let variables = Set(hidden.compactMap { ledger.index[$0] })
    var shownSmall = Set<Int>()
    for variable in ledger.variables.indices where ledger.variables[variable].isPlanned {
      if variables.contains(variable) {
        if marks[variable] == nil, !ledger.variables[variable].wasShown { marks.hide(variable) }
      } else if marks[variable] != nil {
        if marks.isSensitive(variable) { shownSmall.insert(variable) }
        marks.show(variable)
      }
    }
    self.init(release, marks, alsoOpen: shownSmall)
  }

  /// Audits a release whose marks are settled.
  init(_ release: Release, _ marks: Marks, alsoOpen: Set<Int> = []) {
    var attacker = Attacker(marks.policy)
    var ranges: [Int: PossibleNumbers] = [:]
    var open = alsoOpen
    for variable in marks.ledger.variables.indices where marks[variable] != nil {
      ranges[variable] = attacker.range(of: variable, marks)
      if marks.isSensitive(variable), attacker.opens(variable, marks) { open.insert(variable) }
    }
    for variable in marks.ledger.variables.indices
    where marks.ledger.variables[variable].isPlanned && marks.wasShownThoughSmall(variable) {
      open.insert(variable)
    }
    var byID: [FigureID: PossibleNumbers] = [:]
    var openIDs: [FigureID] = []
    for figure in release.figures {
      guard let variable = marks.ledger.index[figure.id] else { continue }
      byID[figure.id] = ranges[variable]
      if open.contains(variable) { openIDs.append(figure.id) }
    }
    self.ranges = byID
    self.open = openIDs.sorted()
  }
}

extension Marks {
  /// Whether a number is small that an earlier paper showed: hiding it comes too late, but it is not
  /// shown again.
  func wasShownThoughSmall(_ variable: Int) -> Bool {
    let number = ledger.variables[variable]
    return number.wasShown && !number.isOpen && !number.isSigned
      && policy.small.contains(number.value)
  }
}

extension DisclosurePolicy {
  /// Refuses settings that are out of range.
  func check() throws {
    guard (2...100).contains(threshold) else {
      throw DisclosureError.badPolicy("The threshold is \(threshold); give 2 to 100, such as 5.")
    }
    guard (1...6).contains(mostExtra), searchLimit > 0, stepLimit > 0 else {
      throw DisclosureError.badPolicy(
        "At most \(mostExtra) further figures may not be hidden for one; give 1 to 6, and limits "
          + "above 0.")
    }
  }
}
