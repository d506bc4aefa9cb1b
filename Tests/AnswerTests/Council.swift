import LookedAfter
import PromptSession
import Testing

/// A prompt on a made-up council with two years of joiners, leavers and month-end totals, April 2023
/// to March 2025: a steady first year, and a second year as it is given. The total is 387 between.
struct Council {
  let prompt: Prompt

  /// Twelve months in which 68 came in and 111 left.
  static let falling = (
    started: [6, 5, 6, 6, 5, 6, 5, 6, 6, 6, 5, 6],
    ceased: [10, 8, 10, 10, 8, 10, 8, 10, 9, 10, 8, 10]
  )

  /// The first year: 96 came in and 122 left.
  static let before = (
    started: [Int](repeating: 8, count: 12),
    ceased: [10, 11, 10, 10, 10, 10, 10, 11, 10, 10, 10, 10]
  )

  /// - Parameters:
  ///   - started: the joiners of the second year, month by month.
  ///   - ceased: the leavers.
  init(started: [Int], ceased: [Int]) throws {
    prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    let (started, ceased) = (Self.before.started + started, Self.before.ceased + ceased)
    var total = 387 - Self.before.started.reduce(0, +) + Self.before.ceased.reduce(0, +)
    let first = try #require(Month(iso: "2023-03"))
    var lines = "\(first),total,\(total),month_end\n"
    for (index, (joined, left)) in zip(started, ceased).enumerated() {
      let month = first.advanced(by: index + 1)
      total += joined - left
      lines += "\(month),total,\(total),month_end\n\(month),started,\(joined),\n"
      lines += "\(month),ceased,\(left),\n"
    }
    let file = try prompt.folder.write("date,measure,value,basis\n" + lines, to: "council.csv")
    try prompt.type("import history \(file)")
    try prompt.type("month mar 2025")
  }
}
