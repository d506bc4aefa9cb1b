import Documents
import Testing

@Suite("The terminal form")
struct TerminalFormTests {
  @Test("A small document")
  func golden() {
    let document = Document(
      title: "Planned applications", asAt: "2020-11-02",
      blocks: [
        .heading(level: 1, text: "Next months"), .heading(level: 2, text: "By route"),
        .paragraph("Twelve applications are planned for the next three months."),
        .list(["One application slipped because its court date was moved."]),
        .table(Sample.planned),
        .note(Note(code: "slippage", severity: .warning, text: "Three of ten went on time.")),
        .note(Note(code: "plan", severity: .information, text: "None in December.")),
        .sources(["Update, page 7"]),
      ])
    #expect(
      render(document, width: 40) == """
        Planned applications
        ════════════════════
        As at 2 November 2020

        Next months
        ───────────

        By route
        ╌╌╌╌╌╌╌╌
        Twelve applications are planned for the
        next three months.

        • One application slipped because its
          court date was moved.

        Applications planned for the next three
        months

        Month             SGO  Discharge  Both
        ────────────────  ───  ─────────  ────
        November 2020       5          4     9
        December 2020       0          0     0
        January 2021        3          –     3
        ────────────────  ───  ─────────  ────
        All three months    8          4    12

        Warning: Three of ten went on time.
          (slippage)
        Information: None in December. (plan)

        Sources
        • Update, page 7

        """)
  }

  @Test("Sentences stand beside their figures where there is room")
  func wide() {
    #expect(
      render(guardianship, width: 90) == """
        Status

                                 End of
                                October
        Cohort                     2020  Change  Direction    Commentary
        ────────────────────  ─────────  ──────  ───────────  ────────────────────────────────────
        Special guardianship         46      −2  Decrease 😌  Fell because some orders were
                               (6 still                       granted in October.
                                  being
                              assessed)

        Unaccompanied             1,002       0  No change    –
        ────────────────────  ─────────  ──────  ───────────  ────────────────────────────────────
        All                       1,048      −2  Decrease     Sum.

        """)
  }

  @Test("Where there is none they go under their row, and remarks stay under their number")
  func medium() {
    #expect(
      render(guardianship, width: 64) == """
        Status

                              End of October
        Cohort                          2020  Change  Direction
        ────────────────────  ──────────────  ──────  ───────────
        Special guardianship              46      −2  Decrease 😌
                              (6 still being
                                   assessed)
          Commentary: Fell because some orders were granted in October.

        Unaccompanied                  1,002       0  No change
        ────────────────────  ──────────────  ──────  ───────────
        All                            1,048      −2  Decrease
          Commentary: Sum.

        """)
  }

  @Test("On a narrow terminal labels and remarks go under the row as well")
  func narrow() {
    #expect(
      render(guardianship, width: 40) == """
        Status

                                  End of
                                 October
        Cohort                      2020  Change
        ────────────────────  ──────────  ──────
        Special guardianship          46      −2
          Direction: Decrease 😌
          End of October 2020: 6 still being
          assessed
          Commentary: Fell because some orders
          were granted in October.

        Unaccompanied              1,002       0
          Direction: No change
        ────────────────────  ──────────  ──────
        All                        1,048      −2
          Direction: Decrease
          Commentary: Sum.

        """)
  }

  @Test("A table that fits no other way is written one field a line")
  func records() {
    let text = render(Document(title: "T", blocks: [.table(Sample.status)]), width: 40)
    #expect(
      text.contains(
        """
        Plan for special guardianship (SGO)
          End of February 2020: 45
          End of August 2020: 51 (7 still
            being assessed)
        """))
  }

  @Test("Colour adds sequences and changes nothing else")
  func colour() {
    let coloured = TextRenderer(style: .init(width: 80, colour: true)).render(Sample.update)
    #expect(coloured.contains("\u{1B}[1;35mWarning\u{1B}[0m: "))
    #expect(withoutSequences(coloured) == render(Sample.update, width: 80))
  }

  @Test("No sequence runs on into the next line")
  func closed() {
    let coloured = TextRenderer(style: .init(width: 60, colour: true)).render(Sample.update)
    for line in coloured.split(separator: "\n") where line.contains("\u{1B}") {
      #expect(line.split(separator: "\u{1B}", omittingEmptySubsequences: false).count % 2 == 1)
    }
  }

  @Test("A hostile comment can't drive the terminal, wherever it stands")
  func hostile() {
    let text = "\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}x\ny"
    let table = Table(
      id: text, caption: text, columns: [Column(id: text, title: text, kind: .rowHeader)],
      rows: [Row([Cell(.text(text), remark: text)])])
    let document = Document(
      title: text, asAt: text,
      blocks: [
        .heading(level: 1, text: text), .paragraph(text), .list([text]), .table(table),
        .note(Note(code: text, severity: .error, text: text)), .sources([text]),
      ])
    for plain in [true, false] {
      let style = TextRenderer.Style(width: 80, plain: plain)
      for scalar in TextRenderer(style: style).render(document).unicodeScalars {
        #expect(scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)))
        #expect(scalar.value != 0x202E)
      }
    }
  }

  @Test("An ASCII terminal gets ASCII only")
  func ascii() {
    let text = TextRenderer(style: .init(width: 80, unicode: false)).render(Sample.update)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("Change\n------"))
  }

  @Test("A width beyond the limits is brought to them")
  func widths() {
    var style = TextRenderer.Style(width: 7)
    #expect(style.width == 40)
    style.width = 1000
    #expect(style.width == 200)
  }

  @Test("A table without rows says so, and an empty document is one line break")
  func empty() {
    let table = Table(
      id: "t", caption: "Exits", columns: [Column(id: "n", title: "N", kind: .number)], rows: [])
    #expect(
      render(Document(title: "", blocks: [.table(table)]), width: 80) == "Exits\nNo rows.\n")
    #expect(render(Document(title: ""), width: 80) == "\n")
  }

  private var guardianship: Document {
    let table = Table(
      id: "status", caption: "Status",
      columns: [
        Column(id: "k", title: "Id", kind: .key),
        Column(id: "n", title: "Cohort", kind: .rowHeader),
        Column(id: "2020-10", title: "End of October 2020", kind: .number),
        Column(id: "c", title: "Change", kind: .number),
        Column(id: "d", title: "Direction", kind: .label),
        Column(id: "p", title: "Commentary", kind: .prose),
      ],
      rows: [
        Row([
          .text("sgo_plan"), .text("Special guardianship"),
          Cell(.number(mantissa: 46, decimals: 0), remark: "6 still being assessed"), .change(-2),
          .text("Decrease 😌"), .text("Fell because some orders were granted in October."),
        ]),
        Row([
          .text("uasc"), .text("Unaccompanied"), .integer(1_002), .change(0), .text("No change"),
          .missing,
        ]),
        Row(
          [
            .text("all"), .text("All"), .integer(1_048), .change(-2), .text("Decrease"),
            .text("Sum."),
          ],
          isTotal: true),
      ])
    return Document(title: "", blocks: [.table(table)])
  }

  private func render(_ document: Document, width: Int) -> String {
    TextRenderer(style: .init(width: width)).render(document)
  }

  private func withoutSequences(_ text: String) -> String {
    let parts = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { result, part in
      result + part.drop { $0 != "m" }.dropFirst()
    }
  }
}
