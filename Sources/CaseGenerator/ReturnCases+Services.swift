import LookedAfter

extension ReturnCases {
  /// Placements in residential care, as their codes.
  static let residential: Set<String> = ["K1", "K2", "R1", "R2", "R3", "R5", "S1"]
  private static let kinship: Set<String> = ["U1", "U2", "U3"]
  private static let longTerm: Set<String> = ["U1", "U4"]

  /// Episodes of a child that follow each other without a break and are alike.
  struct Stay {
    let child: String
    let start: CivilDate
    var end: CivilDate?
    var endsCare: Bool
    let isDisability: Bool
    /// The placement that followed; nil when care ended or the stay lasts.
    var next: String?
    /// The legal status that followed.
    var nextStatus: String?
    /// Why the last episode ended.
    var reason: String
  }

  /// The stays of all children in some placements, in the order of child and time.
  func stays(in places: Set<String>) -> [Stay] { stays { places.contains($0.place) } }

  func stays(_ isAlike: (ReturnExtract.Episode) -> Bool) -> [Stay] {
    children.flatMap { child -> [Stay] in
      var stays: [Stay] = []
      var isOpen = false
      for episode in extract.episodes[child] ?? [] {
        let follows = stays.last?.end == episode.start
        if isAlike(episode) {
          if isOpen, follows, let last = stays.indices.last {
            stays[last].end = episode.end
            stays[last].endsCare = episode.endsCare
            stays[last].reason = episode.reason
          } else {
            stays.append(
              Stay(
                child: child, start: episode.start, end: episode.end, endsCare: episode.endsCare,
                isDisability: episode.isDisability, reason: episode.reason))
          }
          isOpen = !episode.endsCare
        } else {
          if isOpen, follows, let last = stays.indices.last {
            stays[last].next = episode.place
            stays[last].nextStatus = episode.status
          }
          isOpen = false
        }
      }
      return stays
    }
  }

  /// The cases of the courses of services.
  func services(using random: inout some RandomNumberGenerator) -> [Case] {
    proceedings(using: &random) + matching(using: &random) + residentialCare(using: &random)
      + section20(using: &random)
      + cases("kinship", stays(in: Self.kinship)) { stay in
        [CaseMove(to: "with_carer", on: stay.start)]
          + (stay.end.map { [CaseMove(to: "ended", on: $0)] } ?? [])
      } + edgeOfCare(using: &random)
  }

  /// One case a child of its stays, those that were over by the first day left out.
  private func cases(
    _ route: CaseRouteID, _ stays: [Stay], _ moves: (Stay) -> [CaseMove]
  ) -> [Case] {
    var made: [String: [CaseMove]] = [:]
    var first: [String: CivilDate] = [:]
    for stay in stays where isLive(stay.end) {
      let new = moves(stay)
      // Where one stay begins on the day on which another ended, it went on.
      if let last = made[stay.child]?.last, let next = new.first, last.date > next.date { continue }
      made[stay.child, default: []] += new
      first[stay.child] = first[stay.child] ?? stay.start
    }
    return made.keys.sorted().map { child in
      Case(
        child: child, route: route, facts: facts(child, on: first[child] ?? since),
        moves: made[child] ?? [])
    }
  }

  private func proceedings(using random: inout some RandomNumberGenerator) -> [Case] {
    let plans: [CaseStageID] = [
      "reunification", "adoption", "sgo", "kinship_then_sgo", "long_term_fostering",
    ]
    return cases("proceedings", stays { $0.status == "C1" }) { stay in
      var moves = [CaseMove(to: "too_early", on: stay.start)]
      let end = stay.end ?? generator.lastDay
      let days = end.dayNumber - stay.start.dayNumber
      if days > 60 {
        // The plan is known after two months or so; now and then it changes.
        let plan = plans.randomElement(using: &random) ?? "sgo"
        let known = stay.start.advanced(by: Int.random(in: 40...60, using: &random))
        moves.append(CaseMove(to: plan, on: known))
        if days > 160, Int.random(in: 0..<4, using: &random) == 0,
          let other = plans.filter({ $0 != plan }).randomElement(using: &random)
        {
          moves.append(CaseMove(to: other, on: stay.start.advanced(by: 120)))
        }
      }
      if let end = stay.end {
        let outcome: CaseStageID =
          switch (stay.reason, stay.nextStatus, stay.next) {
          case ("E43", _, _), ("E44", _, _), ("E45", _, _), ("E46", _, _), ("E47", _, _),
            ("E48", _, _):
            "concluded_sgo"
          case (_, "E1", _), ("E11", _, _), ("E12", _, _): "concluded_adoption"
          case (_, _, "P1"), ("E4A", _, _), ("E4B", _, _): "concluded_reunified"
          case (_, "C2", _): "concluded_long_term_fostering"
          default: "concluded_other"
          }
        moves.append(CaseMove(to: outcome, on: end))
      }
      return moves
    }
  }

