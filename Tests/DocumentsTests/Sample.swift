import Documents

/// A short monthly update, after the figures of October 2020.
enum Sample {
  static let update = Document(
    title: "Looked after children reduction update", asAt: "2020-11-02",
    blocks: [
      .heading(level: 1, text: "Looked after children population"),
      .paragraph(
        """
        There were 336 looked after children at the end of October 2020, 2 fewer than at the end of \
        September. The rate was 92.8 for every 10,000 children.
        """),
      .list(["9 children came into care.", "11 children left, 8 of them by a planned route."]),
      .note(
        Note(
          code: "stock-and-flow", severity: .warning,
          text: "338 children, 9 joiners and 11 leavers make 336; the weekly list says 337.")),
      .note(
        Note(
          code: "rating-and-direction", severity: .prompt,
          text: "Supported accommodation rose by 4, yet is rated 3: look at the rating again.")),
      .heading(level: 1, text: "Planned applications"),
      .table(planned),
      .heading(level: 1, text: "Child status"),
      .heading(level: 2, text: "By cohort"),
      .table(status),
      .sources(["Monthly update to 31 October 2020, page 7", "Weekly list of 2 November 2020"]),
    ])

  static let planned = Table(
    id: "planned-applications", caption: "Applications planned for the next three months",
    columns: [
      Column(id: "month", title: "Month", kind: .rowHeader),
      Column(id: "sgo", title: "SGO", kind: .number),
      Column(id: "discharge", title: "Discharge", kind: .number),
      Column(id: "total", title: "Both", kind: .number),
    ],
    rows: [
      Row([.text("November 2020"), .integer(5), .integer(4), .integer(9)]),
      Row([.text("December 2020"), .integer(0), .integer(0), .integer(0)]),
      Row([.text("January 2021"), .integer(3), .missing, .integer(3)]),
      Row([.text("All three months"), .integer(8), .integer(4), .integer(12)], isTotal: true),
    ])

  static let status = Table(
    id: "child-status", caption: "Child status by cohort, Herefordshire, at the end of each month",
    columns: [
      Column(id: "cohort", title: "Cohort id", kind: .key),
      Column(id: "name", title: "Cohort", kind: .rowHeader),
      Column(id: "2020-02", title: "End of February 2020", kind: .number),
      Column(id: "2020-08", title: "End of August 2020", kind: .number),
      Column(id: "2020-09", title: "End of September 2020", kind: .number),
      Column(id: "2020-10", title: "End of October 2020", kind: .number),
      Column(id: "change", title: "Change", kind: .number),
      Column(id: "direction", title: "Direction", kind: .label),
      Column(id: "rating", title: "Rating", kind: .label),
      Column(id: "commentary", title: "Commentary", kind: .prose),
    ],
    rows: cohorts)

  private static let cohorts = [
    cohort(
      "total", "All looked after children",
      [figure(356), figure(343), figure(338), figure(336)],
      change: -2, "Decrease", rating: 1, "😊 on track",
      """
      Two fewer children than a month earlier.
      """, isTotal: true),
    cohort(
      "long_term_matched", "Long-term matched with foster carers",
      [figure(84), figure(112), figure(110), figure(107)],
      change: -3, "Decrease", rating: 3, "😐 no progress",
      """
      Fell because care orders of some matched children were discharged; \
      most of the group is expected to stay to 18, some will go home and \
      some carers will apply for an SGO.
      """),
    cohort(
      "ico", "Subject to interim care orders",
      [figure(51), figure(38), figure(32), figure(35)],
      change: 3, "Increase", rating: 3, "😐 no progress",
      """
      New proceedings were started; an interim order means the court found \
      the significant-harm threshold met, and the care plan is settled \
      inside the proceedings.
      """),
    cohort(
      "placement_orders", "On placement orders",
      [figure(18), figure(25), figure(26), figure(24)],
      change: -2, "Decrease", rating: 3, "😐 no progress",
      """
      Two children were adopted; adoption is agreed for the group and is the \
      expected exit.
      """),
    cohort(
      "placed_with_parents", "Placed with parents",
      [figure(23), figure(24), figure(23), figure(22)],
      change: -1, "Decrease", rating: 2, "😌 some progress",
      """
      Fell as some orders were discharged, while others went home under a \
      reunification plan; the status is a step towards leaving care.
      """),
    cohort(
      "sgo_plan", "Plan for special guardianship (SGO)",
      [figure(45), figure(51, assessing: 7), figure(48, assessing: 7), figure(46, assessing: 6)],
      change: -2, "Decrease", rating: 2, "😌 some progress",
      """
      Fell because some SGOs were granted in October; if assessment supports \
      it the carers become special guardians through a court order. Says \
      applications for 16 children are filed or with legal.
      """),
    cohort(
      "reunification", "Reunification (not yet placed with parents)",
      [
        figure(20), figure(18, assessing: 14), figure(16, assessing: 10), figure(17, assessing: 10),
      ],
      change: 1, "Increase", rating: 2, "😌 some progress",
      """
      Not yet living with family; if assessment supports return they move to \
      placement with parents and later, if it holds, the care order is \
      revoked.
      """),
    cohort(
      "residential_disability", "Residential care due to complex disability",
      [figure(9), figure(8), figure(8), figure(8)],
      change: 0, "No change", rating: 2, "😌 some progress",
      """
      Need is so high that specialist residential care is required; usual \
      exit is turning 18.
      """),
    cohort(
      "residential_other", "Residential care, no disability",
      [figure(30), figure(33), figure(35), figure(35)],
      change: 0, "No change", rating: 5, "😱 significant slippage",
      """
      Complex needs and behaviour; foster placement has not been possible. \
      23 could live in foster care if carers existed; expected to stay to \
      18.
      """),
    cohort(
      "section20", "Accommodated under section 20",
      [figure(22), figure(18), figure(19), figure(22)],
      change: 3, "Increase", rating: 4, "😩 some slippage",
      """
      New admissions; legal advice on whether section 20 is suitable is \
      taken for every child and kept under review.
      """),
    cohort(
      "uasc", "Unaccompanied asylum-seeking children",
      [figure(6), figure(1), figure(2), figure(2)],
      change: 0, "No change", rating: 3, "😐 no progress",
      """
      Leave care at 18.
      """),
    cohort(
      "supported_accommodation", "Supported accommodation (16+)",
      [figure(10), figure(4), figure(4), figure(8)],
      change: 4, "Increase", rating: 3, "😐 no progress",
      """
      Over-16s being helped towards independence, leaving at 18. A decrease \
      is the good direction because most do better staying in a foster \
      family.
      """),
  ]

  private static func cohort(
    _ id: String, _ name: String, _ figures: [Cell], change: Int, _ direction: String, rating: Int,
    _ words: String, _ commentary: String, isTotal: Bool = false
  ) -> Row {
    let rated = Cell(.number(mantissa: rating, decimals: 0), display: "\(rating) \(words)")
    return Row(
      [.text(id), .text(name)] + figures
        + [.change(change), .text(direction), rated, .text(commentary)],
      isTotal: isTotal)
  }

  private static func figure(_ number: Int?, assessing: Int? = nil) -> Cell {
    var cell = Cell.integer(number)
    cell.remark = assessing.map { "\($0) still being assessed" }
    cell.remarkNumber = assessing
    return cell
  }
}
