import LookedAfter

/// Makes up the cases of a fictional authority so that they agree with its 903 returns and plans.
///
/// Every line of the plan file that was live on or after `since` is a case that begins on its first
/// day, and ends on its last with what came of it: a plan of special guardianship that was granted is
/// granted on the day on which the return has the child leave by that order, and a care order is
/// discharged on the day on which a child leaves it for the parents. The cohort of a case is the one in
/// which the rules of the returns have the child for as long as it is open. Placement orders,
/// adoptions, stays with parents, in residential care, in kinship care, under section 20 and in care
/// proceedings come to the day from the episodes. The stages between, the slips and their reasons are
/// made up, each way in its turn, so that every stage and every outcome is there.
public struct ReturnCases: Sendable {
  let extract: ReturnExtract
  let generator: CaseGenerator
  let since: CivilDate
  let scheme: CohortScheme
  /// On which day care orders were discharged by going home.
  private let discharges: [String: CivilDate]

  /// Makes a maker of cases.
  ///
  /// - Parameters:
  ///   - extract: the episodes and plans.
  ///   - generator: what walks through the stages.
  ///   - since: the first day that is looked at; what was over by then is left out.
  ///   - scheme: whose rules give each child a cohort.
  public init(
    extract: ReturnExtract, generator: CaseGenerator, since: CivilDate, scheme: CohortScheme
  ) {
    self.scheme = scheme
    discharges = extract.discharges(since: since)
    self.extract = extract
    self.generator = generator
    self.since = since
  }

  /// The cases, in the order of child and route.
  public func cases(using random: inout some RandomNumberGenerator) -> [Case] {
    let home = goingHome
    let routes =
      specialGuardianship + home + adoption + stepDown
      + dischargesWithoutPlan(beside: Set(home.filter { $0.route == "discharge" }.map(\.child)))
    return (generator.cases(of: routes, using: &random) + services(using: &random))
      .sorted { $0.key < $1.key }
  }

  var children: [String] { extract.episodes.keys.sorted() }

  func isLive(_ end: CivilDate?) -> Bool { end.map { $0 >= since } ?? true }

  func facts(_ child: String, on day: CivilDate) -> CaseFacts {
    CaseFacts(
      born: extract.birthdays[child]?.month, entered: extract.entered(child, by: day))
  }

  /// The same with the cohort, for a route out of care: that in which the returns have the child at
  /// every month end as long as the case is open. Where it changes meanwhile, none is said.
  private func factsOfRoute(
    _ child: String, from day: CivilDate, to end: CivilDate?
  ) -> CaseFacts {
    var facts = facts(child, on: day)
    let first = extract.cohort(of: child, on: day, by: scheme)
    var month = day.month
    let last = end ?? generator.lastDay
    while month.lastDay < last || end == nil && month.lastDay == last {
      if extract.cohort(of: child, on: month.lastDay, by: scheme) != first { return facts }
      month = month.advanced(by: 1)
    }
    facts.cohort = first
    return facts
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
        facts: factsOfRoute(plan.child, from: plan.start, to: plan.end))
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
      let facts = factsOfRoute(plan.child, from: plan.start, to: home?.start ?? plan.end)
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
        if let day = plan.end, discharges[plan.child] == day {
          .init(to: "granted", on: day, via: numbers.next(of: ends, "end"))
        } else if let day = plan.end {
          // The order ended in another way, as by the child turning 18.
          .init(to: "withdrawn", on: day)
        } else {
          .init(to: numbers.next(of: live, "live"))
        }
      return [
        reunification,
        CaseGenerator.Plan(
          child: plan.child, route: "discharge", start: home.start, legs: [order],
          facts: factsOfRoute(plan.child, from: home.start, to: plan.end)),
      ]
    }
  }

  /// Care orders that were discharged with no plan of it in the file.
  private func dischargesWithoutPlan(beside known: Set<String>) -> [CaseGenerator.Plan] {
    children.compactMap { child in
      guard let day = discharges[child], !known.contains(child) else { return nil }
      let home = extract.episodes[child]?.last { $0.place == "P1" && $0.end == day }
      let start = max(
        home?.start ?? extract.entered(child, by: day) ?? day, day.advanced(by: -150))
      return CaseGenerator.Plan(
        child: child, route: "discharge", start: start, legs: [.init(to: "granted", on: day)],
        facts: factsOfRoute(child, from: start, to: day))
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
        facts: factsOfRoute(child, from: start, to: last.end))
    } + adoptionWithConsent
  }

  /// Children who were placed with their parents' consent, which takes no placement order.
  private var adoptionWithConsent: [CaseGenerator.Plan] {
    children.compactMap { child in
      let own = extract.episodes[child] ?? []
      guard let last = own.last, ["E11", "E12"].contains(last.reason), isLive(last.end),
        !own.contains(where: { $0.status == "E1" }),
        let placed = own.first(where: { ["A3", "A4"].contains($0.place) })
      else { return nil }
      let entered = extract.entered(child, by: placed.start) ?? placed.start
      let start = max(entered, placed.start.advanced(by: -150))
      return CaseGenerator.Plan(
        child: child, route: "adoption", start: start,
        legs: [.init(to: "placed", on: placed.start), .init(to: "granted", on: last.end)],
        facts: factsOfRoute(child, from: start, to: last.end))
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
      let start = max(stay.start, end.advanced(by: -300))
      return CaseGenerator.Plan(
        child: stay.child, route: "step_down", start: start, legs: [leg],
        facts: factsOfRoute(stay.child, from: start, to: stay.end))
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
