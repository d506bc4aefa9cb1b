import Disclosure

/// An attacker written apart from the engine, to break what it lets out: he reads the printed figures,
/// writes down what they say, and tries number after number.
///
/// He shares nothing with the engine but the values of a release. He tries values near the true ones
/// first, which finds his second world sooner and changes nothing about whether there is one.
struct BruteForceAttacker {
  /// A published sentence about hidden numbers.
  struct Line {
    var terms: [(Int, Int)]
    var low: Int
    var high: Int
  }

  private(set) var names: [FigureID] = []
  private var truth: [Int] = []
  private var domain: [[Int]] = []
  /// The same, the nearest to the true one first.
  private var near: [[Int]] = []
  private var lines: [Line] = []
  private var linesOf: [[Int]] = []
  /// The sensitive ones.
  private(set) var sensitive: [FigureID] = []
  private(set) var steps = 0
  /// The greatest number that he tries.
  let most: Int

  /// Reads a release as printed.
  init(
    _ release: Release, hidden: [FigureID: Hidden.Reason], threshold: Int, most: Int,
    knowsNextSmallest: Bool
  ) {
    self.most = most
    var isSeen: [FigureID: Bool] = [:]
    var value: [FigureID: Int] = [:]
    for figure in release.figures {
      value[figure.id] = figure.value
      switch figure.publication {
      case .planned: isSeen[figure.id] = hidden[figure.id] == nil
      case .shownBefore: isSeen[figure.id] = true
      case .hiddenBefore, .unpublished: isSeen[figure.id] = figure.kind == .open
      }
      if figure.kind == .open { isSeen[figure.id] = true }
    }
    // One number shown anywhere is known everywhere.
    var isNews = true
    while isNews {
      isNews = false
      for relation in release.relations where relation.terms.count == 2 {
        let (one, other) = (relation.terms[0].figure, relation.terms[1].figure)
        if relation.terms[0].coefficient + relation.terms[1].coefficient == 0,
          isSeen[one] != isSeen[other]
        {
          isSeen[one] = true
          isSeen[other] = true
          isNews = true
        }
      }
    }
    var place: [FigureID: Int] = [:]
    for figure in release.figures where isSeen[figure.id] == false {
      place[figure.id] = names.count
      names.append(figure.id)
      truth.append(figure.value)
      let isSmall = (1...threshold).contains(figure.value) && figure.kind != .difference
      var reason = hidden[figure.id]
      if case .hiddenBefore(let before, _) = figure.publication { reason = before }
      if isSmall || reason == .smallChange { sensitive.append(figure.id) }
      let all = Array((figure.kind == .difference ? -most : 0)...most)
      let before = figure.follows.flatMap { isSeen[$0] == true ? value[$0] : nil }
      var fits: (Int) -> Bool = { _ in true }
      if figure.kind != .difference {
        switch reason {
        case .small: fits = { (1...threshold).contains($0) }
        case .smallChange:
          if let before { fits = { $0 > threshold && (1...threshold).contains(abs($0 - before)) } }
        case .protectsAnother, .withheld:
          var cap = most
          if knowsNextSmallest, figure.kind == .count {
            for relation in release.relations where relation.parts.contains(figure.id) {
              let beside = release.figures.filter {
                // The paper that hid it has its neighbours too: shown there, or in this one.
                relation.parts.contains($0.id) && $0.kind == .count && $0.value > threshold
                  && isSeen[$0.id] == true
                  && ($0.publication == .planned) == (figure.publication == .planned)
              }
              if let least = beside.map(\.value).min(), figure.value <= least {
                cap = min(cap, least)
              }
            }
          }
          fits = { number in
            guard number > threshold, number <= cap else { return false }
            return before.map { !(1...threshold).contains(abs(number - $0)) } ?? true
          }
        default: break
        }
      }
      let kept = all.filter(fits)
      let last = kept.contains(figure.value) ? kept : all
      domain.append(last)
      near.append(last.sorted { abs($0 - figure.value) < abs($1 - figure.value) })
    }
    func add(_ terms: [(FigureID, Int)], _ low: Int, _ high: Int) {
      var known = 0
      var unknown: [Int: Int] = [:]
      for (id, factor) in terms {
        if let number = place[id] {
          unknown[number, default: 0] += factor
        } else {
          known += factor * (value[id] ?? 0)
        }
      }
      unknown = unknown.filter { $0.value != 0 }
      guard !unknown.isEmpty else { return }
      lines.append(
        Line(
          terms: unknown.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }, low: low - known,
          high: high - known))
    }
    for relation in release.relations {
      add(relation.terms.map { ($0.figure, $0.coefficient) }, 0, 0)
    }
    for derived in release.derived {
      switch derived.publication {
      case .planned: guard hidden[derived.id] == nil else { continue }
      case .shownBefore: break
      case .hiddenBefore, .unpublished: continue
      }
      switch derived.formula {
      case .difference(let one, let other):
        let printed = (value[one] ?? 0) - (value[other] ?? 0)
        add([(one, 1), (other, -1)], printed, printed)
      case .ratio(let part, let whole, let times, let decimals):
        // Every case of the tests has a whole that is known: which parts print the same?
        guard place[part] != nil, place[whole] == nil else { continue }
        let scale = (0..<decimals).reduce(times) { product, _ in product * 10 }
        let below = value[whole] ?? 1
        func printed(_ count: Int) -> Int { (2 * count * scale + below) / (2 * below) }
        let fits = (0...most).filter { printed($0) == printed(value[part] ?? 0) }
        if let low = fits.first, let high = fits.last { add([(part, 1)], low, high) }
      case .rounded, .other: continue
      }
    }
    linesOf = Array(repeating: [], count: names.count)
    for (number, line) in lines.enumerated() {
      for term in line.terms { linesOf[term.0].append(number) }
    }
  }

  /// Whether any other number than the true one fits everything; nil when he gives up.
  mutating func findsAnother(_ id: FigureID, giveUpAfter limit: Int = 400_000) -> Bool? {
    guard let number = names.firstIndex(of: id) else { return false }
    steps = 0
    var gaveUp = false
    for value in near[number] where value != truth[number] {
      switch fits([number: value], limit) {
      case true?: return true
      case false?: break
      case nil: gaveUp = true
      }
    }
    return gaveUp ? nil : false
  }

  /// Every number that fits; nil when he gives up.
  mutating func numbers(_ id: FigureID, giveUpAfter limit: Int = 400_000) -> [Int]? {
    guard let number = names.firstIndex(of: id) else { return nil }
    steps = 0
    var result: [Int] = []
    for value in domain[number] {
      guard let does = fits([number: value], limit) else { return nil }
      if does { result.append(value) }
    }
    return result
  }

  /// The one number that an equation leaves to its last unknown; all of them where it is none.
  private func settled(_ number: Int, _ line: Line?, _ given: [Int?]) -> [Int] {
    guard let line, line.low == line.high,
      let factor = line.terms.first(where: { $0.0 == number })?.1
    else { return near[number] }
    let rest = line.terms.reduce(line.low) { $0 - $1.1 * (given[$1.0] ?? 0) }
    guard rest % factor == 0, domain[number].contains(rest / factor) else { return [] }
    return [rest / factor]
  }

  private mutating func fits(_ start: [Int: Int], _ limit: Int) -> Bool? {
    var given = [Int?](repeating: nil, count: names.count)
    for (number, value) in start { given[number] = value }
    return extend(&given, start.keys.first ?? 0, limit)
  }

  /// Fills in one number after another, those beside the last first, and looks at each line as it
  /// fills.
  private mutating func extend(_ given: inout [Int?], _ last: Int, _ limit: Int) -> Bool? {
    steps += 1
    guard steps < limit else { return nil }
    for line in linesOf[last] where !canHold(lines[line], given) { return false }
    // The line that has numbers already and lacks the fewest; else any number: it is free.
    var next: Int?
    var filled: Line?
    var fewest = Int.max
    for line in lines {
      var open = 0
      var candidate = 0
      var begun = false
      for (number, _) in line.terms {
        if given[number] == nil {
          if open == 0 || domain[number].count < domain[candidate].count { candidate = number }
          open += 1
        } else {
          begun = true
        }
      }
      guard open > 0, begun else { continue }
      // One lacking is settled; of the others, the number with the fewest left to try.
      let rank = open == 1 ? 1 : 1 + domain[candidate].count
      if rank < fewest { (fewest, next, filled) = (rank, candidate, line) }
    }
    // What no begun line holds is as it truly is in one world, and that world fits.
    guard let next else { return true }
    let values = fewest == 1 ? settled(next, filled, given) : near[next]
    for value in values {
      given[next] = value
      let result = extend(&given, next, limit)
      given[next] = nil
      if result != false { return result }
    }
    return false
  }

  private func canHold(_ line: Line, _ given: [Int?]) -> Bool {
    var (low, high) = (0, 0)
    for (number, factor) in line.terms {
      if let value = given[number] {
        low += factor * value
        high += factor * value
      } else {
        let ends = [domain[number][0], domain[number][domain[number].count - 1]].map { $0 * factor }
        low += min(ends[0], ends[1])
        high += max(ends[0], ends[1])
      }
    }
    return low <= line.high && high >= line.low
  }
}
