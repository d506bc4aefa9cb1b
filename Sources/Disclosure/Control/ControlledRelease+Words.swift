extension ControlledRelease {
  /// What readers of the paper have to be told, in whole sentences that give no figure away; empty
  /// when nothing is hidden and no rows were put together.
  public var publicSentences: [String] { publicSentences(hidingOthers: false) }

  /// The same for a paper that may also hide what is no figure planned for it, such as one that an
  /// earlier paper hid.
  public func publicSentences(hidingOthers: Bool) -> [String] {
    var sentences: [String] = []
    if hidingOthers || hidden.values.contains(where: { $0.reason != .merged }) {
      let small = policy.showsZero ? "1 to \(policy.threshold)" : "0 to \(policy.threshold)"
      sentences.append(
        "[c] stands for a figure that is not shown, so that no child can be recognised: a number from "
          + "\(small), a figure worked out from a hidden one, or one that would give another away.")
    }
    for row in merged {
      sentences.append(
        "\(Self.list(row.names)) are put together as Other, so that no child can be recognised; elsewhere "
          + "each of them is [c].")
    }
    return sentences
  }

  /// What was hidden and why, for the officer who answers for the paper: one sentence for each figure,
  /// in the order of the release. Not for publication: it tells small numbers from others.
  public var explanation: [String] {
    let names = Dictionary(
      release.figures.map { ($0.id, $0.name) } + release.derived.map { ($0.id, $0.name) }
    ) { first, _ in first }
    var sentences: [String] = []
    for id in release.figures.map(\.id) + release.derived.map(\.id) {
      guard let hidden = hidden[id] else { continue }
      let because = Self.list(hidden.because.map { names[$0] ?? $0.text })
      let range = ranges[id].map { " It can be \($0.inWords)." } ?? ""
      sentences.append("\(names[id] ?? id.text) is not shown: \(reason(hidden, because)).\(range)")
    }
    for row in merged {
      sentences.append(
        "\(Self.list(row.names)) were put together, because hiding up to \(policy.mostExtra) further "
          + "figures would not have protected them.")
    }
    for id in open {
      sentences.append(
        "\(names[id] ?? id.text) can be worked out whatever is hidden now; what was published before "
          + "gives it away.")
    }
    return sentences
  }

  /// Why a figure stays hidden that an earlier publication hid, with what it can be, in a sentence for
  /// the officer; nil for any other figure.
  public func explanationOfHeld(_ figure: Figure) -> String? {
    guard case .hiddenBefore(let reason, let threshold) = figure.publication else { return nil }
    let why =
      switch reason {
      case .small: ", as a number from \(policy.showsZero ? 1 : 0) to \(threshold)"
      case .smallChange: ", as one that had moved by 1 to \(threshold)"
      case .protectsAnother, .withheld: ", because it would have given another away"
      case .derived, .hiddenBefore, .merged: ""
      }
    let range = ranges[figure.id].map { " It can be \($0.inWords)." } ?? ""
    return "\(figure.name) is not shown: it was hidden in an earlier paper\(why).\(range)"
  }

  private func reason(_ hidden: Hidden, _ because: String) -> String {
    switch hidden.reason {
    case .small:
      policy.showsZero
        ? "it is a number from 1 to \(policy.threshold)" : "it is \(policy.threshold) or less"
    case .smallChange:
      "it moved by 1 to \(policy.threshold) since it was last published"
    case .protectsAnother: "with the figures beside it, it would give away \(because)"
    case .derived: "it is worked out from \(because)"
    case .hiddenBefore: "it was hidden in an earlier paper"
    case .merged: "its row was put together with others"
    case .withheld: "no smaller set of figures protects \(because)"
    }
  }

  /// `a`, `a and b`, `a, b and c`.
  private static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
