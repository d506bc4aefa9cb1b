import Comparators
import Documents
import Indicators
import LookedAfter

/// What an authority's published figures are set beside, group by group.
struct GroupsTable {
  let authority: EnglishAuthority
  let year: Int
  let groups: [(group: ComparatorGroup, figures: ComparatorFigures)]
  /// The rates of England and regions that are worked out, because only their number is printed.
  private var workedOut: [Area: RatePer10000] = [:]

  /// The groups that a paper compares with, in its order.
  static let usual: [ComparatorGroup] = [
    .england, .region, .statisticalNeighbours, .goodNeighbours, .ofstedGood, .ofstedOutstanding,
  ]

  /// The figures of the groups.
  ///
  /// - Parameter day: the day for which the model of neighbours and the judgements are taken.
  /// - Throws: when the shipped figures cannot be read.
  init(
    _ groups: [ComparatorGroup], for authority: EnglishAuthority, year: Int, edition: FigureEdition,
    on day: CivilDate, in directory: ComparatorDirectory
  ) throws {
    self.authority = authority
    self.year = year
    self.groups = try groups.map { group in
      (
        group,
        try directory.comparator(group, for: authority, year: year, edition: edition, on: day)
      )
    }
    for case .area(let area, .figure(let figure)) in self.groups.map(\.figures)
    where figure.rate.value == nil {
      workedOut[area] = try directory.estimate(standingInFor: figure, edition: edition)
        .flatMap { figure.rate(on: $0) }
    }
  }

  /// Each group that has a rate as a comparator.
  var comparators: [Comparator] {
    groups.compactMap { group, figures -> Comparator? in
      switch figures {
      case .area(let area, let outcome):
        guard let figure = outcome.figure else { return nil }
        let printed = figure.rate.value.map { Quantity(mantissa: $0) }
        guard let rate = printed ?? workedOut[area]?.rounded(toDecimals: 1) else { return nil }
        return comparator(group, name: area.key, rate, Provenance(published: figure))
      case .group(let figures):
        guard let mean = Self.statistics(of: figures)?.rounded(.mean),
          let newest = figures.publications.last
        else { return nil }
        return comparator(
          group, name: group.name, mean,
          Provenance(
            source: newest.source, recordedAt: newest.recordedAt,
            note: "mean of the printed rates of \(figures.coverage)"))
      }
    }
  }

  /// The comparators of which the list of judgements leaves out more authorities than not: too few
  /// are known to say how a rate stands by them.
  var doubtful: Set<MeasureID> {
    Set(
      groups.compactMap { group, figures -> MeasureID? in
        guard case .group(let figures) = figures, figures.membership.isDoubtful else { return nil }
        return Self.measureID(of: group)
      })
  }

  /// Whether the rate of an area is worked out, because only its number is printed.
  func isWorkedOut(_ area: Area) -> Bool { workedOut[area] != nil }

  /// How the mean of each group was made, from its members.
  var explanations: [MeasureID: Explanation] {
    groups.reduce(into: [:]) { explanations, each in
      if case .area(let area, _) = each.figures, let rate = workedOut[area] {
        explanations[Self.measureID(of: each.group)] = Explanation(rate.working)
      }
      guard case .group(let figures) = each.figures,
        let statistics = Self.statistics(of: figures)
      else { return }
      explanations[Self.measureID(of: each.group)] = Explanation(
        mean: statistics, of: each.group, membership(of: each.group, figures))
    }
  }

  private static func measureID(of group: ComparatorGroup) -> MeasureID {
    MeasureID(rawValue: "comparator.\(group.id)")
  }

  private func comparator(
    _ group: ComparatorGroup, name: String, _ rate: Quantity, _ provenance: Provenance
  ) -> Comparator {
    let id = Self.measureID(of: group)
    let phrase = name == group.name ? Prose.lowercasedFirst(name) : ""
    return Comparator(
      measure: Measure(
        id: id, name: group.name, phrase: phrase, kind: .reference, unit: "per 10000"),
      name: name, rate: Recorded(rate, provenance), dataYear: Prose.dataYear(year),
      printedNeeded: nil)
  }

