import LookedAfter
import Scenarios

/// What has to be kept in mind of a projection.
extension ProjectionAnswer {
  var cautions: [String] {
    var cautions: [String] = []
    if tables.model.compartments.count > 1, !projection.basis.isChildLevel {
      let followed =
        removed > 0
        ? "The rows of \(Prose.children(removed)) were removed from this history, so children were not"
          + " followed from cohort to cohort;" : "Children were not followed from cohort to cohort;"
      cautions.append(
        "\(followed) who moved and left is worked out from the"
          + " numbers of the cohorts, so that a cohort is less sure than the whole.")
    }
    cautions += FlowCautions.sentences(
      history, upTo: projection.start, months: projection.basis.months)
    cautions += ApplicationSentences(tables.model, projection, history).sentences
    let routes = Set(tables.model.known.filter { $0.reason != .birthday }.map(\.route))
    let forced = levers.contains { lever in
      guard case .leavers(let amount, let route?, _, _) = lever, routes.contains(route) else {
        return false
      }
      if case .percent = amount { return false }
      return true
    }
    if forced {
      cautions.append(
        "Applications planned and under way by the same route go on besides; to have it otherwise, add:"
          + " planned applications fail, applications under way fail.")
    }
    if projection.result.count > 12 {
      cautions.append(
        "Beyond twelve months services change in ways that no rate of the past foretells; over the second"
          + " year the bands widen until they are at least as wide as English authorities of this size have"
          + " moved.")
    }
    return cautions
  }
}
