import Documents
import Indicators
import LookedAfter

/// Says in sentences what a failed check found.
struct CheckSentences {
  let history: History
  let month: Month
  let checks: MonthChecks

  init(history: History, month: Month) {
    self.history = history
    self.month = month
    checks = MonthChecks(of: history, in: month)
  }

  /// The notes of the checks that do not hold, of those that are wanted: the worst first.
  func notes(where isWanted: (Check) -> Bool = { _ in true }) -> [Note] {
    let notes = checks.failed.filter(isWanted).map(note)
    return Note.Severity.allCases.flatMap { severity in notes.filter { $0.severity == severity } }
  }

  /// The note of a check.
  func note(_ check: Check) -> Note {
    Note(
      code: check.code, severity: Note.Severity(rawValue: check.severity.rawValue) ?? .warning,
      text: text(check))
  }

  private func text(_ check: Check) -> String {
    switch check {
    case .cohortsAndTotal(let check): cohortsAndTotal(check)
    case .stockAndFlow(let check): stockAndFlow(check)
    case .breakdown(let check): breakdown(check)
    case .pipelineStages(let check):
      "The stages of the pipeline make \(check.sum) open applications; the report states"
        + " \(check.stated)."
    case .pipelineBalance(let check): pipelineBalance(check)
    case .pipelineAndLeavers(let check): pipelineAndLeavers(check)
    case .commentaryFigure(let check): commentaryFigure(check)
    case .commentaryCarriedOver(let cohort, let before):
      "The commentary on \"\(cohort.name)\" is that of \(before.inWords), word for word; say what"
        + " happened in \(month.inWords)."
    case .plannedApplications(let outcome): plannedApplications(outcome)
    case .ratingAndDirection(let check): ratingAndDirection(check)
    case .printedRate(let check): printedRate(check)
    case .comparatorYear(let check): comparatorYear(check)
    case .twoTotals(let month, let snapshots): twoTotals(month, snapshots)
    case .leaversMissing(let check): leaversMissing(check)
    case .shareBasis(let share): shareBasis(share)
    case .unfilledFigure(let cohort, let text):
      "The commentary on \"\(cohort.name)\" holds \(text), which no recorded figure fills; correct"
        + " the comment or record the figure."
    case .casesAndRecord(let comparison): casesAndRecord(comparison)
    case .casesMissing(let shortfall): CaseSentences.shortfall(shortfall, of: history)
    case .casesAndCohort(let check):
      "\(Prose.sentence(Prose.children(check.children)).dropLast()) of \"\(check.cohort.name)\" \(check.children == 1 ? "has" : "have") a live case,"
        + " and the cohort is recorded with \(Prose.figures(check.recorded)): a cohort of a case is out"
        + " of date, or the cohort is."
    case .reasonsMissing(let leavers):
      "No reason is recorded for the \(Prose.children(leavers)) who left care, so none of them is"
        + " counted as having left by a safe route."
    }
  }

  private func cohortsAndTotal(_ check: CohortsAndTotal) -> String {
    if !check.missing.isEmpty {
      return "No number is recorded for \(Prose.list(check.missing.map(\.name))), so the cohorts"
        + " make \(check.sum) of \(check.total) children."
    }
    let remainder = Prose.children(abs(check.remainder))
    if check.isOneCohortEach, check.remainder > 0 {
      return
        "The cohorts make \(check.sum) and the total is \(check.total): no rule of the scheme takes"
        + " \(remainder), who are in no cohort (unallocated)."
    }
    let meaning =
      check.remainder > 0
      ? "a net \(remainder) in no cohort"
      : "a net \(remainder) counted in more than one cohort"
    return "The cohorts make \(check.sum) and the total is \(check.total): \(meaning)"
      + " (children in none less children in several)."
  }

