import Documents
import LookedAfter
import Scenarios

/// When the number is expected to be at or under a goal.
public enum WhenAnswer {
  /// What is to be reached: the rate of others, or a number of children.
  public enum Goal: Equatable, Sendable {
    /// The rate of a comparator, by its name in a sentence.
    case rate(of: String)
    /// So many children.
    case children(Int)

    /// The name under which a projection has it.
    public var name: String {
      switch self {
      case .rate(let name): name
      case .children(let number): "\(Prose.figures(number)) children"
      }
    }

    fileprivate var inSentence: String {
      switch self {
      case .rate(let name): "the rate of \(name)"
      case .children: name
      }
    }
  }

  /// The first months in which that is as likely as not, and four times in five.
  ///
  /// - Parameters:
  ///   - goal: what is to be reached, which the projection has under its name.
  ///   - projection: what was run.
  ///   - model: the model that was run.
  ///   - levers: what was changed.
  ///   - backTest: how projections of this history would have done.
  ///   - history: what is recorded.
  public static func document(
    _ goal: Goal, _ projection: Projection, of model: FlowModel, levers: [Lever],
    backTest: BackTest?, in history: History
  ) -> Document {
    var section = Section(heading: "")
    let understood = LeverSentences(history, of: model).sentences(levers)
    if !understood.isEmpty { section.blocks.append(.list(understood)) }
    let condition = levers.isEmpty ? "as things are" : "with this change"
    if let last = projection.result.last,
      let found = last.goals.first(where: { $0.name == goal.name })
    {
      let month = last.month
      let needed = Prose.figures(found.needed)
      let likely = projection.firstMonth(atOrUnder: goal.name, chance: 0.5)
      let safe = projection.firstMonth(atOrUnder: goal.name, chance: 0.8)
      let start = "\(Prose.figures(projection.opening)) children in \(projection.start.inWords)"
      if case .rate = goal {
        section.say("\(start); \(goal.inSentence) is \(needed) children.")
      } else {
        section.say("\(start).")
      }
      let that = goal == .children(found.needed) ? needed : "that"
      section.say(
        likely.map {
          "It is as likely as not to be at or under \(that) from \($0.month.inWords) on, \(condition)."
        }
          ?? "It is not likely to be at or under \(that) by \(month.inWords), \(condition): the chance"
          + " is \(BandSentences.chance(found.chance)) then.",
        safe.map { "Four times in five it is there by \($0.month.inWords)." }
          ?? (likely == nil ? "" : "It is not there four times in five by \(month.inWords)."))
    }
    let explanations = ProjectionExplanations(
      ProjectionTables(
        projection: projection, model: model, history: history, focus: nil, levers: levers))
    var all = table(goal, "when", projection.result, explanations)
    all.isForMachines = true
    section.blocks += [
      .table(table(goal, "when-shown", shown(projection.result, goal), explanations)), .table(all),
    ]
    section.say(backTest.map { BackTestAnswer.line($0, months: 12) } ?? "")
    return Document(
      answer: section, title: "When at \(goal.inSentence)", asAt: projection.start.lastDay)
  }

  /// The months in which the chance is neither next to nothing nor next to certain, the end of each
  /// year, and the last.
  private static func shown(_ months: [ProjectedMonth], _ goal: Goal) -> [ProjectedMonth] {
    months.enumerated().filter { place, month in
      let chance = month.goals.first { $0.name == goal.name }?.chance ?? 0
      return (0.01..<0.99).contains(chance) || (place + 1) % 12 == 0 || place + 1 == months.count
    }.map(\.element)
  }

  private static func table(
    _ goal: Goal, _ id: String, _ months: [ProjectedMonth], _ explanations: ProjectionExplanations
  ) -> Table {
    Table(
      id: id, caption: "The chance of being at or under \(goal.inSentence)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "month", title: "Month", kind: .rowHeader),
        Column(id: "expected", title: "Expected", kind: .number),
        Column(id: "needed", title: "Children at the goal", kind: .number),
        Column(id: "chance", title: "Chance", kind: .number),
      ],
      rows: months.compactMap { month in
        month.goals.first { $0.name == goal.name }.map { found in
          Row([
            .text("\(month.month)"), .text(month.month.inWords),
            .real(
              month.total.mean, decimals: 4, display: BandSentences.children(month.total.mean)
            ).explained(explanations.figure("total", in: month.month)),
            .integer(found.needed).explained(explanations.needed(found)),
            .real(found.chance, decimals: 4, display: BandSentences.share(found.chance))
              .explained(explanations.chance(found, in: month.month)),
          ])
        }
      })
  }
}