  private func matching(using random: inout some RandomNumberGenerator) -> [Case] {
    var matched = cases("matching", stays(in: Self.longTerm)) { stay in
      let wait = Int.random(in: 30...200, using: &random)
      let entered = extract.entered(stay.child, by: stay.start) ?? stay.start
      var moves = [
        CaseMove(to: "waiting", on: max(entered, stay.start.advanced(by: -wait))),
        CaseMove(to: "matched", on: stay.start),
      ]
      if let end = stay.end {
        moves.append(
          stay.endsCare
            ? CaseMove(to: "left_care", on: end)
            : CaseMove(to: "match_ended", on: end, reason: "placement ended"))
      }
      return moves
    }
    // Children in foster care for more than two years, without a plan and without a match, wait.
    let known = Set(matched.map(\.child)).union(extract.plans.map(\.child))
    let waiting = stays { $0.place == "U6" && $0.status == "C2" }.filter { stay in
      stay.end == nil && !known.contains(stay.child)
        && stay.start <= generator.lastDay.advanced(by: -730)
    }
    matched += cases("matching", waiting) { stay in
      [CaseMove(to: "waiting", on: stay.start.advanced(by: 365))]
    }
    return matched
  }

  private func residentialCare(using random: inout some RandomNumberGenerator) -> [Case] {
    cases("residential", stays(in: Self.residential)) { stay in
      let isWant = Int.random(in: 0..<3, using: &random) == 0
      var moves = [
        CaseMove(
          to: "in_residential", on: stay.start, reason: isWant ? "no_foster_placement" : "other")
      ]
      if let end = stay.end {
        let stage: CaseStageID =
          switch stay.next {
          case "H5", "K3", "P2": "left_supported_accommodation"
          case let place? where place.hasPrefix("U"): "left_foster_care"
          case "P1": "left_home"
          default: ["E4A", "E4B"].contains(stay.reason) ? "left_home" : "left_other"
          }
        moves.append(CaseMove(to: stage, on: end))
      }
      return moves
    }
  }

  private func section20(using random: inout some RandomNumberGenerator) -> [Case] {
    cases("section20", stays { $0.status == "V2" }) { stay in
      let end = stay.end ?? generator.lastDay
      var moves = [CaseMove(to: "with_advice", on: stay.start)]
      if Int.random(in: 0..<3, using: &random) == 0 {
        moves = [CaseMove(to: "without_advice", on: stay.start)]
        let advised = stay.start.advanced(by: Int.random(in: 5...60, using: &random))
        if advised < end { moves.append(CaseMove(to: "with_advice", on: advised)) }
      }
      if let end = stay.end { moves.append(CaseMove(to: "ended", on: end)) }
      return moves
    }
  }

  /// Children whom the team kept at home or helped to go home. Those of prevention are not looked
  /// after and so in no return; their ids begin with 9.
  private func edgeOfCare(using random: inout some RandomNumberGenerator) -> [Case] {
    let outcomes: [CaseStageID] = [
      "stayed_out", "stayed_out", "stayed_out", "entered_after_work", "stayed_out", "working",
      "entered_bereavement", "stayed_out",
    ]
    let prevention = (0..<32).map { index -> Case in
      let start = since.advanced(by: 20 * (index / 2))
      var moves = [CaseMove(to: "working", on: start)]
      let outcome = outcomes[index % outcomes.count]
      if outcome != "working" {
        moves.append(
          CaseMove(to: outcome, on: start.advanced(by: Int.random(in: 60...180, using: &random))))
      }
      return Case(
        child: "9000\(100 + index)", route: "prevention",
        facts: CaseFacts(
          born: start.month.advanced(by: -Int.random(in: 6...190, using: &random)),
          family: "F9\(100 + index / 2)"), moves: moves)
    }
    var family = 0
    let home = children.compactMap { child -> Case? in
      guard
        let back = extract.episodes[child]?.last(where: { $0.place == "P1" && $0.start >= since })
      else { return nil }
      family += 1
      let start = max(
        extract.entered(child, by: back.start) ?? back.start, back.start.advanced(by: -90))
      var facts = facts(child, on: start)
      facts.family = "F8\(100 + family)"
      return Case(
        child: child, route: "family_reunification", facts: facts,
        moves: [
          CaseMove(to: "working", on: start),
          CaseMove(to: "return_planned", on: max(start, back.start.advanced(by: -20))),
          CaseMove(to: "returned", on: back.start),
        ])
    }
    return prevention + home
  }
}
