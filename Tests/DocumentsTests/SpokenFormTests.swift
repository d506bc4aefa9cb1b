import Documents
import Testing

@Suite("The plain form, for a screen reader")
struct SpokenFormTests {
  private let renderer = TextRenderer(style: .init(width: 40, colour: true, plain: true))

  @Test("One statement a line, and no figure without its heading")
  func golden() {
    var table = Sample.status
    table.rows = [table.rows[0], table.rows[5]]
    let document = Document(
      title: "Reduction update", asAt: "2020-11-02",
      blocks: [
        .heading(level: 1, text: "Profile"), .heading(level: 2, text: "By cohort"),
        .paragraph("The rate fell by \u{2212}0.5."), .list(["One.", "Two."]), .table(table),
        .note(Note(code: "stock-and-flow", severity: .warning, text: "They differ.")),
        .sources(["Update, page 7"]),
      ])
    #expect(
      renderer.render(document) == """
        Title: Reduction update
        As at 2 November 2020
        Heading: Profile
        Heading level 2: By cohort
        The rate fell by minus 0.5.
        List: 2 items.
        One.
        Two.
        Table: Child status by cohort, Herefordshire, at the end of each month. 2 rows.
        All looked after children. End of February 2020: 356; End of August 2020: 343; \
        End of September 2020: 338; End of October 2020: 336; Change: minus 2; \
        Direction: Decrease; Rating: 1 on track
        Commentary: Two fewer children than a month earlier.
        Plan for special guardianship (SGO). End of February 2020: 45; \
        End of August 2020: 51, 7 still being assessed; \
        End of September 2020: 48, 7 still being assessed; \
        End of October 2020: 46, 6 still being assessed; Change: minus 2; \
        Direction: Decrease; Rating: 2 some progress
        Commentary: Fell because some SGOs were granted in October; if assessment supports it \
        the carers become special guardians through a court order. Says applications for 16 \
        children are filed or with legal.
        Warning: They differ. (stock-and-flow)
        Source: Update, page 7

        """)
  }

  @Test("What is missing is said, and one row is one row")
  func missing() {
    let table = Table(
      id: "t", caption: "Exits.",
      columns: [
        Column(id: "n", title: "Cohort", kind: .rowHeader),
        Column(id: "v", title: "October", kind: .number),
        Column(id: "d", title: "Direction", kind: .label),
        Column(id: "c", title: "Commentary", kind: .prose),
      ], rows: [Row([.text("Adoption"), .missing, Cell(.missing, display: "\u{2013}")])])
    #expect(
      renderer.render(Document(title: "T", blocks: [.table(table)])) == """
        Title: T
        Table: Exits. 1 row.
        Adoption. October: not known; Direction: not known
        Commentary: not known

        """)
  }

  @Test("Nothing is drawn, coloured or shown by a picture alone", arguments: [true, false])
  func nothingDrawn(unicode: Bool) {
    let style = TextRenderer.Style(width: 60, colour: true, plain: true, unicode: unicode)
    let text = TextRenderer(style: style).render(Sample.update)
    for scalar in text.unicodeScalars {
      #expect(!(0x2500...0x25FF).contains(scalar.value) && scalar.value != 0x1B)
      #expect(!scalar.properties.isEmojiPresentation && scalar.value != 0x2212)
    }
    #expect(!text.contains("\n\n") && !text.contains("  "))
  }
}
