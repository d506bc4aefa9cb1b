/// Finds what was probably meant by a misspelt word.
public enum Nearest {
  /// The names nearest to a word: at most three, and only those a slip or two away.
  ///
  /// - Parameter slips: how many slips may lie between; nil for more the longer the word is.
  public static func names(
    to word: String, among names: [String], within slips: Int? = nil
  ) -> [String] {
    let word = Array(word.lowercased())
    let allowed = slips ?? (word.count <= 3 ? 1 : word.count <= 6 ? 2 : 3)
    let near = names.filter { abs($0.count - word.count) <= allowed }.map {
      (name: $0, distance: distance(word, Array($0.lowercased())))
    }
    .filter { $0.distance <= allowed }
    guard let best = near.map(\.distance).min() else { return [] }
    return Array(near.filter { $0.distance == best }.map(\.name).prefix(3))
  }

  /// The letters to add, drop, change or swap with their neighbour to make one word of the other
  /// (optimal string alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var twoAbove: [Int] = []
    var above = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(above[column] + 1, current[column - 1] + 1, above[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, twoAbove[column - 2] + 1)
        }
        current.append(best)
      }
      (twoAbove, above) = (above, current)
    }
    return above[right.count]
  }
}
