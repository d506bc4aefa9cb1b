import Documents
import Indicators
import LookedAfter

/// A check as one line of arithmetic: what is set against what, and what each side rests on.
struct ReconciliationLine {
  /// The sum in words, with its numbers.
  let sum: String

  /// What the figures should make.
  let expected: Int

  /// What was recorded.
  let recorded: Int

  /// The figures behind the two.
  var inputs: [Explanation.Input] = []

  /// The line of a check; nil for a check that sets no number against another.
  init?(_ check: Check, of history: History, in month: Month) {
    switch check {
    case .cohortsAndTotal(let check):
      let snapshot = history.snapshot(for: month)
      self.init("Sum of the cohorts against the total", check.sum, check.total)
      inputs = history.scheme.cohorts.compactMap { cohort in
        snapshot?[cohort.id].map { .init(cohort.name, $0) }
      }
      inputs += [snapshot?.total.map { .init("total", $0) }].compactMap { $0 }
    case .stockAndFlow(let check):
      let flows = history.flows(in: .month(month))
      self.init(
        "\(check.openingNumber) (\(check.opening.label)) + \(check.joined) joined"
          + " \u{2212} \(check.left) left, against \(check.closing.label)",
        check.expected, check.closingNumber)
      inputs = [
        Self.input("opening, \(check.opening.label)", check.openingNumber, check.opening.total),
        Self.input("joined", check.joined, flows?.joined.stated),
        Self.input("left", check.left, flows?.left.stated),
        Self.input("closing, \(check.closing.label)", check.closingNumber, check.closing.total),
      ]
    case .breakdown(let check):
      self.init(
        "\(Self.name(of: check.subject)): lines against the total", check.sum, check.stated)
      let breakdown = Self.breakdown(check.subject, of: history, in: month)
      inputs = breakdown?.lines.map { .init($0.measure.name, $0.number) } ?? []
      inputs += [breakdown?.stated.map { .init("total as stated", $0) }].compactMap { $0 }
    case .pipelineStages(let check):
      self.init("Stages of the pipeline against the total stated", check.sum, check.stated)
      inputs = Self.stages(of: history, in: month)
    case .pipelineBalance(let check):
      self.init(
        "\(check.opening) open (\(check.openingMonth.inWords)) + \(check.sent) sent"
          + " \u{2212} \(check.ended) ended, against those open", check.expected, check.closing)
      inputs = [
        .init("open, \(check.openingMonth.inWords)", Prose.figures(check.opening)),
        Self.input(
          "sent", check.sent, history.plannedApplications(reportedIn: month)?.outcome.sent),
        .init("ended: granted or discharged", Prose.figures(check.ended)),
      ]
      inputs += Self.stages(of: history, in: month)
    case .pipelineAndLeavers(let check):
      self.init(
        "\(check.route.heading): granted or discharged, against leavers by that reason",
        check.granted, check.left)
      let pipeline = history.pipeline(in: .month(month))
      inputs = [
        Self.input("granted or discharged", check.granted, pipeline?[check.route, .granted]),
        .init("leavers by that reason", Prose.figures(check.left)),
      ]
    case .casesAndRecord(let check):
      self.init(
        "\(check.measure)\(check.detail.isEmpty ? "" : " (\(check.detail))"): by the cases, against"
          + " the count recorded", check.byCases, check.recorded.value)
      inputs = [
        .init("by the cases", Prose.figures(check.byCases)),
        Self.input("recorded", check.recorded.value, check.recorded),
      ]
    case .casesMissing(let check):
      self.init(
        "\(check.routes.map(\.rawValue).joined(separator: ", ")): by the cases, against the counts of"
          + " \(check.recordedIn.inWords), which stand", check.byCases, check.recorded)
    default:
      guard let line = Self.printed(check, of: history, in: month) else { return nil }
      self = line
    }
  }

