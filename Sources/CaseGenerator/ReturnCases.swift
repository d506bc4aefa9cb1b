import LookedAfter

/// Makes up the cases of a fictional authority so that they agree with its 903 returns and plans.
///
/// Every line of the plan file that was live on or after `since` is a case that begins on its first
/// day, and ends on its last with what came of it: a plan of special guardianship that was granted is
/// granted on the day on which the return has the child leave by that order. Placement orders,
/// adoptions, stays with parents, in residential care, in kinship care, under section 20 and in care
/// proceedings come to the day from the episodes. The stages between, the slips and their reasons are
/// made up, each way in its turn, so that every stage and every outcome is there.
public struct ReturnCases: Sendable {
  let extract: ReturnExtract
  let generator: CaseGenerator
  let since: CivilDate

  /// Makes a maker of cases.
  ///
  /// - Parameters:
  ///   - extract: the episodes and plans.
  ///   - generator: what walks through the stages.
  ///   - since: the first day that is looked at; what was over by then is left out.
  public init(extract: ReturnExtract, generator: CaseGenerator, since: CivilDate) {
    self.extract = extract
    self.generator = generator
    self.since = since
  }

  /// The cases, in the order of child and route.
  public func cases(using random: inout some RandomNumberGenerator) -> [Case] {
    let routes = specialGuardianship + goingHome + adoption + stepDown
    return (generator.cases(of: routes, using: &random) + services(using: &random))
      .sorted { $0.key < $1.key }
  }

  var children: [String] { extract.episodes.keys.sorted() }

  func isLive(_ end: CivilDate?) -> Bool { end.map { $0 >= since } ?? true }

  func facts(_ child: String, on day: CivilDate, cohort: CohortID? = nil) -> CaseFacts {
    CaseFacts(
      cohort: cohort, born: extract.births[child], entered: extract.entered(child, by: day))
  }

  // MARK: Special guardianship

  private var specialGuardianship: [CaseGenerator.Plan] {
    let plans = extract.plans.filter { $0.kind == "SGO" && isLive($0.end) }
    let ways: [[CaseStageID]] = [
      ["assessing"], ["assessing", "carer_not_willing"], [],
      ["assessing", "with_legal", "recommended"],
      ["assessing"], ["filed", "refused"], ["assessing", "not_in_best_interests", "assessing"],
      ["planned", "withdrawn", "identified"], ["assessing", "filed", "withdrawn"],
    ]
    let live: [CaseStageID] = [
      "identified", "assessing", "recommended", "carer_not_willing", "planned", "with_legal",
      "filed",
      "planned", "assessing", "filed",
    ]
    let failures: [CaseStageID] = ["not_in_best_interests", "refused"]
    var numbers = Turns()
    return plans.map { plan in
      let leg: CaseGenerator.Plan.Leg =
        switch plan.outcome {
        case "granted": .init(to: "granted", on: plan.end, via: numbers.next(of: ways, "way"))
        case "": .init(to: numbers.next(of: live, "live"))
        default: .init(to: numbers.next(of: failures, "failure"), on: plan.end, via: ["assessing"])
        }
      return CaseGenerator.Plan(
        child: plan.child, route: "sgo", start: plan.start, legs: [leg],
        facts: facts(plan.child, on: plan.start, cohort: "sgo_plan"))
    }
  }

  // MARK: Home to parents, and the order discharged

