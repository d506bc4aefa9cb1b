import Documents
import LookedAfter
import Scenarios

/// The scenarios that were saved, and some of them side by side.
public enum ScenariosAnswer {
  /// One scenario that was run, for a comparison.
  public struct Run: Sendable {
    /// Its name.
    public let name: String

    /// Its levers.
    public let levers: [Lever]

    /// What came of it: a projection beside the first, or the sum where no projection can be made.
    public let result: Result

    /// What came of a scenario.
    public enum Result: Sendable {
      /// A projection, and the model that was run.
      case projected(Projection, FlowModel)
      /// A sum.
      case summed(BareWhatIf)
    }

    /// Makes a run.
    public init(name: String, levers: [Lever], result: Result) {
      self.name = name
      self.levers = levers
      self.result = result
    }
  }

  /// All that were saved.
  public static func list(_ history: History) -> Document {
    var section = Section(heading: "")
    let scenarios = history.scenarios
    guard !scenarios.isEmpty else {
      section.say(
        "No scenario is saved. To save one, type: scenario new \"more carers\" and what it changes."
      )
      return Document(answer: section, title: "Scenarios", asAt: nil)
    }
    section.blocks.append(
      .table(
        Table(
          id: "scenarios", caption: "Scenarios that were saved",
          columns: [
            Column(id: "scenario", title: "Scenario", kind: .rowHeader),
            Column(id: "text", title: "What it changes", kind: .prose),
            Column(id: "author", title: "Written down", kind: .label),
            Column(id: "recorded", title: "On", kind: .label),
          ],
          rows: scenarios.map {
            Row([
              .text($0.name), .text($0.text), $0.author.map(Cell.text) ?? .missing,
              .text(String($0.recordedAt.prefix(10))),
            ])
          })))
    return Document(answer: section, title: "Scenarios", asAt: nil)
  }
}
