import Documents
import Indicators
import LookedAfter
import Scenarios

/// Where the number is going, as things are and with some levers, and how sure that is.
public struct ProjectionAnswer {
  let tables: ProjectionTables
  /// Whether it stands in a paper, which tells nobody what to type.
  var isInPaper = false
  let levers: [Lever]
  let backTest: BackTest?
  let history: History
  /// What was asked beside the levers, a sentence each.
  let remarks: [String]
  let removed: Int
  var projection: Projection { tables.projection }

  /// - Parameters:
  ///   - projection: what was run.
  ///   - model: what was run.
  ///   - levers: what was changed; none for a projection as things are.
  ///   - focus: the cohort that was asked for; nil for all children.
  ///   - backTest: how projections of this history would have done; nil where it was not tested.
  ///   - history: what is recorded.
  ///   - remarks: what was understood of a change.
  ///   - removed: of how many children the rows were removed, so that nobody can be followed.
  public init(
    _ projection: Projection, of model: FlowModel, levers: [Lever] = [], focus: CohortID? = nil,
    backTest: BackTest?, history: History, remarks: [String] = [], removed: Int = 0
  ) {
    self.remarks = remarks
    self.removed = removed
    tables = ProjectionTables(
      projection: projection, model: model, history: history, focus: focus, levers: levers)
    self.levers = levers
    self.backTest = backTest
    self.history = history
  }

  /// The answer as a paper of its own.
  public func document(title: String) -> Document {
    Document(title: title, asAt: projection.start.lastDay.description, blocks: blocks)
  }

  /// The answer as part of another paper.
  public var blocks: [Block] {
    var section = Section(heading: "")
    let understood = LeverSentences(history, of: tables.model).sentences(levers) + remarks
    if !understood.isEmpty { section.blocks.append(.list(understood)) }
    section.say(expected, change)
    if tables.focus == nil { section.say(rate, comparators, cost) }
    section.blocks.append(
      .chart(ProjectionChart(tables: tables, description: expected).chart))
    section.blocks.append(.table(tables.byMonth()))
    if tables.focus == nil, let cohorts = tables.cohorts() {
      section.blocks.append(.table(cohorts))
    }
    if let comparators = tables.comparators() { section.blocks.append(.table(comparators)) }
    let line = backTest.map { BackTestAnswer.line($0, months: projection.result.count) } ?? ""
    section.say(basis, tables.focus == nil || line.isEmpty ? line : "Of all children: \(line)")
    section.say(precision)
    if !cautions.isEmpty { section.blocks.append(.list(cautions)) }
    section.blocks.append(
      .table(
        tables.projection(
          id: "projection", caption: "The projection, month by month", months: projection.result)))
    if projection.scenario != nil {
      section.blocks.append(
        .table(
          tables.projection(
            id: "base", caption: "As things are, month by month", months: projection.base)))
    }
    if let difference = projection.difference {
      section.blocks.append(.table(tables.difference(difference)))
    }
    return section.blocks
  }

  // MARK: Sentences

  var expected: String {
    guard let last = projection.result.last, let band = tables.band(last) else { return "" }
    let what = tables.focus.map { " in \(LeverSentences(history).name($0))" } ?? ""
    let condition = projection.scenario == nil ? "as things are, " : "with this change, "
    return "\(Prose.figures(opening)) children\(what) in \(projection.start.inWords). In"
      + " \(last.month.inWords), \(condition)\(BandSentences.children(band.mean)) are expected:"
      + " \(BandSentences.ranges(band))."
  }

  private var opening: Int {
    tables.focus.flatMap { tables.model.index(of: $0) }
      .map { tables.model.compartments[$0].opening } ?? projection.opening
  }

  var change: String {
    guard let difference = projection.difference?.last, let last = projection.base.last,
      let base = tables.band(last)
    else { return "" }
    let band = tables.difference(difference)
    if band.lower95 == 0, band.upper95 == 0, abs(band.mean) < 0.05 {
      return "Without it as many would be expected: it makes no difference to the number."
    }
    let result = projection.result.last.flatMap(tables.band)?.mean ?? base.mean
    let shown = BandSentences.rounded(result) - BandSentences.rounded(base.mean)
    return "Without it \(BandSentences.children(base.mean)) would be expected, so it makes about"
      + " \(BandSentences.difference(band, isExact: shown != BandSentences.rounded(band.mean)))."
  }

