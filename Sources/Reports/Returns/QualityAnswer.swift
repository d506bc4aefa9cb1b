import Documents
import LookedAfter
import SSDA903

/// What the import of the returns found and repaired.
public enum QualityAnswer {
  /// How many findings of one rule are listed on a page; a file of all has them all.
  public static let listed = 100

  /// The files, and each rule with how often it was broken and what was done.
  ///
  /// - Parameters:
  ///   - returns: the returns.
  ///   - others: findings of the plan file.
  ///   - plans: the plan file that was named; nil for none.
  public static func document(
    _ returns: JoinedReturns, and others: [ImportFinding] = [], plans: PlanFile? = nil
  ) -> Document {
    var section = Section(heading: "")
    let counts = counts(returns, others)
    if returns.removedCount > 0 { section.blocks.append(.note(.leftOut(returns.removedCount))) }
    section.say(summary(returns), sentence(counts))
    if let mixture = returns.mixture {
      section.blocks.append(
        .note(Note(code: "two-authorities", severity: .warning, text: mixture.description)))
    }
    if let gap = gap(returns.missingYears(of: nil)) {
      section.blocks.append(.note(Note(code: "return-missing", severity: .warning, text: gap)))
    }
    if !counts.isEmpty {
      section.blocks.append(
        .table(
          Table(
            id: "findings", caption: "What was found, by rule",
            columns: [
              Column(id: "rule", title: "Rule", kind: .label),
              Column(id: "severity", title: "Kind", kind: .label),
              Column(id: "field", title: "Field", kind: .label),
              Column(id: "problem", title: "What is wrong", kind: .prose),
              Column(id: "action", title: "What was done", kind: .prose),
              Column(id: "count", title: "Rows", kind: .number),
            ],
            rows: counts.map { rule, count in
              Row([
                .text(rule.id), .text(rule.severity.rawValue), .text(rule.field),
                .text(rule.problem), .text(rule.action), .integer(count),
              ])
            })))
      section.say(
        "A number is that of the Department's validation rule. To see the rows of one, type: quality"
          + " \(counts[0].rule.id)")
    }
    section.blocks.append(.table(files(returns, plans)))
    return Document(
      title: "Quality of the 903 returns", asAt: returns.coverage?.upperBound.description,
      blocks: section.blocks)
  }

  /// The rows that broke one rule, each with its child's pseudonym, file and line.
  ///
  /// - Parameters:
  ///   - findings: what was found, of one rule.
  ///   - rule: the rule.
  ///   - count: how often it was broken.
  public static func document(_ findings: [ImportFinding], rule: String, count: Int) -> Document {
    let words = findings.first?.rule
    var section = Section(heading: "")
    if let words {
      section.say(Prose.sentence("\(words.problem); \(words.action)"))
    }
    section.blocks.append(
      .table(
        Table(
          id: "finding-rows", caption: "Rows that broke rule \(rule)",
          columns: [
            Column(id: "child", title: "Child", kind: .label),
            Column(id: "file", title: "File", kind: .label),
            Column(id: "line", title: "Line", kind: .number),
            Column(id: "field", title: "Field", kind: .label),
            Column(id: "episode_start", title: "Episode began", kind: .label),
          ],
          rows: findings.map { finding in
            Row([
              finding.child.map { .text($0.description) } ?? .missing, .text(finding.file),
              .integer(finding.line), .text(finding.field),
              finding.episodeStart.map { .text("\($0)") } ?? .missing,
            ])
          })))
    if count > findings.count {
      section.say(
        "These are the first \(findings.count) of \(Prose.figures(count)); for all of them, type:"
          + " check 903 FOLDER --errors FILE")
    }
    return Document(title: "Rule \(rule)", blocks: section.blocks)
  }

  // MARK: Parts

  /// Each rule that was broken with how often, the gravest first.
  ///
  /// - Parameters:
  ///   - returns: the returns.
  ///   - others: findings of the plan file.
  public static func counts(
    _ returns: JoinedReturns, _ others: [ImportFinding]
  ) -> [(rule: ImportRule, count: Int)] {
    var counts = returns.findingCounts
    for rule in ImportRule.allCases {
      let more = others.count { $0.rule == rule }
      if more > 0 { counts.append((rule, more)) }
    }
    let order = ImportRule.Severity.allCases
    return counts.enumerated().sorted { left, right in
      let places = [left, right].map { order.firstIndex(of: $0.element.rule.severity) ?? 0 }
      return (places[0], -left.element.count, left.offset)
        < (places[1], -right.element.count, right.offset)
    }.map(\.element)
  }

