import Documents

/// How a figure was made, where each number of it is from, and what would change it.
public enum ExplainAnswer {
  /// Who recorded a figure, to stand behind the day: ` by A. Head`; asked for with the time at which it
  /// was recorded.
  public typealias Recorder = (_ recordedAt: String) -> String?

  /// The explanation of one figure.
  ///
  /// - Parameters:
  ///   - explanation: how the figure was made.
  ///   - figure: the figure as it stood on the screen.
  ///   - recorder: who recorded what was recorded at a time; nil where that is not known.
  public static func document(
    _ explanation: Explanation, figure: String, recorder: Recorder
  ) -> Document {
    var blocks: [Block] = []
    let subject = Prose.sentence(explanation.subject).dropLast()
    blocks.append(
      .paragraph(
        explanation.formula == nil
          ? "\(figure) is a recorded figure: \(explanation.subject)."
          : "\(subject): \(figure)."))
    if let formula = explanation.formula { blocks.append(.paragraph("Formula: \(formula)")) }
    if !explanation.inputs.isEmpty { blocks.append(.table(inputs(explanation, recorder))) }
    let steps = explanation.parameters + explanation.results
    if !steps.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "working", caption: "Settings and steps",
            columns: [
              Column(id: "name", title: "What", kind: .rowHeader),
              Column(id: "value", title: "Value", kind: .label),
            ], rows: steps.map { Row([.text($0.name), .text($0.value)]) })))
    }
    if !explanation.cautions.isEmpty { blocks.append(.list(explanation.cautions)) }
    let changes = explanation.changes.isEmpty ? [usual(explanation)] : explanation.changes
    blocks.append(.paragraph("What would change it: " + changes.joined(separator: " ")))
    return Document(title: "How \(figure) was made", blocks: blocks)
  }

  /// What changes a figure that is worked out from others and nothing else.
  private static func usual(_ explanation: Explanation) -> String {
    let names = explanation.inputs.map(\.name).filter { !$0.isEmpty }
    guard !names.isEmpty else { return "Nothing but another way of working it out." }
    return names.count > 6
      ? "A correction of any of its \(names.count) inputs; nothing else would."
      : "A correction of \(Prose.list(names, "or")); nothing else would."
  }

  private static func inputs(_ explanation: Explanation, _ recorder: Recorder) -> Table {
    let rows = explanation.inputs.map { input in
      let by = input.recordedAt.flatMap(recorder) ?? ""
      let revision = input.revision.map { $0 > 1 ? ", revision \($0)" : "" } ?? ""
      return Row([
        .text(input.name), .text(input.value),
        input.source.map(Cell.text) ?? Cell(.missing, display: unnamed(input)),
        input.recordedAt.map { .text("\($0.prefix(10))\(by)\(revision)") } ?? .notApplicable,
      ])
    }
    return Table(
      id: "inputs", caption: "What it rests on",
      columns: [
        Column(id: "name", title: "Input", kind: .rowHeader),
        Column(id: "value", title: "Value", kind: .label),
        Column(id: "source", title: "Source", kind: .prose),
        Column(id: "recorded", title: "Recorded", kind: .label),
      ], rows: rows)
  }

  /// What stands where no paper is named: a figure recorded without one, or no recorded figure.
  private static func unnamed(_ input: Explanation.Input) -> String {
    input.recordedAt == nil ? "given or worked out" : "none named"
  }
}
