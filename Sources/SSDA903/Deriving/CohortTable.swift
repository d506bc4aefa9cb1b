import LookedAfter

/// The decision table of a scheme, worked out for every combination of legal status, placement and
/// need, so that a spell finds its cohort by one look.
struct CohortTable: Sendable {
  /// How many cohorts the scheme has; the place behind the last means unallocated.
  let count: Int

  /// The kinds of plan that rules ask for, each with its bit in the mask. The lowest bit is UASC.
  let planBits: [PlanKind: Int]

  private let cohorts: [UInt8]
  private let flags: [UInt64]

  private static let placements = Placement.allCases.count
  private static let needs = CategoryOfNeed.allCases.count
  private static let size = LegalStatus.allCases.count * placements * needs

  /// Works the rules out.
  ///
  /// - Throws: `ReturnError.unknownCode` when a rule names a code that no list has.
  init(_ scheme: CohortScheme) throws(ReturnError) {
    var rules: [Rule] = []
    var bits: [PlanKind: Int] = [:]
    for (index, cohort) in scheme.cohorts.enumerated() {
      guard let rule = cohort.rule else { continue }
      rules.append(try Rule(rule, cohort: cohort, index: index))
      for kind in rules[rules.count - 1].plans where bits[kind] == nil { bits[kind] = bits.count + 1 }
    }
    rules.sort { ($0.order, $0.cohort) < ($1.order, $1.cohort) }
    count = scheme.cohorts.count
    planBits = bits
    let masks = 1 << (bits.count + 1)
    var cohorts = [UInt8](
      repeating: UInt8(truncatingIfNeeded: scheme.cohorts.count), count: masks * Self.size)
    var flags = [UInt64](repeating: 0, count: masks * Self.size)
    for mask in 0..<masks {
      let plans = Set(bits.filter { mask >> $0.value & 1 == 1 }.keys)
      for status in LegalStatus.allCases {
        for placement in Placement.allCases {
          for need in CategoryOfNeed.allCases {
            let place = Self.place(status, placement, need, mask)
            var isFirst = true
            for rule in rules
            where rule.matches(status, placement, need, isUASC: mask & 1 == 1, plans) {
              if isFirst { cohorts[place] = UInt8(truncatingIfNeeded: rule.cohort) }
              isFirst = false
              flags[place] |= 1 << UInt64(min(rule.cohort, 63))
            }
          }
        }
      }
    }
    self.cohorts = cohorts
    self.flags = flags
  }

  @inline(__always)
  private static func place(
    _ status: LegalStatus, _ placement: Placement, _ need: CategoryOfNeed, _ mask: Int
  ) -> Int {
    ((mask &* LegalStatus.allCases.count &+ Int(status.rawValue)) &* placements
      &+ Int(placement.rawValue)) &* needs &+ Int(need.rawValue)
  }

  /// The cohort of a child in an episode, as a place in the scheme.
  @inline(__always)
  func cohort(_ episode: Episode, mask: Int) -> Int {
    Int(cohorts[Self.place(episode.legalStatus, episode.settled, episode.need, mask)])
  }

  /// Every cohort whose rule matches, a bit each.
  func flags(_ episode: Episode, mask: Int) -> UInt64 {
    flags[Self.place(episode.legalStatus, episode.settled, episode.need, mask)]
  }

  private struct Rule {
    let cohort: Int
    let order: Int
    let statuses: Set<LegalStatus>
    let placements: Set<Placement>
    let needs: Set<CategoryOfNeed>
    let excludedNeeds: Set<CategoryOfNeed>
    let isUASC: Bool?
    let plans: Set<PlanKind>

    init(_ rule: CohortRule, cohort: Cohort, index: Int) throws(ReturnError) {
      func codes<Code: StatutoryCode>(_ texts: [String], _ column: String) throws(ReturnError)
        -> Set<Code>
      {
        var found: Set<Code> = []
        for text in texts {
          guard let code = Code(code: text) else {
            throw .unknownCode(cohort: cohort.id.rawValue, column: column, code: text)
          }
          found.insert(code)
        }
        return found
      }
      self.cohort = index
      order = rule.order
      statuses = try codes(rule.legalStatuses, "legal_status_903")
      placements = try codes(rule.placements, "placement_903")
      needs = try codes(rule.needs, "need_903")
      excludedNeeds = try codes(rule.excludedNeeds, "need_903")
      isUASC = rule.isUASC
      var plans: Set<PlanKind> = []
      for text in rule.plans {
        guard let kind = PlanKind(rawValue: text) else {
          throw .unknownCode(cohort: cohort.id.rawValue, column: "plan_903", code: text)
        }
        plans.insert(kind)
      }
      self.plans = plans
    }

    func matches(
      _ status: LegalStatus, _ placement: Placement, _ need: CategoryOfNeed, isUASC: Bool,
      _ plans: Set<PlanKind>
    ) -> Bool {
      if let wanted = self.isUASC, wanted != isUASC { return false }
      if !needs.isEmpty, !needs.contains(need) { return false }
      if excludedNeeds.contains(need) { return false }
      if statuses.isEmpty, placements.isEmpty, self.plans.isEmpty { return true }
      return statuses.contains(status) || placements.contains(placement)
        || !self.plans.isDisjoint(with: plans)
    }
  }
}
