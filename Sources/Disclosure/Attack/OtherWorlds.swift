extension ControlledRelease {
  /// Worlds other than the true one that fit everything published: in each hidden figures have other
  /// numbers, and every figure that could be another is another in at least one of them.
  ///
  /// Whatever a paper says must be said in all of them, or it tells one from another.
  ///
  /// - Throws: `DisclosureError`, which a controlled release does not give cause for.
  public func otherWorlds() throws -> [[FigureID: Int]] {
    let gone = Set(merged.flatMap { $0.parts.flatMap { $0 } })
    let ledger = try Ledger(release, merged: gone)
    let marks = Marks(ledger, policy, hiding: Set(hidden.keys))
    let names = Dictionary(grouping: release.figures.map(\.id)) { ledger.index[$0] ?? -1 }
    var seen = Set<Int>()
    var groups: [[[Int: Int]]] = []
    for start in ledger.variables.indices where marks[start] != nil && !seen.contains(start) {
      guard let puzzle = Puzzle(marks, around: start) else { continue }
      seen.formUnion(puzzle.variables)
      let worlds = worlds(of: puzzle, marks, names)
      if !worlds.isEmpty { groups.append(worlds) }
    }
    return (0..<(groups.map(\.count).max() ?? 0)).map { number in
      var world: [FigureID: Int] = [:]
      for group in groups {
        for (variable, value) in group[number % group.count] {
          for name in names[variable] ?? [] { world[name] = value }
        }
      }
      return world
    }
  }

  /// The worlds of figures that are tied together: each figure once above and once below its true
  /// number, as far away as it can be, where it can.
  private func worlds(
    of puzzle: Puzzle, _ marks: Marks, _ names: [Int: [FigureID]]
  ) -> [[Int: Int]] {
    var found: [[Int: Int]] = []
    let attacker = Attacker(policy)
    for variable in puzzle.variables {
      let truth = marks.ledger.variables[variable].value
      let isKnown = { (isAbove: Bool) in
        found.contains { world in
          world[variable].map { isAbove ? $0 > truth : $0 < truth } ?? false
        }
      }
      for isAbove in [true, false] where !isKnown(isAbove) {
        let range = names[variable]?.first.flatMap { ranges[$0] }
        if let world = attacker.world(variable, above: isAbove, range, marks) {
          found.append(world)
        }
      }
    }
    return found
  }
}

extension Attacker {
  /// A world in which a number is greater, or less, than it is: far from it where the search finds
  /// one, or else the nearest.
  ///
  /// - Parameter known: what the number can be, where that has been worked out.
  fileprivate func world(
    _ variable: Int, above isAbove: Bool, _ known: PossibleNumbers?, _ marks: Marks
  ) -> [Int: Int]? {
    guard let puzzle = Puzzle(marks, around: variable) else { return nil }
    let truth = puzzle.truth[0]
    let range = known ?? range(of: variable, marks)
    let far = isAbove ? range.highest ?? truth + 40 : range.lowest ?? truth - 40
    let elimination = LinearElimination(puzzle.equations.rows)
    let reach =
      isAbove ? truth + 1...max(truth + 1, puzzle.limit) : min(truth - 1, -puzzle.limit)...truth - 1
    for numbers in [far...far, reach]
    where isAbove ? numbers.lowerBound > truth : numbers.upperBound < truth {
      var search = PuzzleSearch(puzzle, elimination, stepLimit: stepLimit)
      if case .found(let solution) = search.solution(0, in: numbers) {
        return Dictionary(zip(puzzle.variables, solution)) { first, _ in first }
      }
    }
    return nil
  }
}

extension Marks {
  /// The marks of a release of which these figures are not shown.
  init(_ ledger: Ledger, _ policy: DisclosurePolicy, hiding hidden: Set<FigureID>) {
    self.init(ledger, policy)
    for variable in Set(hidden.compactMap { ledger.index[$0] })
    where self[variable] == nil && !ledger.variables[variable].wasShown {
      hide(variable)
    }
  }
}
