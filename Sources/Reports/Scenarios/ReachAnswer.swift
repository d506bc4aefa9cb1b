import Documents
import Indicators
import LookedAfter
import Scenarios

/// What it takes to be at or under a number by a month.
public struct ReachAnswer {
  /// The number that is to be reached, and what it is.
  public struct Goal: Equatable, Sendable {
    /// What it is, within a sentence: `the rate of England`; nil for a number that was given.
    public let name: String?

    /// The children.
    public let children: Int

    /// Makes a goal.
    public init(_ name: String?, _ children: Int) {
      self.name = name
      self.children = children
    }

    var inSentence: String {
      name.map { "\(Prose.figures(children)), the number at \($0)," } ?? Prose.figures(children)
    }
  }

  private let goal: Goal
  private let history: History

  /// - Parameters:
  ///   - goal: what is to be reached.
  ///   - history: what is recorded.
  public init(_ goal: Goal, history: History) {
    self.goal = goal
    self.history = history
  }

  /// What each effort would take, by the projection.
  ///
  /// - Parameters:
  ///   - seeks: one for each effort and chance that was tried; of one goal and month.
  ///   - model: the model that is run.
  ///   - levers: what is done anyway.
  ///   - backTest: how projections of this history would have done.
  public func document(
    _ seeks: [GoalSeek], of model: FlowModel, levers: [Lever], backTest: BackTest?
  ) -> Document {
    var section = Section(heading: "")
    let understood = LeverSentences(history, of: model).sentences(levers)
    if !understood.isEmpty { section.blocks.append(.list(understood)) }
    guard let first = seeks.first else { return Document(answer: section, title: "", asAt: nil) }
    let months = model.start.distance(to: first.month)
    section.say(
      "\(Prose.figures(model.opening)) children in \(model.start.inWords). The chance of"
        + " \(goal.inSentence) or fewer by \(first.month.inWords), as things are, is"
        + " \(BandSentences.chance(first.chanceAnyway)).")
    for seek in seeks { section.say(sentence(seek)) }
    section.blocks.append(.table(table(seeks, of: model)))
    section.say(
      "The effort is made in each of the \(Prose.count(months, "month", "months")) from"
        + " \(model.start.advanced(by: 1).inWords) on, on top of what would happen anyway.",
      backTest.map { BackTestAnswer.line($0, months: months) } ?? "")
    if goal.name != nil { section.say(Caution.comparatorIsNoTarget.sentence) }
    return Document(answer: section, title: title(first.month), asAt: model.start.lastDay)
  }

  /// How many more have to leave than join, where too little is recorded to project.
  public func sum(from month: Month, children: Int, by end: Month) -> Document {
    var section = Section(heading: "")
    let (fewer, months) = (children - goal.children, max(1, month.distance(to: end)))
    let perMonth = Double(max(0, fewer)) / Double(months)
    section.say(
      "\(Prose.figures(children)) children in \(month.inWords), \(Prose.comparison(fewer))"
        + " \(goal.inSentence.last == "," ? String(goal.inSentence.dropLast()) : goal.inSentence).",
      fewer <= 0
        ? "It is reached already."
        : "To be there by \(end.inWords), \(Prose.decimal(perMonth, 1)) a month have to leave more than"
          + " join, over \(Prose.count(months, "month", "months")).")
    section.blocks.append(
      .note(
        Note(
          code: "bare-what-if", severity: .information,
          text:
            "This is a sum, not a projection: a projection needs joiners, leavers and the number of"
            + " twelve months, and only then is there a chance of success.")))
    section.blocks.append(
      .table(
        table(rows: [
          Row([
            .text("net"), .text("more who leave than join"), .integer(goal.children),
            .text("\(end)"),
            .missing, .text(fewer <= 0 ? "reached" : "sum"),
            .real(perMonth, decimals: 4, display: Prose.decimal(perMonth, 1)), .missing, .missing,
            .missing, .missing,
          ])
        ])))
    if goal.name != nil { section.say(Caution.comparatorIsNoTarget.sentence) }
    return Document(
      answer: section, title: title(end),
      asAt: history.snapshotWithTotal(for: month)?.asAt ?? month.lastDay)
  }

  private func title(_ month: Month) -> String {
    let what = goal.name.map { "\(Prose.figures(goal.children)), \($0)," }
    return "To reach \(what ?? Prose.figures(goal.children)) by \(month.inWords)"
  }