  /// What was read: `Six returns, 2019-20 to 2024-25: 18 files, 4,688 rows, …`.
  public static func summary(_ returns: JoinedReturns) -> String {
    let years = returns.coveredYears(of: nil)
    let read = returns.files.count { $0.reason == nil }
    let authorities =
      returns.authorities.count > 1 ? " of \(returns.authorities.count) authorities" : ""
    // One extract may hold what would be a return a year.
    let what =
      returns.years.count == 1 && years.count > 1
      ? "One extract of \(Prose.number(years.count)) years"
      : Prose.sentenceCount(returns.years.count, "return", "returns")
    return
      "\(what)\(authorities), \(span(years)):"
      + " \(Prose.count(read, "file", "files")), \(Prose.figures(returns.rowCount)) rows,"
      + " \(Prose.figures(returns.childCount)) children, \(Prose.figures(returns.episodeCount))"
      + " episodes."
  }

  /// Years from the first to the last: `2019-20 to 2024-25`.
  public static func span(_ years: [Int]) -> String {
    let names = years.map(Caseload.years(endingIn:))
    return names.count > 1 ? "\(names[0]) to \(names[names.count - 1])" : names.first ?? "no year"
  }

  /// Years one by one: `2020-21 and 2022-23`.
  public static func list(_ years: [Int]) -> String {
    Prose.list(years.map(Caseload.years(endingIn:)))
  }

  /// What is said of years between two returns of which there is none; nil without any.
  public static func gap(_ years: [Int]) -> String? {
    years.isEmpty
      ? nil
      : "There is no return of \(list(years)), so nothing is counted of"
        + " \(years.count == 1 ? "that year" : "those years"): a return holds only the children of its"
        + " own year."
  }

  /// How many findings there are of each kind.
  public static func sentence(
    _ counts: [(rule: ImportRule, count: Int)]
  ) -> String {
    let numbers = ImportRule.Severity.allCases.map { severity in
      counts.reduce(0) { $0 + ($1.rule.severity == severity ? $1.count : 0) }
    }
    guard numbers.contains(where: { $0 > 0 }) else {
      return "Nothing had to be repaired, and no check found anything."
    }
    return Prose.sentence(
      Prose.list([
        Prose.count(numbers[0], "repair", "repairs"), Prose.count(numbers[1], "error", "errors"),
        Prose.count(numbers[2], "warning", "warnings"),
      ]))
  }

  /// The plan file that was named stands once, in the folder of the returns or beside it.
  private static func files(_ returns: JoinedReturns, _ plans: PlanFile?) -> Table {
    let place = plans.flatMap { plans in
      returns.files.firstIndex {
        $0.kind == .plans && $0.name.split(separator: "/").last.map(String.init) == plans.name
      }
    }
    func planRow(_ name: String, _ plans: PlanFile) -> Row {
      Row([
        .text(name), .text(TableKind.plans.rawValue), .notApplicable, .integer(plans.count),
        .notApplicable,
      ])
    }
    let others = place == nil ? plans.map { [planRow($0.name, $0)] } ?? [] : []
    return Table(
      id: "files", caption: "The files, and what was read of them",
      columns: [
        Column(id: "file", title: "File", kind: .rowHeader),
        Column(id: "table", title: "Table", kind: .label),
        Column(id: "return", title: "Return", kind: .label),
        Column(id: "rows", title: "Rows", kind: .number),
        Column(id: "reason", title: "Why it was not read", kind: .label),
      ],
      rows: returns.files.enumerated().map { index, file in
        if let plans, index == place { return planRow(file.name, plans) }
        return Row([
          .text(file.name), .text(file.isXML ? "XML" : file.kind?.rawValue ?? "not a table"),
          file.year.map { .text(Caseload.years(endingIn: $0)) } ?? .notApplicable,
          file.reason == nil ? .integer(file.rows) : .notApplicable,
          file.reason.map(Cell.text) ?? .notApplicable,
        ])
      } + others)
  }
}

extension Prose {
  /// A number with its noun at the beginning of a sentence: `Six returns`.
  fileprivate static func sentenceCount(_ number: Int, _ one: String, _ many: String) -> String {
    let text = count(number, one, many)
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