  /// The lines about what a paper printed: commentary, plans and rates.
  private static func printed(
    _ check: Check, of history: History, in month: Month
  ) -> ReconciliationLine? {
    switch check {
    case .commentaryFigure(let check):
      var line = ReconciliationLine(
        "Commentary on \"\(check.cohort.name)\": figure in the text against the record",
        check.recorded, check.stated)
      let commentary = history.commentary(on: check.cohort.id, in: month)
      line.inputs = [
        .init(
          "in the text", Prose.figures(check.stated), recorded: commentary?.provenance),
        .init(
          history.catalogue[check.measure]?.name ?? "record", Prose.figures(check.recorded),
          recorded: history.count(of: check.measure, in: month)?.provenance),
      ]
      return line
    case .plannedApplications(let outcome):
      var line = ReconciliationLine(
        "Applications planned for \(outcome.month.inWords): sent and slipped, against the plan",
        (outcome.sent?.value ?? 0) + outcome.slipped, outcome.planned ?? 0)
      line.inputs =
        [outcome.sent.map { .init("sent as planned", $0) }].compactMap { $0 }
        + outcome.slips.map { .init($0.reason.name, $0.number) }
      return line
    case .printedRate(let check) where check.printed.whole != nil:
      var line = ReconciliationLine(
        "Rate of \(check.snapshot.month.inWords): \(check.children) of"
          + " \(Prose.figures(check.population.number.value)), against the rate printed",
        check.computed.whole ?? 0, check.printed.whole ?? 0)
      line.inputs = [
        input("children", check.children, check.snapshot.total),
        .init("population, \(check.population.inWords)", check.population.number),
        .init(
          "rate printed", Prose.decimal(check.printed),
          recorded: check.snapshot.printedRate?.provenance),
      ]
      return line
    default: return nil
    }
  }

  private init(_ sum: String, _ expected: Int, _ recorded: Int) {
    self.sum = sum
    self.expected = expected
    self.recorded = recorded
  }

  /// How the line's figures were made.
  var explanation: Explanation {
    Explanation(
      "check", formula: "\(sum); difference = recorded - expected", inputs: inputs,
      results: [
        .init("expected", Prose.figures(expected)), .init("recorded", Prose.figures(recorded)),
        .init("difference", Prose.signed(recorded - expected)),
      ])
  }

  // MARK: The figures behind it

  private static func input(
    _ name: String, _ value: Int, _ recorded: Recorded<Int>?
  ) -> Explanation.Input {
    .init(name, Prose.figures(value), recorded: recorded?.provenance)
  }

  private static func stages(of history: History, in month: Month) -> [Explanation.Input] {
    guard let pipeline = history.pipeline(in: .month(month)) else { return [] }
    let split = Route.allCases.flatMap { route in
      Stage.open.compactMap { stage in
        pipeline[route, stage].map {
          Explanation.Input("\(route.name), \(Prose.lowercasedFirst(stage.name))", $0)
        }
      }
    }
    let stated = pipeline.statedOpen.map { Explanation.Input("open, as stated", $0) }
    return split + [stated].compactMap { $0 }
  }

  private static func breakdown(
    _ subject: BreakdownSum.Subject, of history: History, in month: Month
  ) -> Breakdown? {
    switch subject {
    case .joined: history.flows(in: .month(month))?.joined
    case .left: history.flows(in: .month(month))?.left
    case .openProceedings: history.proceedings(in: month)?.open
    case .concludedProceedings: history.proceedings(in: month)?.concluded
    case .prevention: history.edgeOfCare(upTo: month)?.prevention.children
    case .reunification: history.edgeOfCare(upTo: month)?.reunification.children
    }
  }

  private static func name(of subject: BreakdownSum.Subject) -> String {
    switch subject {
    case .joined: "Joiners by legal status"
    case .left: "Leavers by reason"
    case .openProceedings: "Open proceedings by care plan"
    case .concludedProceedings: "Concluded proceedings by outcome"
    case .prevention: "Edge of care, prevention, by outcome"
    case .reunification: "Edge of care, reunification, by outcome"
    }
  }
}
