import Documents

/// A paper in which every free text tries to break out of its form.
enum HostileText {
  static let text =
    "=cmd|' /C calc'!A1 <script>alert(1)</script> & \"quoted\" 'single' ]]> --> \u{1B}[2J\u{9B}31m"
    + "\u{202E}\u{2066}\u{200F}\u{0}\u{7F}\u{FEFF}\u{FFFE} a\r\n\tb \u{2028}end"

  /// The scalars that may be in no output.
  static let forbidden: [Unicode.Scalar] = [
    "\u{1B}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{0}", "\u{7F}", "\u{2028}",
  ]

  static let document = Document(
    title: text, asAt: text,
    blocks: [
      .heading(level: 1, text: text), .heading(level: 5, text: text), .paragraph(text),
      .list([text]), .table(table), .note(Note(code: text, severity: .error, text: text)),
      .sources([text]),
    ] + SampleCharts.all.map { .chart(hostile($0)) })

  private static let table = Table(
    id: text, caption: text,
    columns: [
      Column(id: text, title: text, kind: .rowHeader), Column(id: "n", title: text, kind: .number),
      Column(id: "p", title: text, kind: .prose),
    ],
    rows: [
      Row([
        .text(text), Cell(.number(mantissa: -5, decimals: 0), remark: text), .text("@" + text),
      ])
    ])

  private static func hostile(_ chart: Chart) -> Chart {
    var chart = chart
    chart.title = text
    chart.subtitle = text
    chart.description = text
    chart.unit = text
    chart.source = text
    if case .comparison(var comparison) = chart.kind {
      comparison.intervalName = text
      for index in comparison.items.indices {
        comparison.items[index].name = text
        comparison.items[index].outcome = text
      }
      chart.kind = .comparison(comparison)
    }
    if case .line(var line) = chart.kind {
      line.series[0].name = text
      line.series[0].points[0].label = text
      line.series[0].points[0].mark = text
      line.references = [.init(label: text, value: 300)]
      chart.kind = .line(line)
    }
    return chart
  }
}
