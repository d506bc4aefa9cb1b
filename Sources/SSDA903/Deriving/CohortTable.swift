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
  /// - Throws: `ReturnError.unknownCode` when a rule names a code that no list has;
  ///   `tooManyCohorts` when there are more than 64.
  init(_ scheme: CohortScheme) throws(ReturnError) {
    guard scheme.cohorts.count <= RecordLimits.cohorts else {
      throw .tooManyCohorts(scheme.cohorts.count)
    }
    var rules: [Rule] = []
    var bits: [PlanKind: Int] = [:]
    for (index, cohort) in scheme.cohorts.enumerated() {
      guard let rule = cohort.rule else { continue }
      rules.append(try Rule(rule, cohort: cohort, index: index))
      for text in rule.plans {
        guard let kind = PlanKind(rawValue: text) else {
          throw .unknownCode(cohort: cohort.id.rawValue, column: "plan_903", code: text)
        }
        let bit = bits[kind] ?? bits.count + 1
        bits[kind] = bit
        rules[rules.count - 1].plans |= 1 << bit
      }
    }
    rules.sort { ($0.order, $0.cohort) < ($1.order, $1.cohort) }
    count = scheme.cohorts.count
    planBits = bits
    let masks = 1 << (bits.count + 1)
    var cohorts = [UInt8](
      repeating: UInt8(truncatingIfNeeded: scheme.cohorts.count), count: masks * Self.size)
    var flags = [UInt64](repeating: 0, count: masks * Self.size)
    for mask in 0..<masks {
      for status in LegalStatus.allCases {
        for placement in Placement.allCases {
          for need in CategoryOfNeed.allCases {
            let place = Self.place(status, placement, need, mask)
            var isFirst = true
            for rule in rules
            where rule.matches(status, placement, need, mask) {
              if isFirst { cohorts[place] = UInt8(truncatingIfNeeded: rule.cohort) }
              isFirst = false
              flags[place] |= 1 << UInt64(rule.cohort)
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
    // Sets of codes, a bit each.
    let statuses: UInt64
    let placements: UInt64
    let needs: UInt64
    let excludedNeeds: UInt64
    let isUASC: Bool?
    var plans = 0

    init(_ rule: CohortRule, cohort: Cohort, index: Int) throws(ReturnError) {
      func bits<Code: StatutoryCode>(
        _ type: Code.Type, _ texts: [String], _ column: String
      ) throws(ReturnError) -> UInt64 {
        var found: UInt64 = 0
        for text in texts {
          guard let code = Code(code: text) else {
            throw .unknownCode(cohort: cohort.id.rawValue, column: column, code: text)
          }
          found |= 1 << UInt64(code.rawValue)
        }
        return found
      }
      self.cohort = index
      order = rule.order
      statuses = try bits(LegalStatus.self, rule.legalStatuses, "legal_status_903")
      placements = try bits(Placement.self, rule.placements, "placement_903")
      needs = try bits(CategoryOfNeed.self, rule.needs, "need_903")
      excludedNeeds = try bits(CategoryOfNeed.self, rule.excludedNeeds, "need_903")
      isUASC = rule.isUASC
    }

    func matches(
      _ status: LegalStatus, _ placement: Placement, _ need: CategoryOfNeed, _ mask: Int
    ) -> Bool {
      if let isUASC, isUASC != (mask & 1 == 1) { return false }
      let need = UInt64(1) << UInt64(need.rawValue)
      if needs != 0, needs & need == 0 { return false }
      if excludedNeeds & need != 0 { return false }
      if statuses == 0, placements == 0, plans == 0 { return true }
      return statuses >> UInt64(status.rawValue) & 1 == 1
        || placements >> UInt64(placement.rawValue) & 1 == 1 || plans & mask != 0
    }
  }
}
