import Documents
import Indicators
import LookedAfter
import Pseudonyms
import SSDA903

/// The children who reach 18.
public enum TurningAnswer {
  /// The 18th birthdays of the months ahead: of all children where 903 returns tell their months of
  /// birth, of those with a live case, and as recorded.
  ///
  /// - Parameters:
  ///   - history: what is recorded.
  ///   - month: the month that is meant.
  ///   - months: how many months to look ahead, from 1 to 120.
  ///   - returns: the returns at hand, and the secret of their pseudonyms; nil without any.
  /// - Throws: `ReportError.nothingRecorded` when nothing is known of any birthday.
  public static func document(
    _ history: History, month: Month, months: Int,
    returns: (caseload: Caseload, key: PseudonymKey)? = nil
  ) throws(ReportError) -> Document {
    let months = min(max(months, 1), 120)
    let looked = returns.flatMap { children(of: $0.caseload, key: $0.key, month) }
    let cases = Birthdays.births(in: history.cases, at: month)
    let byReturns = looked.map { Birthdays(of: Array($0.values), after: month, months: months) }
    let byCases = Birthdays(of: Array(cases.values), after: month, months: months)
    let recorded = recorded(in: history, reportedIn: month)
    guard byReturns != nil || byCases.children > 0 || !recorded.isEmpty else {
      throw .nothingRecorded(what: "18th birthdays", month, known: [])
    }
    var section = Section(heading: "")
    let span = "from \(month.advanced(by: 1).inWords) to \(month.advanced(by: months).inWords)"
    if let byReturns {
      section.say(
        "Of the \(Prose.children(byReturns.children)) looked after on \(month.lastDay.inWords) by the"
          + " 903 returns, \(reach(byReturns)) 18 \(span).", unknown(byReturns))
    } else if returns != nil {
      section.say("The 903 returns do not reach \(month.inWords), so they are not looked at.")
    }
    if byCases.children > 0 {
      let live = Birthdays.births(in: history.cases, at: month, liveOnly: true).count
      let kind =
        live == byCases.children
        ? "with a live case"
        : "with a case (\(live) with a live one, \(byCases.children - live) whose case of a service"
          + " has reached its aim, such as a long-term match)"
      let others = looked.map { known in cases.keys.count { known[$0] == nil } } ?? 0
      section.say(
        "Of the \(Prose.children(byCases.children)) \(kind), \(reach(byCases)) 18 \(span).",
        unknown(byCases),
        byReturns == nil ? "Children without a case are not among them." : "",
        others == 0
          ? ""
          : "\(Prose.sentence(Prose.count(others, "child", "children")).dropLast()) with a case"
            + " \(others == 1 ? "is" : "are") not among the children looked after by the returns.")
      if byCases.past > 0 {
        section.say(
          "\(Prose.sentence(Prose.count(byCases.past, "child", "children")).dropLast()) with a case"
            + " \(byCases.past == 1 ? "has" : "have") reached 18 already; say how the case ended.")
      }
    }
    section.blocks.append(
      .table(table(byReturns, byCases, recorded, after: month, months: months)))
    section.provenance += recorded.sorted { $0.key < $1.key }.map(\.value.provenance)
    var document = Document(answer: section, title: "Turning 18", asAt: month.lastDay)
    if byReturns != nil { document.blocks.append(.sources([Caseload.source.citation])) }
    return document
  }

  /// The children looked after on the last day of a month; nil where the returns do not cover it.
  private static func children(
    of caseload: Caseload, key: PseudonymKey, _ month: Month
  ) -> [String: Month?]? {
    guard let day = try? caseload.covered(month) else { return nil }
    let children = caseload.children(in: .total, on: day, key: key)
    return Dictionary(children.map { ($0.child.description, $0.birthMonth) }) { first, _ in first }
  }

  /// The numbers recorded, by the month of the birthdays: under that month itself, or in the report
  /// of the month looked at.
  private static func recorded(
    in history: History, reportedIn month: Month
  ) -> [Month: Recorded<Int>] {
    var numbers: [Month: Recorded<Int>] = [:]
    for observation in history.observations(of: "turning_18") {
      guard let number = observation.count, case .month(let at) = observation.period else {
        continue
      }
      if observation.detail.isEmpty, at > month { numbers[at] = numbers[at] ?? number }
      if at == month, let target = Month(iso: observation.detail) { numbers[target] = number }
    }
    return numbers
  }

  private static func reach(_ birthdays: Birthdays) -> String {
    let number = birthdays.inMonths
    return "\(Prose.noneOr(number)) \(Prose.isSingular(number) ? "reaches" : "reach")"
  }

  private static func unknown(_ birthdays: Birthdays) -> String {
    birthdays.unknown == 0
      ? "" : "The month of birth of \(Prose.number(birthdays.unknown)) is not known."
  }

  private static func table(
    _ byReturns: Birthdays?, _ byCases: Birthdays, _ recorded: [Month: Recorded<Int>],
    after month: Month, months: Int
  ) -> Table {
    let rows = byCases.byMonth.enumerated().map { index, line in
      Row([
        .text("\(line.month)"), .text(line.month.inWords),
        byReturns.map { .integer($0.byMonth[index].children) } ?? .missing,
        byCases.children > 0 ? .integer(line.children) : .missing,
        .integer(recorded[line.month]?.value),
      ])
    }
    return Table(
      id: "turning-18",
      caption: "18th birthdays, \(month.advanced(by: 1).inWords) to"
        + " \(month.advanced(by: months).inWords)",
      columns: [
        Column(id: "month", title: "Id", kind: .key),
        Column(id: "name", title: "Month", kind: .rowHeader),
        Column(id: "returns", title: "By the returns", kind: .number),
        Column(id: "cases", title: "By the cases", kind: .number),
        Column(id: "recorded", title: "Recorded", kind: .number),
      ], rows: rows)
  }
}
