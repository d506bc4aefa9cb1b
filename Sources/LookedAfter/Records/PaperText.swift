/// What a person wrote for a paper: a part of a briefing, or a line of a box of the scorecard.
extension History {
  /// What was written for a part of a paper: for the month, or else for every month.
  ///
  /// - Parameters:
  ///   - slot: the id of the part, such as `community-impact`.
  ///   - month: the month of the paper.
  public func paperText(_ slot: String, for month: Month) -> Recorded<String>? {
    let written = observations(of: "paper.slot").filter { $0.detail == slot && $0.text != nil }
    let found =
      written.last { $0.period == .month(month) } ?? written.last { $0.period == .undated }
    return found.flatMap { observation in
      observation.text.map { Recorded($0, observation.provenance) }
    }
  }

  /// The lines of a box of the scorecard of a month, in the order of their numbers.
  public func scorecardLines(_ box: ScorecardBox, in month: Month) -> [(number: Int, text: String)]
  {
    observations(of: box.measure).compactMap { observation in
      guard observation.period == .month(month), let number = Int(observation.detail),
        let text = observation.text
      else { return nil }
      return (number, text)
    }.sorted { $0.number < $1.number }
  }
}

/// A box of the scorecard, in its order.
public enum ScorecardBox: String, CaseIterable, Sendable {
  /// What is going well.
  case well
  /// What people worry about.
  case worry
  /// What is done next; five at the most.
  case action

  /// The heading.
  public var name: String {
    switch self {
    case .well: "What is going well"
    case .worry: "What we are worried about"
    case .action: "Top actions"
    }
  }

  /// How many lines it holds at the most; nil for no limit.
  public var limit: Int? { self == .action ? 5 : nil }

  /// The measure under which its lines are recorded; the number of the line is the detail.
  public var measure: MeasureID { "scorecard.\(rawValue)" }
}
