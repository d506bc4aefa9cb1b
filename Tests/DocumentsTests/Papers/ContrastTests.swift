import Testing

@testable import Documents

/// The contrast of every pair of colours that papers use, by the formula of WCAG 2.2: text 4.5 to 1
/// (1.4.3), what carries meaning in a picture 3 to 1 (1.4.11), in light and dark.
@Suite("Contrast")
struct ContrastTests {
  /// What is drawn on what, by the names of the colours.
  private struct Pair {
    var front: String
    var backs: [String]
  }

  /// Words of a page and of a chart, on everything that may lie behind them.
  private static let words =
    [
      // Labels of a chart may stand on a band or a fan; names, axes and notes on the page alone.
      Pair(front: "ink", backs: ["paper", "stripe", "band", "inner", "band2", "inner2"]),
      Pair(front: "soft", backs: ["paper", "stripe", "band"]),
      Pair(front: "link", backs: ["paper", "stripe"]),
      Pair(front: "error", backs: ["paper", "stripe"]),
      Pair(front: "warning", backs: ["paper", "stripe"]),
      Pair(front: "prompt", backs: ["paper", "stripe"]),
    ] + (1...6).map { Pair(front: "on\($0)", backs: ["c\($0)"]) }

  /// Lines, marks and the edges of bars.
  private static let shapes =
    (1...6).map { Pair(front: "c\($0)", backs: ["paper"]) } + [
      Pair(front: "c1", backs: ["band", "paper"]),
      Pair(front: "ink", backs: ["paper", "band", "inner", "t3"]),
      Pair(front: "soft", backs: ["band", "paper"]),
      Pair(front: "rule", backs: ["paper"]),
      // The focus of the keys.
      Pair(front: "c2", backs: ["paper"]),
    ]

  private static let schemes = [
    SVGStyle.light + HTMLStyle.light, SVGStyle.dark + HTMLStyle.dark,
  ]

  @Test("On a page and in its charts", arguments: schemes)
  func pages(colours: [(String, String)]) throws {
    let named = Dictionary(uniqueKeysWithValues: colours)
    for (pairs, least) in [(Self.words, 4.5), (Self.shapes, 3.0)] {
      for pair in pairs {
        for back in pair.backs {
          let ratio = try Luminance.ratio(
            try #require(named[pair.front]), try #require(named[back]))
          #expect(ratio >= least, "\(pair.front) on \(back): \(ratio)")
        }
      }
    }
  }

  @Test("Every colour is in one of the pairs, or only parts what differs otherwise too")
  func complete() {
    let paired = Set((Self.words + Self.shapes).flatMap { [$0.front] + $0.backs })
    // Grid lines are not needed to read a figure; tints of bars have an outline in the first colour.
    let others: Set = ["grid", "t1", "t2"]
    #expect(Set(Self.schemes[0].map(\.0)) == paired.union(others))
    #expect(Self.schemes.map { $0.map(\.0) }.allSatisfy { $0 == Self.schemes[0].map(\.0) })
  }

  @Test("In a Word file: text on white, on the heads of tables and on notes; lines on white")
  func word() throws {
    let grounds = ["#FFFFFF", "#E7EDF3", "#F3F5F7"]
    for text in ["#1A1A1A", "#4D4D4D", "#12436D", "#000000"] {
      for ground in grounds { #expect(try Luminance.ratio(text, ground) >= 4.5, "\(text)") }
    }
    for line in ["#12436D", "#F46A25", "#801650", "#28A197", "#3D3D3D", "#A285D1", "#C94F10"] {
      #expect(try Luminance.ratio(line, "#FFFFFF") >= 3, "\(line)")
    }
    // Figures in bars, and end labels on the bands of a fan.
    let inside = [
      ("#FFFFFF", "#12436D"), ("#000000", "#F46A25"), ("#FFFFFF", "#801650"),
      ("#000000", "#28A197"), ("#FFFFFF", "#3D3D3D"), ("#000000", "#A285D1"),
      ("#000000", "#8FB0CC"), ("#1A1A1A", "#D3DFEA"), ("#1A1A1A", "#A9C0D6"),
    ]
    for (text, bar) in inside { #expect(try Luminance.ratio(text, bar) >= 4.5, "\(bar)") }
  }

  @Test("No other colour is written into a Word file")
  func wordColours() {
    let known: Set = [
      "FFFFFF", "E7EDF3", "F3F5F7", "1A1A1A", "4D4D4D", "12436D", "000000", "F46A25", "801650",
      "28A197", "3D3D3D", "A285D1", "C94F10", "8FB0CC", "D3DFEA", "A9C0D6", "8AA8C4", "B8CBE0",
      "6D94B8", "767676", "DCDCDC", "C8C8C8",
    ]
    for part in WordRenderer().parts(of: SampleCharts.document) {
      for match in part.text.matches(of: /(?:val|color|fill)="([0-9A-F]{6})"/) {
        let colour = String(match.1)
        #expect(known.contains(colour), "\(part.name): \(colour)")
      }
    }
  }
}

/// Contrast by WCAG 2.2.
enum Luminance {
  /// The contrast of two colours, 1 to 21.
  static func ratio(_ one: String, _ other: String) throws -> Double {
    let (one, other) = (try of(one), try of(other))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// The relative luminance of a colour.
  private static func of(_ colour: String) throws -> Double {
    let digits = colour.dropFirst()
    let number = try #require(UInt32(digits, radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double((number >> shift) & 0xFF) / 255
      // The curve of sRGB without a library: 2.4 is the exponent of the standard.
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// A number to the power 2.4, as its square times the fifth root of its square.
  private static func power(_ base: Double) -> Double {
    let square = base * base
    var root = 0.5
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}
