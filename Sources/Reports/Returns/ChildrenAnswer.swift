import Documents
import LookedAfter
import Pseudonyms
import SSDA903

/// The children of a cohort, by pseudonym: for the authority's own eyes, never for a paper.
public enum ChildrenAnswer {
  /// A line for each child.
  ///
  /// - Parameters:
  ///   - cohort: a cohort of the scheme, `total` or `unallocated`.
  ///   - month: the month that is meant.
  ///   - caseload: the children of the returns.
  ///   - key: the secret of the pseudonyms.
  /// - Throws: `ReportError.outsideReturns` when the returns do not cover the month.
  public static func document(
    in cohort: CohortID, month: Month, of caseload: Caseload, key: PseudonymKey
  ) throws(ReportError) -> Document {
    let day = try caseload.covered(month)
    let children = caseload.children(in: cohort, on: day, key: key)
    let name = caseload.scheme.name(of: cohort)
    var section = Section(heading: "")
    section.blocks.append(
      .note(
        Note(
          code: "children", severity: .warning,
          text: "This is about single children. It is for you alone and belongs into no paper.")))
    if caseload.returns.removedCount > 0 {
      section.blocks.append(.note(.leftOut(caseload.returns.removedCount)))
    }
    section.blocks.append(
      .table(
        Table(
          id: "children", caption: "\(name), \(day.inWords)",
          columns: [
            Column(id: "child", title: "Child", kind: .rowHeader),
            Column(id: "birth_month", title: "Born", kind: .label),
            Column(id: "age", title: "Age", kind: .number),
            Column(id: "cohort", title: "Cohort", kind: cohort == .total ? .label : .key),
            Column(id: "legal_status", title: "LS", kind: .label),
            Column(id: "placement", title: "Place", kind: .label),
            Column(id: "since", title: "In care since", kind: .label),
            Column(id: "in_cohort_since", title: "In cohort since", kind: .label),
            Column(id: "plans", title: "Plans", kind: .label),
          ],
          rows: children.map { child in
            Row([
              .text(child.child.description),
              child.birthMonth.map { Cell(.text("\($0)"), display: "\($0.shortName) \($0.year)") }
                ?? .missing,
              .integer(child.age),
              Cell(
                .text(child.cohort.rawValue), display: caseload.scheme.shortName(of: child.cohort)),
              .text(child.legalStatus.code), .text(child.placement.code),
              Cell(
                child.lookedAfterSince.map { .text("\($0)") } ?? .missing,
                remark: child.mayHaveStartedEarlier ? "or earlier" : nil),
              child.inCohortSince.map { .text("\($0)") } ?? .missing,
              child.plans.isEmpty ? .notApplicable : .text(plans(child.plans)),
            ])
          })))
    section.say("\(Prose.figures(children.count)) in all.")
    return Document(
      title: "Children in: \(Prose.lowercasedFirst(name))", asAt: day.description,
      blocks: section.blocks)
  }

  private static func plans(_ plans: [LivePlan]) -> String {
    plans.map { $0.stage.isEmpty ? $0.kind.rawValue : "\($0.kind.rawValue) (\($0.stage))" }
      .joined(separator: ", ")
  }
}