  /// The averages of the groups with members, and how many of them they rest on.
  var table: Table {
    let rows = groups.compactMap { group, figures -> Row? in
      // A group without any rate would be a row of blanks; a remark names it.
      guard case .group(let figures) = figures, !figures.rates.isEmpty else { return nil }
      let statistics = Self.statistics(of: figures)
      let explanation = statistics.map { Explanation($0.working) }
      let rate = { (average: GroupStatistics.Average) -> Cell in
        guard let exact = statistics?.rounded(average, toDecimals: 4),
          let shown = statistics?.rounded(average)
        else { return .missing }
        return Cell(
          .number(mantissa: exact.mantissa, decimals: exact.decimals),
          display: Prose.decimal(shown)
        ).explained(explanation)
      }
      return Row([
        .text(group.id), .text(group.name),
        figures.membership.model.map { .text($0.name) } ?? .notApplicable,
        .sum(
          figures.members.count, "members of the group", formula: membership(of: group, figures),
          of: []),
        .sum(
          figures.rates.count, "members with a rate",
          formula: "the members whose rate is printed for 31 March \(year)", of: []),
        rate(.mean), rate(.median), rate(.pooled),
        Cell.integer(figures.spread?.lowerBound).explained(explanation),
        Cell.integer(figures.spread?.upperBound).explained(explanation),
      ])
    }
    return Table(
      id: "group", caption: "Averages of the printed rates, \(Prose.dataYear(year))",
      columns: [
        Column(id: "group", title: "Id", kind: .key),
        Column(id: "name", title: "Group", kind: .rowHeader),
        Column(id: "model", title: "Model", kind: .label),
        Column(id: "members", title: "Members", kind: .number),
        Column(id: "with_value", title: "With a rate", kind: .number),
        Column(id: "mean", title: "Mean", kind: .number),
        Column(id: "median", title: "Median", kind: .number),
        Column(id: "pooled", title: "Together", kind: .number),
        Column(id: "lowest", title: "Lowest", kind: .number),
        Column(id: "highest", title: "Highest", kind: .number),
      ], rows: rows)
  }

  /// How it was settled who belongs to a group.
  private func membership(of group: ComparatorGroup, _ figures: GroupFigures) -> String {
    let model = figures.membership.model.map { ", the neighbours of the model of \($0.name)" } ?? ""
    let day = figures.membership.day.inWords
    return "\(Prose.lowercasedFirst(group.name))\(model), as known on \(day)"
  }

  static func statistics(of figures: GroupFigures) -> GroupStatistics? {
    GroupStatistics(
      figures.members.map { member in
        let figure = member.outcome.figure
        return GroupStatistics.Member(
          member.authority.name,
          rate: figure?.rate.value.map { Quantity(mantissa: $0) },
          fraction: figure.flatMap { figure in
            figure.count.value.flatMap { count in
              figure.population.value.flatMap { RatePer10000(children: count, population: $0) }
            }
          }, provenance: figure.map { [Provenance(published: $0)] } ?? [])
      })
  }
}

extension Explanation {
  /// How the mean of a group was made.
  ///
  /// - Parameter membership: how it was settled who belongs to the group.
  fileprivate init(
    mean statistics: GroupStatistics, of group: ComparatorGroup, _ membership: String
  ) {
    self.init(
      statistics.working,
      changes: [
        "A correction of a member's rate, another choice of members, or another edition of the year."
      ])
    subject = "mean rate of \(Prose.lowercasedFirst(group.name))"
    formula = "mean = sum of the printed rates of the members / how many of them have one"
    parameters.insert(.init("members", membership), at: 0)
    results =
      results.filter { $0.name == "mean" } + [
        .init(
          "mean, as it is compared with", statistics.rounded(.mean).map { Prose.decimal($0) } ?? "")
      ]
  }
}

extension Provenance {
  /// Where a published figure is from.
  init(published figure: PublishedFigure) {
    self.init(source: figure.publication.source, recordedAt: figure.publication.recordedAt)
  }
}

extension ComparatorGroup {
  /// The id of the group in a table: `statistical_neighbours`.
  var id: String {
    rawValue.reduce(into: "") { id, letter in
      id += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }
}

extension Prose {
  /// The year of figures at 31 March, as papers write it: `2018/19`.
  static func dataYear(_ year: Int) -> String {
    let short = year % 100
    return "\(year - 1)/\(short < 10 ? "0" : "")\(short)"
  }
}
