import Documents
import Indicators
import LookedAfter
import Scenarios

/// The answer to a what-if by arithmetic, labelled so: it has no band.
public struct BareAnswer {
  let sum: BareWhatIf
  let levers: [Lever]
  let reason: Reason
  let history: History
  let remarks: [String]
  let until: Month?

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
}