  var rate: String {
    guard let last = projection.result.last, let rate = last.rate else {
      return "No rate can be given, since no population aged 0 to 17 is recorded."
    }
    return "That is a rate of \(Prose.decimal(rate.mean, 1)) per 10,000"
      + " (\(Prose.decimal(rate.lower95, 1)) to \(Prose.decimal(rate.upper95, 1)), nineteen times in"
      + " twenty)."
  }

  var comparators: String {
    let rest = " The others are in the table below."
    let text = comparators(among: .max)
    let isAll = (projection.result.last?.goals.count ?? 0) <= shownGoals.count
    return text.isEmpty || isAll ? text : text + rest
  }

  /// The comparators that may be reached; where none may be, the nearest: those far off say nothing.
  var shownGoals: [GoalChance] {
    let goals = projection.result.last?.goals ?? []
    let open = goals.filter { (0.01..<0.99).contains($0.chance) }
    let nearest = goals.min { abs($0.gap.mean) < abs($1.gap.mean) }
    return open.isEmpty ? [nearest].compactMap { $0 } : open
  }

  private func comparators(among most: Int) -> String {
    guard !shownGoals.isEmpty else { return "" }
    let parts = shownGoals.prefix(most).map { goal in
      "\(BandSentences.gap(BandSentences.rounded(goal.gap.mean))) the \(Prose.figures(goal.needed)) of"
        + " \(goal.name) (\(BandSentences.chance(goal.chance)) to be at or under it)"
    }
    return "It is \(Prose.list(parts))."
  }

  var cost: String {
    guard let last = projection.result.last, let month = last.cost else {
      return CostSentences.missing(levers, inPaper: isInPaper)
    }
    let yearly = month.scaled(by: 12)
    let year =
      "At the number of \(last.month.inWords) the children cost \(BandSentences.pounds(yearly)) in a"
      + " year, \(costs.basis)."
    guard let difference = projection.difference?.last, let soFar = difference.costSoFar,
      let monthly = difference.cost
    else { return year }
    return
      "\(year) Up to then the change costs \(BandSentences.money(soFar)) than as things are, and"
      + " over a full year from then on \(BandSentences.money(monthly.scaled(by: 12)))."
  }

  private var costs: CostSentences { CostSentences(history, projection.start, levers) }

  var basis: String {
    let months = Prose.count(projection.basis.months, "month", "months")
    let kind =
      projection.basis.isChildLevel
      ? "the course of each child in care over \(months) of the 903 returns: who moved from cohort to cohort,"
        + " and who left by cohort, age and time in care, few cases drawn towards the whole"
      : "\(months) of joiners and leavers"
    let applications = tables.model.known.filter { $0.reason != .birthday }.reduce(0) {
      $0 + $1.number
    }
    let counted = [
      projection.basis.isChildLevel ? birthdays : nil,
      applications == 0
        ? nil : "\(Prose.count(applications, "application", "applications")) planned or under way",
    ].compactMap { $0 }
    let known = counted.isEmpty ? "" : " Known beforehand: \(Prose.list(counted))."
    return
      "It rests on \(kind) up to \(projection.start.inWords); a month counts half as much as one a"
      + " year later.\(known) \(unevenness)"
  }

  /// The 18th birthdays that are known, in words.
  private var birthdays: String {
    let end = projection.result.last?.month ?? projection.start
    let number = tables.model.known.filter { $0.reason == .birthday && $0.due <= end }
      .reduce(0) { $0 + $1.number }
    return "\(Prose.count(number, "18th birthday", "18th birthdays")) by the end"
  }

  private var unevenness: String {
    let spread = Prose.decimal(projection.spread, 1)
    return spread == "1.0"
      ? "Joiners and leavers vary as if children came and went one by one."
      : "Joiners and leavers vary \(spread) times as much as if children came and went one by one."
  }

  /// The standard errors up to which the drawn courses and the closed form are said to agree.
  private static let mostErrors = 3.0

  private var precision: String {
    guard let last = projection.result.last else { return "" }
    let settings = projection.settings
    let drawn =
      "\(Prose.figures(settings.paths)) courses were drawn (seed \(settings.seed)), which leaves"
      + " the expected number uncertain by \(Prose.decimal(last.simulated.meanError, 1))"
    return projection.agreement <= Self.mostErrors
      ? "\(drawn); the sum without drawing agrees within \(Prose.decimal(projection.agreement, 1)) of such"
        + " errors."
      : "\(drawn). The sum without drawing differs by more than drawing explains, which happens where a"
        + " cohort may run out of children; the figures are those of the drawn courses."
  }
}
