import Documents

/// One chart of each kind, after the figures of Herefordshire in October 2020.
enum SampleCharts {
  static let all = [line, limits, fan, bars, profile, comparison, waterfall, plan]

  static let document = Document(
    title: "Charts", asAt: "2020-11-02",
    blocks: all.flatMap { [.heading(level: 1, text: $0.kind.name), .chart($0)] })

  /// The total with the band in which it was expected; nothing is known between February and May.
  static let line = Chart(
    id: "total-trend", title: "Fewer children since spring, within the expected band",
    subtitle: "Looked after children, Herefordshire, at the end of each month",
    description:
      "A line of looked after children from November 2019 to October 2020. It rises from 350 to 359 "
      + "in January, is not known in March and April, and falls to 336 in October, inside the band.",
    source: "Monthly updates to October 2020", kind: .line(totals))

  private static let totals = LineChart(
    series: [
      .init(
        id: "total", name: "Looked after children",
        points: zip(
          months(2019, 11, 12), [350, 356, 359, 356, nil, nil, 350, 347, 345, 343, 338, 336]
        )
        .enumerated().map { index, point in
          .init(
            id: point.0.id, label: point.0.label, position: point.0.position,
            value: point.1.map { ExactNumber($0) },
            limits: index < 2
              ? nil
              : .init(
                centre: ExactNumber(mantissa: 3560 - index * 4, decimals: 1),
                lower: ExactNumber(356 - 3 * index), upper: ExactNumber(356 + 2 * index)),
            mark: index == 2 ? "above the expected band" : nil)
        })
    ], references: [.init(label: "Target by March 2021", value: 320)])

  /// Children who came into care each month, with the limits of a control chart, rebased once.
  static let limits = Chart(
    id: "started", title: "Unusually many children came into care in May",
    subtitle: "Children who started to be looked after each month",
    description: "A control chart of starts a month. May 2020, with 19, is above the upper limit.",
    kind: .line(
      LineChart(
        series: [
          .init(
            id: "started", name: "Started",
            points: zip(months(2019, 11, 12), [8, 9, 7, 11, 10, 6, 19, 8, 7, 12, 10, 9])
              .enumerated()
              .map { index, point in
                .init(
                  id: point.0.id, label: point.0.label, position: point.0.position,
                  value: ExactNumber(point.1),
                  limits: index < 7
                    ? .init(
                      centre: ExactNumber(mantissa: 87, decimals: 1),
                      lower: ExactNumber(mantissa: 12, decimals: 1),
                      upper: ExactNumber(mantissa: 162, decimals: 1))
                    : .init(
                      centre: ExactNumber(mantissa: 92, decimals: 1),
                      lower: ExactNumber(mantissa: 31, decimals: 1),
                      upper: ExactNumber(mantissa: 153, decimals: 1)),
                  mark: index == 6 ? "above the upper limit" : nil, segment: index < 7 ? 0 : 1)
              })
        ], limitKind: .controlLimits, startsAtZero: true)))

  static let fan = Chart(
    id: "projection", title: "About 320 children are expected by March 2021",
    subtitle: "Looked after children, recorded and projected",
    description:
      "A fan that opens from 336 in October 2020 to 320 in March 2021, with 304 to 337 as the 95% band. "
      + "With five more going home a month it ends at 299.",
    kind: .fan(
      FanChart(
        name: "Recorded",
        recorded: zip(months(2020, 5, 6), [350, 347, 345, 343, 338, 336]).map { month, value in
          .init(
            id: month.id, label: month.label, position: month.position, value: ExactNumber(value))
        },
        paths: [
          .init(id: "base", name: "As now", points: path([333, 330, 327, 323, 320], spread: 7)),
          .init(
            id: "scenario", name: "5 more home a month",
            points: path([328, 320, 313, 306, 299], spread: 7)),
        ], bandNames: ["95% band", "50% band"],
        references: [.init(label: "England's rate", value: 235)])))

