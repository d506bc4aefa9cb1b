/// The colours of a council's rating, with the word that goes with each.
public enum RAGColour: String, CaseIterable, Sendable {
  /// Ahead or on plan.
  case green
  /// Behind.
  case amber
  /// Well behind.
  case red
}

/// A colour and where it comes from: a rule is stored with the paper, a choice is marked as judgement.
public enum RatedColour: Equatable, Sendable {
  /// Given by the rule from progress against the plan.
  case byRule(RAGColour, ProgressAgainstPlan.Level)
  /// Chosen by a person, for this reason.
  case byJudgement(RAGColour, reason: String)

  /// The colour.
  public var colour: RAGColour {
    switch self {
    case .byRule(let colour, _), .byJudgement(let colour, _): colour
    }
  }

  /// The colour that progress gives by the rule.
  public init(_ progress: ProgressAgainstPlan) {
    self = .byRule(progress.level.colour, progress.level)
  }
}