  private func stockAndFlow(_ check: StockAndFlow) -> String {
    let difference = Prose.comparison(check.difference)
    var text =
      "From \(check.openingNumber) (\(check.opening.label)), \(check.joined) joined and"
      + " \(check.left) left make \(check.expected), but \(check.closingNumber) is printed"
      + " (\(check.closing.label)): \(difference) expected."
    if check.opening.basis == .weekly || check.closing.basis == .weekly {
      text +=
        " The number of children is from weekly data and the flows are of a calendar month, which"
        + " can explain a small difference."
    }
    let balanced = checks.all.compactMap { other -> StockAndFlow? in
      if case .stockAndFlow(let other) = other, other.difference == 0 { return other }
      return nil
    }
    if let balanced = balanced.first {
      text +=
        " From \(balanced.openingNumber) (\(balanced.opening.label)) the flows do lead to"
        + " \(balanced.closingNumber)"
        + (balanced.closing == check.closing ? "." : " (\(balanced.closing.label)).")
    }
    return text
  }

  private func breakdown(_ check: BreakdownSum) -> String {
    let subject =
      switch check.subject {
      case .joined: "children who became looked after, by legal status,"
      case .left: "children who left care, by reason,"
      case .openProceedings: "children in open care proceedings, by care plan,"
      case .concludedProceedings: "concluded care proceedings, by outcome,"
      case .prevention: "children helped to stay out of care, by outcome,"
      case .reunification: "children helped to go home, by outcome,"
      }
    return "The \(subject) add up to \(check.sum), where \(check.stated) are stated."
  }

  private func pipelineBalance(_ check: PipelineBalance) -> String {
    "At the end of \(check.openingMonth.inWords), \(Prose.number(check.opening)) applications were open."
      + " With \(Prose.number(check.sent)) sent and \(Prose.number(check.ended)) ended,"
      + " \(check.expected) should be open; the report has \(check.closing),"
      + " \(Prose.comparison(check.difference)) that."
      + (check.isComplete
        ? ""
        : " Applications refused, withdrawn or returned to planning would explain it; none is"
          + " reported.")
  }

  private func casesAndRecord(_ check: CaseComparison) -> String {
    let name = history.catalogue[check.measure]?.name ?? check.measure.rawValue
    let target = Month(iso: check.detail).map { " for \($0.inWords)" } ?? ""
    let source = check.recorded.provenance.source.map { " (\($0.shortTitle))" } ?? ""
    return "\"\(name)\"\(target): the cases make \(Prose.figures(check.byCases)), and"
      + " \(Prose.figures(check.recorded.value)) \(check.recorded.value == 1 ? "is" : "are") recorded\(source)."
      + (check == history.caseComparisons.first { $0.month == month && !$0.agrees }
        ? " The papers use the cases; where these are not complete yet, say from which month they are:"
          + " cases since MONTH" : "")
  }

  private func pipelineAndLeavers(_ check: PipelineAndLeavers) -> String {
    let granted = check.route == .sgo ? "SGOs granted" : "care orders discharged"
    return "The pipeline has \(Prose.number(check.granted)) \(granted) in the month, the leavers by"
      + " reason \(Prose.number(check.left))."
  }

  private func commentaryFigure(_ check: CommentaryFigure) -> String {
    var text =
      "The commentary on \"\(check.cohort.name)\" says \(Prose.figures(check.stated));"
      + " \(name(of: check.measure)) is \(Prose.figures(check.recorded))\(parts(of: check.measure, in: month))."
    if let before = check.carriedOverFrom {
      text +=
        " \(Prose.figures(check.stated)) was the figure of \(before.inWords)"
        + "\(parts(of: check.measure, in: before)): the comment may have been carried over."
    }
    return text
  }

  private func plannedApplications(_ outcome: PlanOutcome) -> String {
    let sent = outcome.sent?.value ?? 0
    return "\(outcome.planned ?? 0) applications were planned for \(outcome.month.inWords), but"
      + " \(sent) sent and \(outcome.slipped) slipped make \(sent + outcome.slipped)."
  }

