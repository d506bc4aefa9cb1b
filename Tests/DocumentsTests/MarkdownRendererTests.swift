import Testing

@testable import Documents

@Suite("Markdown")
struct MarkdownRendererTests {
  @Test("A small document")
  func golden() {
    let document = Document(
      title: "Planned applications", asAt: "2020-11-02",
      blocks: [
        .heading(level: 1, text: "Next three months"), .table(Sample.planned),
        .list(["1. one", "two"]), .list(["three"]),
        .note(Note(code: "stock-and-flow", severity: .warning, text: "2 < 3.")),
        .sources(["Update, page 7"]),
      ])
    #expect(
      MarkdownRenderer().render(document) == """
        # Planned applications

        As at 2 November 2020

        ## Next three months

        Table: Applications planned for the next three months

        | Month            | SGO | Discharge | Both |
        |:-----------------|----:|----------:|-----:|
        | November 2020    |   5 |         4 |    9 |
        | December 2020    |   0 |         0 |    0 |
        | January 2021     |   3 |         – |    3 |
        | **All three months** | **8** |     **4** | **12** |

        - 1\\. one
        - two

        <!-- -->

        - three

        **Warning**: 2 \\< 3. (`stock-and-flow`)

        Sources:

        - Update, page 7

        """)
  }

  @Test("Keys are left out; remarks stand in brackets, and pipes do not end a cell")
  func cells() {
    let table = Table(
      id: "t", caption: "C",
      columns: [
        Column(id: "k", title: "Key", kind: .key), Column(id: "n", title: "N|m", kind: .rowHeader),
        Column(id: "v", title: "V", kind: .number),
      ],
      rows: [
        Row([
          .text("hidden"), .text("a|b\nc"),
          Cell(.number(mantissa: 46, decimals: 0), remark: "6 left"),
        ])
      ])
    let text = MarkdownRenderer().render(Document(title: "T", blocks: [.table(table)]))
    #expect(text.contains("| N\\|m  | "))
    #expect(text.contains("| a\\|b c | 46 (6 left) |"))
    #expect(!text.contains("hidden") && !text.contains("Key"))
  }

  @Test("Headings go down from the title and end at the sixth level")
  func headings() {
    let text = MarkdownRenderer().render(
      Document(
        title: "T #", blocks: [.heading(level: 5, text: "five"), .heading(level: 9, text: "nine")]))
    #expect(text == "# T \\#\n\n###### five\n\n###### nine\n")
  }

  @Test(
    "Plain figures and words stay readable",
    arguments: [
      "65.00", "\u{2212}2", "+3", "-2", "36,103", "92.8 for every 10,000", "3.5 children",
      "long_term_matched", "a@b.uk", "A&E", "Q1-Q4", "16+", "(6 still being assessed)", "50%",
      "it\u{2019}s 2020: done!", "1.5", "See page 7.", "R&D; more",
    ])
  func plain(text: String) {
    let expected = text == "R&D; more" ? "R\\&D; more" : text
    #expect(MarkdownText.block(text) == expected)
  }

  @Test(
    "Marks are escaped where they would be read as marks",
    arguments: [
      ("*x*", "\\*x\\*"), ("_x_", "\\_x\\_"), ("a `b`", "a \\`b\\`"), ("<b>", "\\<b>"),
      ("[a](b)", "\\[a](b)"), ("a\\b", "a\\\\b"), ("$5 and $6", "\\$5 and \\$6"),
      ("H~2~O^2^", "H\\~2\\~O\\^2\\^"), ("&amp;", "\\&amp;"), ("&#42;", "\\&#42;"),
      ("see @smith", "see \\@smith"), ("a -- b", "a \\-\\- b"), ("{.x}", "\\{.x}"),
      ("# one", "\\# one"), ("> one", "\\> one"), ("- one", "\\- one"), ("+ one", "\\+ one"),
      ("---", "\\-\\-\\-"), ("1. one", "1\\. one"), ("12) one", "12\\) one"),
      ("(a) one", "\\(a) one"), ("iv. one", "iv\\. one"), ("Table: one", "Table\\: one"),
      (": one", "\\: one"), ("2020.", "2020\\."),
    ])
  func escaped(text: String, expected: String) {
    #expect(MarkdownText.block(text) == expected)
  }

  @Test("Text within a line may begin as a list would")
  func inline() {
    #expect(MarkdownText.inline("1. one") == "1. one")
    #expect(MarkdownText.inline("- one") == "- one")
  }

  @Test("A table without rows is a sentence")
  func noRows() {
    let table = Table(
      id: "t", caption: "Exits", columns: [Column(id: "n", title: "N", kind: .number)], rows: [])
    #expect(
      MarkdownRenderer().render(Document(title: "T", blocks: [.table(table)]))
        == "# T\n\nExits (no rows)\n")
  }
}
