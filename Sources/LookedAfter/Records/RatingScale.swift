/// What stands for the levels of progress in an authority's papers: faces, colours or letters.
///
/// An authority that has fewer marks than there are levels gives one mark to several: green to 1
/// and 2, amber to 3 and 4, red to 5. Its own marks are recorded as settings.
public struct RatingScale: Sendable, Equatable {
  /// What stands for a level.
  public struct Mark: Sendable, Equatable {
    /// The symbol: a face, a coloured disc, a letter.
    public let symbol: String

    /// The words that stand beside the symbol in a table.
    public let shortName: String

    /// The words of the key.
    public let name: String

    /// Makes a mark.
    public init(symbol: String, shortName: String, name: String) {
      self.symbol = symbol
      self.shortName = shortName
      self.name = name
    }

    /// Reads a mark as it is recorded: `SYMBOL | SHORT NAME | NAME`; nil when it is not so written.
    public init?(recorded text: String) {
      let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
      self.init(symbol: parts[0], shortName: parts[1], name: parts[2])
    }
  }

  /// The measure under which an authority's own marks are recorded; its detail is the level.
  public static let setting: MeasureID = "setting.rating"

  private var marks: [ProgressLevel: Mark]

  /// The five faces of the monthly update's key. The one of level 5 is ours: the published text
  /// lost it.
  public static let faces = RatingScale(marks: [
    .good: Mark(
      symbol: "\u{1F60A}", shortName: "good progress", name: "on track, good progress"),
    .some: Mark(
      symbol: "\u{1F60C}", shortName: "some progress", name: "some progress, improvement"),
    .none: Mark(symbol: "\u{1F610}", shortName: "no progress", name: "no progress, no change"),
    .someSlippage: Mark(
      symbol: "\u{1F629}", shortName: "some slippage", name: "some slippage, worsening"),
    .significantSlippage: Mark(
      symbol: "\u{1F631}", shortName: "significant slippage",
      name: "significant slippage, worsening"),
  ])

  /// What stands for a level.
  public subscript(level: ProgressLevel) -> Mark {
    marks[level]
      ?? Mark(symbol: "\(level.rawValue)", shortName: "level \(level.rawValue)", name: "")
  }

  /// The marks in the order of their levels, each with the levels it stands for.
  public var key: [(mark: Mark, levels: [ProgressLevel])] {
    ProgressLevel.allCases.reduce(into: []) { key, level in
      if let last = key.indices.last, key[last].mark == self[level] {
        key[last].levels.append(level)
      } else {
        key.append((self[level], [level]))
      }
    }
  }

  /// The faces, with the marks that an authority recorded in place of theirs.
  init(recorded: [Observation]) {
    self = .faces
    for observation in recorded {
      guard let level = Int(observation.detail).flatMap(ProgressLevel.init),
        let mark = observation.text.flatMap(Mark.init(recorded:))
      else { continue }
      marks[level] = mark
    }
  }

  private init(marks: [ProgressLevel: Mark]) { self.marks = marks }
}

extension History {
  /// What stands for the levels of progress in this authority's papers.
  public var ratingScale: RatingScale {
    RatingScale(recorded: observations(of: RatingScale.setting))
  }
}