  // MARK: Sentences

  private func sentence(_ seek: GoalSeek) -> String {
    let wanted = chanceInWords(seek.wanted)
    let effort = words(seek.effort)
    switch seek.outcome {
    case .reachedAnyway: return "\(wanted.capitalisedFirst) it is reached without doing anything."
    case .takes(let perMonth):
      return "To reach it \(wanted), it takes \(Prose.decimal(perMonth, 1)) a month of \(effort);"
        + " \(BandSentences.children(seek.expected)) are then expected, and the chance is"
        + " \(BandSentences.chance(seek.chance))."
    case .notReachable(let most):
      return "It cannot be reached \(wanted) by \(effort) alone: even with"
        + " \(Prose.decimal(most, 1)) a month, the most there can be,"
        + " \(BandSentences.children(seek.expected)) are expected and the chance is"
        + " \(BandSentences.chance(seek.chance))."
    }
  }

  private func chanceInWords(_ chance: Double) -> String {
    chance == 0.5
      ? "as likely as not"
      : chance == 0.8
        ? "four times in five" : "\(Prose.decimal(chance * 100, 0)) times in 100"
  }

  private func words(_ effort: GoalSeek.Effort) -> String {
    switch effort {
    case .moreLeavers(let route, let from):
      let kind = route.flatMap { history.catalogue[$0] }.map {
        " (\(Prose.lowercasedFirst($0.name)))"
      }
      let place = from.map { " from \(LeverSentences(history).name($0))" } ?? ""
      return "more leavers\(kind ?? "")\(place)"
    case .fewerJoiners: return "fewer joiners"
    case .both: return "more leavers and fewer joiners, half of each"
    }
  }

  // MARK: Table

  private func table(_ seeks: [GoalSeek], of model: FlowModel) -> Table {
    func explained(_ cell: Cell, _ seek: GoalSeek, _ subject: String) -> Cell {
      cell.explained(ReachExplanation.of(subject, seek, model, history))
    }
    return table(
      rows: seeks.map { seek in
        let (outcome, perMonth, most): (String, Double?, Double?) =
          switch seek.outcome {
          case .reachedAnyway: ("reached anyway", 0, nil)
          case .takes(let number): ("takes", number, nil)
          case .notReachable(let most): ("not reachable", nil, most)
          }
        func chance(_ value: Double) -> Cell {
          .real(value, decimals: 4, display: BandSentences.share(value))
        }
        func tenths(_ value: Double?) -> Cell {
          value == nil
            ? .notApplicable
            : .real(value, decimals: 1, display: value.map { Prose.decimal($0, 1) })
        }
        return Row([
          .text(id(seek.effort)), .text(words(seek.effort)), .integer(seek.target),
          .text("\(seek.month)"), chance(seek.wanted), .text(outcome),
          explained(tenths(perMonth), seek, "children a month that it takes"),
          tenths(most), explained(chance(seek.chance), seek, "chance with that effort"),
          explained(chance(seek.chanceAnyway), seek, "chance as things are"),
          explained(
            .real(seek.expected, decimals: 4, display: BandSentences.children(seek.expected)), seek,
            "children expected with that effort"),
        ])
      })
  }

  private func id(_ effort: GoalSeek.Effort) -> String {
    switch effort {
    case .moreLeavers: "more_leavers"
    case .fewerJoiners: "fewer_joiners"
    case .both: "both"
    }
  }

  private func table(rows: [Row]) -> Table {
    Table(
      id: "reach", caption: "What it takes",
      columns: [
        Column(id: "effort", title: "Id", kind: .key),
        Column(id: "words", title: "By", kind: .rowHeader),
        Column(id: "target", title: "Children", kind: .key),
        Column(id: "month", title: "By month", kind: .key),
        Column(id: "wanted", title: "Chance wanted", kind: .number),
        Column(id: "outcome", title: "Outcome", kind: .label),
        Column(id: "per_month", title: "A month", kind: .number),
        Column(id: "most", title: "Most a month", kind: .key),
        Column(id: "chance", title: "Chance then", kind: .number),
        Column(id: "chance_anyway", title: "As things are", kind: .key),
        Column(id: "expected", title: "Expected then", kind: .number),
      ], rows: rows)
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
