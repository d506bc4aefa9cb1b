import LookedAfter

extension CaseGenerator {
  /// A child on a route, as far as a source tells it: where the case begins, and the stages whose
  /// days are known. What lies between is made up.
  public struct Plan: Sendable, Equatable {
    /// A stage that the case comes to.
    public struct Leg: Sendable, Equatable {
      /// The stage; nil leaves it to chance.
      public let stage: CaseStageID?
      /// The day on which the case comes to it; nil for some day up to the last.
      public let day: CivilDate?
      /// Stages to pass through before it, in their order.
      public let via: [CaseStageID]

      /// Makes a leg.
      public init(to stage: CaseStageID?, on day: CivilDate? = nil, via: [CaseStageID] = []) {
        self.stage = stage
        self.day = day
        self.via = via
      }
    }

    /// The id of the child.
    public let child: String
    /// The route.
    public let route: CaseRouteID
    /// The day on which the case is opened.
    public let start: CivilDate
    /// What is known of its course, in the order of time; a leg after one without a day is left out.
    public let legs: [Leg]
    /// What is known of the child.
    public let facts: CaseFacts

    /// Makes a plan of some legs.
    public init(
      child: String, route: CaseRouteID, start: CivilDate, legs: [Leg],
      facts: CaseFacts = CaseFacts()
    ) {
      self.child = child
      self.route = route
      self.start = start
      self.legs = legs
      self.facts = facts
    }

    /// Makes a plan as a line of a plan file says it.
    ///
    /// - Parameters:
    ///   - child: the id of the child.
    ///   - route: the route.
    ///   - start: the day on which the plan began: the case is opened on it.
    ///   - end: the day on which it ended; nil while it is live.
    ///   - stage: the stage at which it ended, or, of a live one, where it stands now; nil leaves it
    ///     to chance.
    ///   - facts: what is known of the child.
    public init(
      child: String, route: CaseRouteID, start: CivilDate, end: CivilDate? = nil,
      stage: CaseStageID? = nil, facts: CaseFacts = CaseFacts()
    ) {
      self.init(
        child: child, route: route, start: start, legs: [Leg(to: stage, on: end)], facts: facts)
    }

    /// The day on which it ended; nil while it is live.
    public var end: CivilDate? { legs.last?.day }

    /// The stage at which it ended or stands; nil where that is left to chance.
    public var stage: CaseStageID? { legs.last?.stage }
  }
}