  private func ratingAndDirection(_ check: RatingAndDirection) -> String {
    let direction =
      check.change == 0
      ? "did not change" : check.change < 0 ? "fell by \(-check.change)" : "rose by \(check.change)"
    let meaning =
      switch check.expected {
      case .progress where check.leftByExpectedExit:
        "children left by the expected exit, which is progress (level 1 or 2)"
      case .progress: "a fall is the aim (level 1 or 2)"
      case .slippage: "a rise is not the aim (level 4 or 5)"
      case .neither, nil: "that alone is neither progress nor slippage (level 3)"
      }
    return
      "\"\(check.cohort.name)\" \(direction): \(meaning). It is rated \(check.rating.level.rawValue),"
      + " \(check.rating.mark.name)."
  }

  private func printedRate(_ check: PrintedRate) -> String {
    "The rate of \(check.printed) printed for \(check.snapshot.month.inWords) does not come from the"
      + " population in use: \(check.children) children of \(Prose.figures(check.population.number.value))"
      + " (\(check.population.inWords)) are \(check.computed). A change between two rates is real only"
      + " on one population."
  }

  private func comparatorYear(_ check: ComparatorYear) -> String {
    let years = check.dataYears.map { year in
      // A year such as 2018/19 ends on 31 March of its second half.
      let end = Int(year.prefix(4)).flatMap { Month(year: $0 + 1, month: 3) }
      let age = end.map { $0.distance(to: check.month) } ?? 0
      return age > 0 ? "\(year) (which ended \(Prose.count(age, "month", "months")) before)" : year
    }
    return "The rate of \(check.month.inWords) stands beside comparators of \(Prose.list(years)):"
      + " they may have moved since."
  }

  private func twoTotals(_ month: Month, _ snapshots: [Snapshot]) -> String {
    let totals = snapshots.compactMap { snapshot in
      snapshot.total.map { total in
        let source = total.provenance.source.map { "; \($0.shortTitle)" } ?? ""
        return "\(total.value) (\(snapshot.label)\(source))"
      }
    }
    return "\(month.inWords) has \(Prose.number(totals.count)) totals: \(Prose.list(totals)). Both"
      + " stand; each belongs to its basis."
  }

  private func leaversMissing(_ check: LeaversMissing) -> String {
    var text =
      "The commentary on \"\(check.cohort.name)\" says that \(Prose.phrase(check.reason, check.stated)),"
      + " but nobody is recorded so among the \(Prose.number(check.left)) who left care."
      + " With them \(Prose.number(check.left + check.stated)) would have left"
    if let closing = check.closingWithThem { text += " and \(closing) children would remain" }
    return text + "."
  }

  private func shareBasis(_ share: PublishedShare) -> String {
    let known = share.numerator.map { "only its numerator, \($0.value)," } ?? "neither"
    return
      "The \(share.percent.value)% (\(Prose.lowercasedFirst(share.definition))) is as published; of its numerator and denominator \(known)"
      + " is known for \(month.inWords)."
  }

  // MARK: Words for figures

  private func name(of measure: MeasureID) -> String {
    for route in Route.allCases where measure == "pipeline.\(route.rawValue).open" {
      return "the number of \(route.name) applications filed or with legal services"
    }
    switch measure {
    case "rate": return "the rate per 10,000"
    case "change": return "the change on \(month.advanced(by: -1).inWords)"
    default: return history.catalogue[measure].map { "\"\($0.name)\"" } ?? "\(measure)"
    }
  }

  /// The stages behind a number of open applications: ` (8 filed and 5 with legal services)`.
  private func parts(of measure: MeasureID, in month: Month) -> String {
    for route in Route.allCases where measure == "pipeline.\(route.rawValue).open" {
      guard let pipeline = history.pipeline(in: .month(month)),
        let filed = pipeline[route, .filed]?.value,
        let withLegal = pipeline[route, .withLegal]?.value
      else { return "" }
      return " (\(filed) filed and \(withLegal) with legal services)"
    }
    return ""
  }
}
