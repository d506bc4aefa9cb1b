import Documents
import LookedAfter
import Scenarios

/// What is taken of applications that are planned or under way, and how far they count besides those
/// who leave by the same routes anyway.
struct ApplicationSentences {
  private let model: FlowModel
  private let projection: Projection
  private let assumptions: ApplicationAssumptions
  private let history: History

  init(_ model: FlowModel, _ projection: Projection, _ history: History) {
    self.model = model
    self.projection = projection
    self.history = history
    assumptions = ApplicationAssumptions(history, upTo: projection.start)
  }

  var sentences: [String] {
    let number = model.known.filter { $0.reason != .birthday }.reduce(0) { $0 + $1.number }
    guard number > 0, let last = projection.base.last else { return [] }
    let orders = model.expectedOrders(months: projection.base.count)
    let expected = Prose.decimal(orders.expected, 0)
    let usual = Prose.decimal(orders.inPlaceOfUsual, 0)
    let isToldApart = model.compartments.contains { compartment in
      compartment.leaving.contains { $0.route != .ceased }
    }
    return [
      "As things are, \(expected) of the \(Prose.count(number, "application", "applications")) planned or"
        + " under way are expected to have ended in an order by \(last.month.inWords)."
        + (isToldApart
          ? " \(usual) of these stand in the place of children who leave by the same routes anyway, and the"
            + " rest come on top; nobody leaves in the place of one that fails."
          : " How many leave by these routes is not recorded, so all come on top of those who leave anyway,"
            + " and the number may come out too low."),
      "Taken of applications: \(words(assumptions.onTime, "go to legal services in the month planned"));"
        + " \(words(assumptions.filing, "of those with legal services are filed in a month"));"
        + " \(words(assumptions.deciding, "of those filed are decided in a month"));"
        + " \(words(assumptions.success, "end in an order")).",
    ]
  }

  /// A share, and what it rests on: `38% go … (3 of 10 here, with a half assumed)`.
  private func words(_ share: ApplicationAssumptions.Share, _ what: String) -> String {
    let assumed = Prose.percent(share.assumed)
    let basis =
      share.cases == 0
      ? "assumed"
      : "\(Prose.figures(share.successes)) of \(Prose.figures(share.cases)) here, with \(assumed) assumed"
    return "\(Prose.percent(share.value)) \(what) (\(basis))"
  }
}
