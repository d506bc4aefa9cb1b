import Comparators
import LookedAfter

extension GroupsTable {
  /// What has to be kept in mind about the groups, in sentences: of places and of groups that want
  /// for the same thing one sentence together.
  var remarks: [String] {
    workedOutRates + withoutRate + withoutAnyRate + modelRemark + tooFew + membersWithoutRate
      + judgementRemarks
  }

  private var withMembers: [(group: ComparatorGroup, figures: GroupFigures)] {
    groups.compactMap { group, figures in
      if case .group(let figures) = figures { (group, figures) } else { nil }
    }
  }

  /// England and regions of which only the number is printed.
  private var workedOutRates: [String] {
    let names = groups.compactMap { _, figures -> String? in
      guard case .area(let area, _) = figures, isWorkedOut(area) else { return nil }
      return area.key
    }
    return names.isEmpty
      ? []
      : [
        "No rate is printed for \(Prose.list(names)) for 31 March \(year): what stands there is worked"
          + " out from the printed number and the first population estimate of the year."
      ]
  }

  /// England and regions without a rate.
  private var withoutRate: [String] {
    sentences(
      groups.compactMap { _, figures in
        guard case .area(let area, let outcome) = figures else { return nil }
        if isWorkedOut(area) { return nil }
        return outcome.reasonWithoutRate.map { (area.key, $0) }
      })
  }

  /// Groups of which no member has a rate.
  private var withoutAnyRate: [String] {
    let empty = withMembers.filter { $0.figures.rates.isEmpty }
    let unlisted = empty.filter {
      $0.figures.membership.model != nil && $0.figures.membership.candidates == 0
    }
    let names = empty.filter { group in !unlisted.contains { $0.group == group.group } }
      .map { Prose.lowercasedFirst($0.group.name) }
    return [
      names.isEmpty
        ? "" : Prose.sentence("There is no rate of any member for \(Prose.list(names))"),
      unlisted.first?.figures.membership.model.map {
        "\(authority.name) is not in the model of neighbours of \($0.name), the one that was out then,"
          + " so it has no statistical neighbours to stand beside."
      } ?? "",
    ].filter { !$0.isEmpty }
  }

  private var modelRemark: [String] {
    let used = withMembers.filter { !$0.figures.rates.isEmpty }.map(\.figures.membership)
    guard let membership = used.first(where: { !$0.isModelOfItsTime }), let model = membership.model
    else { return [] }
    return [
      "The neighbours are those of the model of \(model.name), for the one in force then is not"
        + " kept."
    ]
  }

  private var tooFew: [String] {
    withMembers.compactMap { group, figures in
      figures.isShown || figures.rates.isEmpty
        ? nil
        : "\(group.name): \(figures.coverage) \(figures.rates.count == 1 ? "has" : "have") a rate, too"
          + " few to show (at least \(Prose.number(GroupFigures.fewest)))."
    }
  }

  /// The neighbours without a rate; of a group of many, the table says how many have one.
  private var membersWithoutRate: [String] {
    var seen: Set<String> = []
    let members = withMembers.filter { $0.figures.members.count <= 10 && !$0.figures.rates.isEmpty }
      .flatMap(\.figures.withoutRate).filter { seen.insert($0.authority.code).inserted }
    return sentences(
      members.compactMap { member in
        member.outcome.reasonWithoutRate.map { (member.authority.name, $0) }
      })
  }

  /// How many had no judgement yet, which is what the groups of judged authorities rest on.
  private var judgementRemarks: [String] {
    var gaps: [(missing: Int, of: Int, names: [String], isDoubtful: Bool)] = []
    for (group, figures) in withMembers where !figures.rates.isEmpty {
      let membership = figures.membership
      guard membership.withoutJudgement > 0 else { continue }
      let gap = (membership.withoutJudgement, membership.candidates)
      if let index = gaps.firstIndex(where: { ($0.missing, $0.of) == gap }) {
        gaps[index].names.append(Prose.lowercasedFirst(group.name))
      } else {
        gaps.append((gap.0, gap.1, [group.name], membership.isDoubtful))
      }
    }
    let judged = withMembers.filter {
      [.goodNeighbours, .ofstedGood, .ofstedOutstanding].contains($0.group)
        && !$0.figures.rates.isEmpty
    }
    let day = judged.first.map {
      "Judgements are the latest of those published by \($0.figures.membership.day.inWords)."
    }
    return [day].compactMap { $0 }
      + gaps.map { gap in
        "\(Prose.list(gap.names)): \(gap.missing) of \(gap.of) had no judgement yet in the official"
          + " list, which begins in 2018"
          + (gap.isDoubtful ? ", which is too few to say how the rate stands by them." : ".")
      }
  }

  /// One sentence for each reason, with all that have it.
  private func sentences(_ places: [(name: String, reason: String)]) -> [String] {
    var reasons: [(reason: String, names: [String])] = []
    for (name, reason) in places {
      if let index = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[index].names.append(name)
      } else {
        reasons.append((reason, [name]))
      }
    }
    return reasons.map { reason, names in
      names.count == 1
        ? "\(names[0]) has no rate because it \(reason)."
        : "\(Prose.list(names)) have no rate: each \(reason)."
    }
  }
}

extension GroupMembership {
  /// Whether more of those that were looked at had no judgement in the list than had one.
  var isDoubtful: Bool { withoutJudgement * 2 > candidates }
}
