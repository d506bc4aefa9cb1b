import Glibc

/// How children come and go together, so that flows vary φ times as much as single children would.
///
/// A share of the children is in groups of one size who enter, move and leave together, the rest on
/// their own: of `n` children, `n (1 - w + g w)` then stands where `n` stood in the variance, and
/// `w = (φ - 1) / (g - 1)` makes that `φ n`.
struct SiblingGroups: Equatable {
  /// The children in a group, 2 or more.
  let size: Int

  /// The share of children who are in groups, 0 to 1.
  let share: Double

  /// The groups for each child.
  private let perChild: Double

  /// Groups that give a spread.
  ///
  /// - Parameters:
  ///   - spread: φ, 1 or more.
  ///   - size: the size of a group; the smallest that leaves some children on their own when nil.
  init(spread: Double, size: Int? = nil) {
    let spread = spread.isFinite ? min(max(spread, 1), 1e4) : 1
    let size = size ?? Int(spread.rounded(.up)) + 1
    self.size = max(size, 2)
    share = min(1, (spread - 1) / Double(self.size - 1))
    perChild = share / Double(self.size)
  }

  /// The groups among a number of children.
  ///
  /// - Parameter rounding: 0 to 1, by which a part of a group is rounded: up when the two are more
  ///   than 1 together.
  @inline(__always)
  func groups(among children: Int, rounding: Double) -> Int {
    guard share > 0, children >= size else { return 0 }
    let wanted = Int(perChild * Double(children) + rounding)
    // The share being 1 at most, this is one too many at most.
    return wanted &* size > children ? wanted &- 1 : wanted
  }

  /// Children who come alone and in groups, so many on average.
  func children(mean: Double, _ stream: inout some UniformSource) -> Int {
    let (single, groups) = parts(mean: mean, &stream)
    return single + size * groups
  }

  /// Children who come alone, and groups: so many children together on average.
  func parts(
    mean: Double, _ stream: inout some UniformSource
  ) -> (single: Int, groups: Int) {
    let (alone, groups) = (mean * (1 - share), mean * share / Double(size))
    let (first, second) = (stream.next(), stream.next())
    let single = alone > 0 ? Sampling.poisson(alone, none: exp(-alone), first, &stream) : 0
    guard groups > 0 else { return (single, 0) }
    return (single, Sampling.poisson(groups, none: exp(-groups), second, &stream))
  }

  /// What stands for φ among so many children: less than it where they are too few for groups.
  func effectiveSpread(among children: Double) -> Double {
    guard children > 0 else { return 1 }
    let groups = min(
      share * children / Double(size), (children / Double(size)).rounded(.down))
    return 1 + Double(size - 1) * Double(size) * groups / children
  }
}
