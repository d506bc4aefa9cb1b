import Indicators
import LookedAfter
import Scenarios

/// What a sum says, a sentence each.
extension BareAnswer {
  var result: String {
    let change = sum.children - sum.opening
    let words =
      change == 0
      ? "stay \(Prose.figures(sum.children))"
      : "become \(Prose.figures(sum.children)), \(Prose.number(abs(change)))"
        + " \(change < 0 ? "fewer" : "more")"
    return "The \(Prose.figures(sum.opening)) children of \(sum.month.inWords) \(words)."
  }

  /// The month in which the number is reached: the one that was asked for, or the last in which
  /// something happens.
  var reached: String {
    let names = levers.contains {
      if case .applications = $0 { true } else { false }
    }
    let due =
      names
      ? ApplicationAssumptions(history, upTo: sum.month)
        .openApplications(history, month: sum.month).map(\.due).max() : nil
    guard let month = [until, due].compactMap({ $0 }).max(), month > sum.month else { return "" }
    return "That is where they stand in \(month.inWords), if all of it has come by then."
  }

  /// How many succeed, of how many there are.
  var successes: String {
    let open = ApplicationAssumptions(history, upTo: sum.month)
      .openApplications(history, month: sum.month)
    let changes = levers.compactMap { lever -> ApplicationChange? in
      if case .applications(let change) = lever { change } else { nil }
    }
    let steps = sum.steps.compactMap { step -> Int? in
      if case .applications = step.kind { step.children } else { nil }
    }
    let parts = zip(changes, steps).map { change, successes in
      let all = open.filter { line in
        let isWanted =
          switch change.which {
          case .planned: line.reason == .planned
          case .underWay: line.reason == .withLegal || line.reason == .filed
          case .all: line.reason != .birthday
          }
        return isWanted && (change.route.map { $0 == line.route } ?? true)
      }.reduce(0) { $0 + $1.number }
      let which =
        switch change.which {
        case .planned: "planned"
        case .underWay: "under way"
        case .all: "planned and under way"
        }
      return "\(Prose.noneOr(successes)) of the \(Prose.figures(all)) applications \(which)"
    }
    guard !parts.isEmpty else { return "" }
    return Prose.sentence("\(Prose.list(parts)) \(steps == [1] ? "succeeds" : "succeed")")
  }

  var rate: String {
    sum.rate.map { "That is a rate of \(Prose.decimal($0.value, 1)) per 10,000." } ?? ""
  }

  var comparators: String {
    guard !sum.gaps.isEmpty else { return "" }
    let parts = sum.gaps.map {
      "\(BandSentences.gap($0.gap)) the \(Prose.figures($0.needed)) of \($0.name)"
    }
    return "It is \(Prose.list(parts))."
  }

  var saving: String {
    guard let saving = sum.yearlySaving else { return CostSentences.missing(levers) }
    guard saving != 0 else { return "" }
    return
      "Over a full year that is £\(Prose.figures(abs(saving))) \(saving > 0 ? "less" : "more"),"
      + " \(CostSentences(history, sum.month, levers).basis)."
  }

  var label: String {
    let namesJoiners = levers.contains {
      if case .joiners = $0 { true } else { false }
    }
    let rule =
      namesJoiners
      ? "Nobody joins or leaves but those who are named."
      : "Nobody joins or leaves but those who are named: all others who leave are taken to be"
        + " made up for by joiners."
    switch reason {
    case .asked: return "This is a sum, not a projection, as was asked: it has no band. \(rule)"
    case .refused(.tooShort(let months, let needed)):
      let known =
        months == 0 ? "of none" : "only of \(Prose.count(months, "month", "months"))"
      return
        "This is a sum, not a projection, and says nothing of how sure it is: a projection needs"
        + " joiners, leavers and the number of \(needed) months, and they are recorded \(known)."
        + " \(rule)"
    case .refused(let refusal):
      return
        "This is a sum, not a projection, and says nothing of how sure it is. \(refusal) \(rule)"
    }
  }

  func sentence(_ caution: BareWhatIf.Caution) -> String {
    let names = LeverSentences(history)
    switch caution {
    case .carersNotWilling(let number, let all, let cohort):
      return
        "\(Prose.figures(number)) of the \(Prose.figures(all)) carers in \(names.name(cohort)) are"
        + " not willing for now."
    case .stillAssessed(let number, let all, let cohorts):
      return "Of the \(Prose.figures(all)) children in \(Prose.list(cohorts.map(names.name))),"
        + " \(Prose.figures(number)) are still being assessed for whether it is in their best"
        + " interests."
    }
  }
}
