/// The signs with which a terminal draws charts, in Unicode or in ASCII.
struct ChartSigns {
  /// Whether lines are drawn in braille dots.
  var hasDots: Bool
  var subject: Character
  var mark: Character
  var band: Character
  var innerBand: Character
  var centre: Character
  var limit: Character
  var reference: Character
  var others: [Character]
  var axis: String
  var tick: String
  var corner: String
  var base: Character
  var baseTick: Character
  /// A full block, and the eighths below it, narrowest first; none in ASCII.
  var block: Character
  var eighths: [Character]
  /// Fills that can be told apart without colour.
  var fills: [Character]
  var fall: Character
  var whisker: (left: Character, line: Character, right: Character, value: Character)
  var level: Character

  func other(_ number: Int) -> Character {
    others[max(0, number - 1) % others.count]
  }

  func fill(_ number: Int) -> Character {
    fills[max(0, number) % fills.count]
  }

  static let unicode = ChartSigns(
    hasDots: true, subject: "\u{2022}", mark: "\u{25C6}", band: "\u{2591}", innerBand: "\u{2592}",
    centre: "\u{2500}", limit: "\u{254C}", reference: "\u{2508}",
    others: ["\u{00D7}", "+", "\u{25CB}"], axis: "\u{2502}", tick: "\u{2524}", corner: "\u{2514}",
    base: "\u{2500}", baseTick: "\u{2534}", block: "\u{2588}",
    eighths: [
      "\u{258F}", "\u{258E}", "\u{258D}", "\u{258C}", "\u{258B}", "\u{258A}", "\u{2589}",
    ], fills: ["\u{2588}", "\u{2592}", "\u{2593}", "\u{2591}", "\u{259E}", "\u{2584}"],
    fall: "\u{2592}",
    whisker: ("\u{251C}", "\u{2500}", "\u{2524}", "\u{25CF}"), level: "\u{2502}")

  static let ascii = ChartSigns(
    hasDots: false, subject: "o", mark: "#", band: ":", innerBand: "%", centre: "-", limit: ".",
    reference: "'", others: ["x", "+", "*"], axis: "|", tick: "+", corner: "+", base: "-",
    baseTick: "+", block: "#", eighths: [], fills: ["#", "=", "%", ":", "/", "."], fall: "=",
    whisker: ("|", "-", "|", "O"), level: "|")
}