  static let bars = Chart(
    id: "cohorts", title: "Special guardianship plans have grown since February",
    subtitle: "Looked after children by cohort, Herefordshire",
    description: "Bars for each cohort in February, September and October 2020.",
    source: "Monthly update to October 2020",
    kind: .bars(
      BarChart(
        periods: [
          .init(id: "2020-02", label: "February 2020"),
          .init(id: "2020-09", label: "September 2020"),
          .init(id: "2020-10", label: "October 2020"),
        ],
        groups: [
          .init(
            id: "matched", name: "Long-term matched with foster carers", values: [84, 110, 107]),
          .init(id: "ico", name: "Subject to interim care orders", values: [51, 32, 35]),
          .init(id: "sgo", name: "Plan for special guardianship (SGO)", values: [45, 48, 46]),
          .init(id: "uasc", name: "Unaccompanied asylum-seeking children", values: [6, 2, 2]),
          .init(id: "new", name: "Not counted before", values: [nil, nil, 3]),
        ])))

  static let profile = Chart(
    id: "profile", title: "A third of the children are expected to leave care",
    subtitle: "Looked after children by expected exit, 2 November 2020",
    description: "A bar of 336 children: 109 are expected to leave, 150 to stay, 59 are undecided.",
    kind: .profile(
      ProfileBar(
        parts: [
          .init(id: "leave", name: "Expected to leave", value: 109),
          .init(id: "stay", name: "Expected to stay until 18", value: 150),
          .init(id: "undecided", name: "Not yet decided", value: 59),
          .init(id: "varied", name: "Varied", value: 22),
          .init(id: "net_remainder", name: "Not in a cohort (net)", value: -4),
        ], total: 336)))

  static let comparison = Chart(
    id: "rates", title: "The rate is higher than each comparator's",
    subtitle: "Looked after children per 10,000 children under 18",
    description:
      "Herefordshire at 93, with 83 to 104, stands above its region, England and neighbours.",
    unit: "Children per 10,000",
    kind: .comparison(
      ComparisonChart(items: [
        .init(
          id: "own", name: "Herefordshire, October 2020",
          value: ExactNumber(mantissa: 9307, decimals: 2),
          lower: ExactNumber(mantissa: 8339, decimals: 2),
          upper: ExactNumber(mantissa: 10356, decimals: 2), isSubject: true),
        .init(
          id: "west_midlands", name: "West Midlands, March 2019", value: 82, lower: 81, upper: 83,
          outcome: "higher"),
        .init(id: "england", name: "England, March 2019", value: 65, outcome: "higher"),
        .init(id: "neighbours", name: "Statistical neighbours, March 2019", value: nil),
      ])))

  static let waterfall = Chart(
    id: "movements", title: "Two fewer children than a month earlier",
    subtitle: "Movements in October 2020",
    description: "From 338, 9 came into care and 12 left; 1 is not explained, which makes 336.",
    kind: .waterfall(
      WaterfallChart(
        start: .init(name: "End of September 2020", value: 338),
        steps: [
          .init(id: "joined", name: "Came into care", change: 9),
          .init(id: "sgo", name: "Special guardianship orders", change: -7),
          .init(id: "eighteen", name: "Turned 18", change: -5),
        ], end: .init(name: "End of October 2020", value: 336))))

  static let plan = Chart(
    id: "plan", title: "Three of ten planned applications were sent in October",
    subtitle: "Applications for special guardianship and discharge",
    description: "Ten were planned for October and three sent; sixteen are planned until January.",
    unit: "Applications",
    kind: .plan(
      PlanChart(periods: [
        .init(id: "2020-10", label: "October 2020", planned: 10, sent: 3),
        .init(id: "2020-11", label: "November 2020", planned: 9, sent: nil),
        .init(id: "2020-12", label: "December 2020", planned: 0, sent: nil),
        .init(id: "2021-01", label: "January 2021", planned: 7, sent: nil),
      ])))

  private static func path(_ values: [Int], spread: Int) -> [FanChart.Point] {
    zip(months(2020, 11, values.count), values).enumerated().map { index, point in
      let wide = spread + 2 * index
      return .init(
        id: point.0.id, label: point.0.label, position: point.0.position,
        central: ExactNumber(point.1),
        bands: [
          .init(lower: ExactNumber(point.1 - wide), upper: ExactNumber(point.1 + wide)),
          .init(lower: ExactNumber(point.1 - wide / 3), upper: ExactNumber(point.1 + wide / 3)),
        ])
    }
  }

  private static func months(_ year: Int, _ month: Int, _ count: Int)
    -> [(id: String, label: String, position: Int)]
  {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return (0..<count).map { offset in
      let position = year * 12 + month - 1 + offset
      let number = position % 12 + 1
      let id = "\(position / 12)-" + (number < 10 ? "0" : "") + "\(number)"
      return (id, "\(names[number - 1]) \(position / 12)", position)
    }
  }
}
