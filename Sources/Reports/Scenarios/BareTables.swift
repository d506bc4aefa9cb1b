import Documents
import LookedAfter
import Scenarios

/// The sum step by step, its gaps to others, and the cohorts that change.
extension BareAnswer {
  /// The sum, step by step; steps of one kind that follow one another are one.
  var steps: Table {
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

  var gaps: Table {
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
  var cohorts: Table? {
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
