import Disclosure
import TestSupport
import Testing

@Suite("An attacker with the same program")
struct SameProgramTests {
  @Test("Running it on every line that prints the same leaves him two numbers or more")
  func rerun() throws {
    var random = SeededGenerator(seed: 77)
    var sensitive = 0
    for _ in 0..<120 {
      let values = (0..<Int.random(in: 4...6, using: &random)).map { _ in
        Int.random(in: 0..<3, using: &random) == 0
          ? Int.random(in: 1...5, using: &random) : Int.random(in: 6...30, using: &random)
      }
      let hidden = try pattern(values)
      guard (2...3).contains(hidden.count) else { continue }
      let possible = try numbers(values, hidden)
      for place in hidden where values[place] <= 5 {
        sensitive += 1
        #expect((possible[place] ?? []).count > 1, "\(values), \(hidden)")
      }
    }
    #expect(sensitive > 100)
  }

  /// The places that are hidden in a line.
  private func pattern(_ values: [Int]) throws -> [Int] {
    let controlled = try DisclosureControl.apply(to: line(values))
    return values.indices.filter { controlled.hidden[FigureID("\($0)")] != nil }
  }

  /// The numbers at each hidden place in all lines that come out the same.
  private func numbers(_ values: [Int], _ hidden: [Int]) throws -> [Int: Set<Int>] {
    var result: [Int: Set<Int>] = [:]
    func fill(_ place: Int, _ left: Int, _ world: [Int]) throws {
      var world = world
      if place == hidden.count - 1 {
        world[hidden[place]] = left
        guard try pattern(world) == hidden else { return }
        for place in hidden { result[place, default: []].insert(world[place]) }
        return
      }
      for value in 0...left {
        world[hidden[place]] = value
        try fill(place + 1, left - value, world)
      }
    }
    try fill(0, hidden.reduce(0) { $0 + values[$1] }, values)
    return result
  }
}
