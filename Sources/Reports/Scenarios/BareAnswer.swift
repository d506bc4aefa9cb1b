import Documents
import Indicators
import LookedAfter
import Scenarios

/// The answer to a what-if by arithmetic, labelled so: it has no band.
public struct BareAnswer {
  private let sum: BareWhatIf
  private let levers: [Lever]
  private let reason: Reason
  private let history: History
  private let remarks: [String]
  private let until: Month?

  /// Why it is a sum and no projection.
  public enum Reason: Equatable, Sendable {
    /// Too little is recorded.
    case refused(ProjectionRefusal)
    /// It was asked for.
    case asked
  }

  /// - Parameters:
  ///   - sum: what comes of the changes, added up.
  ///   - levers: what was changed.
  ///   - remarks: what was asked beside the levers, a sentence each.
  ///   - reason: why there is no projection.
  ///   - history: what is recorded.
  ///   - until: the last month that was named; nil for none.
  public init(
    _ sum: BareWhatIf, levers: [Lever], because reason: Reason, history: History,
    remarks: [String] = [], until: Month? = nil
  ) {
    self.remarks = remarks
    self.until = until
    self.sum = sum
    self.levers = levers
    self.reason = reason
    self.history = history
  }

  /// The answer as a paper of its own.
  public func document(title: String) -> Document {
    Document(
      title: title,
      asAt: history.snapshot(for: sum.month)?.asAt?.description
        ?? sum.month.lastDay.description, blocks: blocks)
  }

  /// The answer as part of another paper.
  public var blocks: [Block] {
    var section = Section(heading: "")
    let understood = LeverSentences(history, isSum: true).sentences(levers) + remarks
    if !understood.isEmpty { section.blocks.append(.list(understood)) }
    section.say(result, reached, successes)
    section.say(rate, comparators)
    section.say(saving)
    section.blocks.append(.note(Note(code: "bare-what-if", severity: .information, text: label)))
    section.blocks.append(.table(steps))
    if !sum.gaps.isEmpty { section.blocks.append(.table(gaps)) }
    if let cohorts { section.blocks.append(.table(cohorts)) }
    let cautions = sum.cautions.map(sentence)
    if !cautions.isEmpty { section.blocks.append(.list(cautions)) }
    if let snapshot = history.snapshotWithTotal(for: sum.month) {
      section.cite(snapshot.total?.provenance)
    }
    return Document(answer: section, title: "", asAt: nil).blocks
  }

  /// The answer in a few sentences, for a paper about other things.
  public func chosen(as name: String) -> ChosenScenario {
    let sentences =
      LeverSentences(history, isSum: true).sentences(levers) + [
        result, reached, successes, rate, comparators, saving,
      ] + sum.cautions.map(sentence) + [label]
    return ChosenScenario(
      name: name, sentences: sentences.filter { !$0.isEmpty }.joined(separator: " "))
  }

  // MARK: Sentences

  private var result: String {
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
  private var reached: String {
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
  private var successes: String {
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
      return "\(Prose.number(successes)) of the \(Prose.figures(all)) applications \(which)"
    }
    guard !parts.isEmpty else { return "" }
    return Prose.sentence("\(Prose.list(parts)) \(steps == [1] ? "succeeds" : "succeed")")
  }

  private var rate: String {
    sum.rate.map { "That is a rate of \(Prose.decimal($0.value, 1)) per 10,000." } ?? ""
  }

  private var comparators: String {
    guard !sum.gaps.isEmpty else { return "" }
    let parts = sum.gaps.map {
      "\(BandSentences.gap($0.gap)) the \(Prose.figures($0.needed)) of \($0.name)"
    }
    return "It is \(Prose.list(parts))."
  }

  private var saving: String {
    guard let saving = sum.yearlySaving else { return CostSentences.missing(levers) }
    guard saving != 0 else { return "" }
    return
      "Over a full year that is £\(Prose.figures(abs(saving))) \(saving > 0 ? "less" : "more"),"
      + " \(CostSentences(history, sum.month, levers).basis)."
  }

  private var label: String {
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

  private func sentence(_ caution: BareWhatIf.Caution) -> String {
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

  // MARK: Tables

  /// The sum, step by step; steps of one kind that follow one another are one.
  private var steps: Table {
    var merged: [(kind: BareWhatIf.Step.Kind, children: Int)] = []
    for step in sum.steps where step.children != 0 {
      if let last = merged.last, last.kind == step.kind {
        merged[merged.count - 1].children += step.children
      } else {
        merged.append((step.kind, step.children))
      }
    }
    var number = sum.opening
    var rows = [
      Row([
        .text("Children in \(sum.month.inWords)"), .notApplicable, .notApplicable,
        .integer(number),
      ])
    ]
    for step in merged {
      let change = step.kind.sign * step.children
      number += change
      rows.append(
        Row([.text(name(step.kind)), .integer(step.children), .change(change), .integer(number)]))
    }
    rows.append(
      Row(
        [
          .text("Children after"), .notApplicable, .change(sum.children - sum.opening),
          .integer(sum.children),
        ], isTotal: true))
    return Table(
      id: "what-if", caption: "The sum",
      columns: [
        Column(id: "step", title: "Step", kind: .rowHeader),
        Column(id: "children", title: "Children", kind: .number),
        Column(id: "change", title: "Change", kind: .number),
        Column(id: "number", title: "Looked after", kind: .number),
      ], rows: rows)
  }

  private func name(_ kind: BareWhatIf.Step.Kind) -> String {
    let names = LeverSentences(history)
    switch kind {
    case .leave(let cohort, let route):
      let way = route.flatMap { history.catalogue[$0] }.map {
        ": \(Prose.lowercasedFirst($0.name))"
      }
      return "Leave care" + (way ?? cohort.map { " from \(names.name($0))" } ?? "")
    case .applications(.planned): return "Planned applications that succeed"
    case .applications(.underWay): return "Applications under way that succeed"
    case .applications(.all): return "Applications that succeed"
    case .join: return "Become looked after"
    case .move(let from, let to): return "Move from \(names.name(from)) to \(names.name(to))"
    }
  }

  private var gaps: Table {
    Table(
      id: "projection-comparators", caption: "Beside others, at their latest rates",
      columns: [
        Column(id: "comparator", title: "Area or group", kind: .rowHeader),
        Column(id: "needed", title: "Children at its rate", kind: .number),
        Column(id: "gap", title: "Difference", kind: .number),
      ],
      rows: sum.gaps.map {
        Row([
          .text(Prose.sentence($0.name).dropLast().description), .integer($0.needed),
          .change($0.gap),
        ])
      })
  }

  /// The cohorts whose number changes; nil where none does.
  private var cohorts: Table? {
    let before = history.snapshot(for: sum.month)
    let rows = history.scheme.cohorts.compactMap { cohort -> Row? in
      guard let now = before?[cohort.id]?.value, let then = sum.cohorts[cohort.id], now != then
      else { return nil }
      return Row([
        .text(cohort.id.rawValue), .text(cohort.name), .integer(now), .integer(then),
        .change(then - now),
      ])
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "projection-cohorts", caption: "The cohorts that change",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "cohort", title: "Cohort", kind: .rowHeader),
        Column(id: "now", title: "\(sum.month.shortName) \(sum.month.year)", kind: .number),
        Column(id: "expected", title: "After", kind: .number),
        Column(id: "change", title: "Change", kind: .number),
      ], rows: rows)
  }
}

extension BareWhatIf.Step.Kind {
  /// What a step does to the total.
  fileprivate var sign: Int {
    switch self {
    case .leave, .applications: -1
    case .join: 1
    case .move: 0
    }
  }
}