  /// A return to parents who care for the child while it is still looked after is `home`, and then the
  /// order is discharged; a child who left care on going home is `home` on the day.
  private var goingHome: [CaseGenerator.Plan] {
    let ways: [[CaseStageID]] = [
      ["assessing"], [], ["assessing", "carer_not_willing"], ["assessing", "recommended"],
      ["home", "return_ended"], ["not_in_best_interests", "assessing"],
      ["withdrawn", "identified"],
    ]
    let ends: [[CaseStageID]] = [
      [], ["assessing"], ["carer_not_willing"], ["filed", "recommended"], ["filed", "refused"],
      ["assessing", "not_in_best_interests", "assessing"], ["with_legal", "withdrawn"],
    ]
    let live: [CaseStageID] = [
      "identified", "assessing", "planned", "with_legal", "recommended", "filed", "assessing",
      "carer_not_willing", "filed", "planned", "with_legal",
    ]
    var numbers = Turns()
    return extract.plans.filter { $0.kind == "REUNIFY" && isLive($0.end) }.flatMap { plan in
      let home = extract.episodes[plan.child]?.last {
        $0.place == "P1" && $0.start >= plan.start && (plan.end == nil || $0.end == plan.end)
      }
      let facts = facts(plan.child, on: plan.start, cohort: "reunification")
      let back: CaseGenerator.Plan.Leg =
        if let day = home?.start ?? plan.end {
          .init(to: "home", on: day, via: numbers.next(of: ways, "way"))
        } else {
          .init(to: numbers.next(of: ["assessing", "carer_not_willing"], "back"))
        }
      let reunification = CaseGenerator.Plan(
        child: plan.child, route: "reunification", start: plan.start, legs: [back], facts: facts)
      guard let home else { return [reunification] }
      let order: CaseGenerator.Plan.Leg =
        if let day = plan.end {
          .init(to: "granted", on: day, via: numbers.next(of: ends, "end"))
        } else {
          .init(to: numbers.next(of: live, "live"))
        }
      var at = facts
      at.cohort = "placed_with_parents"
      return [
        reunification,
        CaseGenerator.Plan(
          child: plan.child, route: "discharge", start: home.start, legs: [order], facts: at),
      ]
    }
  }

  // MARK: Adoption

  private var adoption: [CaseGenerator.Plan] {
    let live: [CaseStageID] = [
      "placement_order", "matched", "placed", "planned", "with_legal", "filed",
    ]
    let ways: [[CaseStageID]] = [
      [], ["assessing"], ["assessing", "not_in_best_interests", "assessing"],
    ]
    let ends: [[CaseStageID]] = [
      [], ["placed", "placement_order"], ["filed", "placed"], ["filed", "refused", "recommended"],
      ["planned", "placed"], ["withdrawn", "recommended"],
    ]
    var numbers = Turns()
    return children.compactMap { child in
      let own = extract.episodes[child] ?? []
      guard let order = own.first(where: { $0.status == "E1" }),
        let last = own.last(where: { $0.status == "E1" }), isLive(last.end)
      else { return nil }
      let entered = extract.entered(child, by: order.start) ?? order.start
      let start = max(entered, order.start.advanced(by: -150))
      var legs = [
        CaseGenerator.Plan.Leg(
          to: "placement_order", on: order.start, via: numbers.next(of: ways, "way"))
      ]
      if ["E11", "E12"].contains(last.reason) {
        legs.append(.init(to: "granted", on: last.end, via: numbers.next(of: ends, "end")))
      } else if last.end != nil {
        legs.append(.init(to: "withdrawn", on: last.end))
      } else {
        legs.append(.init(to: numbers.next(of: live, "live")))
      }
      return CaseGenerator.Plan(
        child: child, route: "adoption", start: start, legs: legs,
        facts: facts(child, on: order.start, cohort: "placement_orders"))
    }
  }

  // MARK: From residential care to a foster family

  private var stepDown: [CaseGenerator.Plan] {
    let ways: [[CaseStageID]] = [
      ["assessing"], ["moved", "return_ended"], ["assessing", "matched", "recommended"],
      ["assessing", "withdrawn", "identified"],
      ["not_in_best_interests", "assessing"],
    ]
    // Most of those who live there are to stay.
    let live: [CaseStageID?] = [
      "identified", nil, nil, "assessing", nil, nil, "recommended", nil, nil, "matched", nil, nil,
      "planned", nil, nil,
    ]
    var numbers = Turns()
    return stays(in: Self.residential).compactMap { stay in
      guard isLive(stay.end), !stay.isDisability else { return nil }
      let leg: CaseGenerator.Plan.Leg
      if stay.end != nil {
        guard stay.next?.first == "U", !stay.endsCare else { return nil }
        leg = .init(to: "moved", on: stay.end, via: numbers.next(of: ways, "way"))
      } else {
        guard let stage = numbers.next(of: live, "live") else { return nil }
        leg = .init(to: stage)
      }
      let end = stay.end ?? generator.lastDay
      return CaseGenerator.Plan(
        child: stay.child, route: "step_down", start: max(stay.start, end.advanced(by: -300)),
        legs: [leg], facts: facts(stay.child, on: stay.start, cohort: "residential_other"))
    }
  }
}

/// Takes the members of lists in turn, each list from where it was left.
struct Turns {
  private var places: [String: Int] = [:]

  /// The next member of a list, after the last the first.
  mutating func next<Member>(of list: [Member], _ name: String) -> Member {
    let place = places[name] ?? 0
    places[name] = place + 1
    return list[place % list.count]
  }
}
