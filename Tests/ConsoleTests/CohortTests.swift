import Testing

@Suite("Cohorts as people call them")
struct CohortTests {
  @Test(
    "An id, a name, a short name, or a part that belongs to one alone",
    arguments: [
      ("placement_orders", "On placement orders"), ("placement-orders", "On placement orders"),
      ("placement orders", "On placement orders"), ("On placement orders", "On placement orders"),
      ("Placement order", "On placement orders"), ("placement", "On placement orders"),
      ("orders", "On placement orders"),
      ("parents", "Placed with parents"), ("with parents", "Placed with parents"),
      ("placed", "Placed with parents"),
      ("ico", "Subject to interim care orders"), ("interim", "Subject to interim care orders"),
      ("sgo", "Plan for special guardianship (SGO)"),
      ("guardianship", "Plan for special guardianship (SGO)"),
      ("plan for special guardianship (SGO)", "Plan for special guardianship (SGO)"),
      ("residential disability", "Residential care due to complex disability"),
      ("disability", "Residential care due to complex disability"),
      ("residential other", "Residential care, no disability"),
      ("Residential care, no disability", "Residential care, no disability"),
      ("section 20", "Accommodated under section 20"),
      ("section20", "Accommodated under section 20"),
      ("UASC", "Unaccompanied asylum-seeking children"),
      ("asylum", "Unaccompanied asylum-seeking children"),
      ("supported", "Supported accommodation (16+)"), ("16", "Supported accommodation (16+)"),
      ("long-term", "Long-term matched with foster carers"),
      ("foster", "Long-term matched with foster carers"),
      ("reunification", "Reunification (not yet placed with parents)"),
    ])
  func found(text: String, name: String) throws {
    #expect(try PromptSample().title("show \(text)") == "\(name), October 2020")
  }

  @Test("Every cohort is found by its id, name and short name")
  func all() throws {
    let sample = try PromptSample()
    for cohort in try sample.cohorts() {
      for text in [cohort.id.rawValue, cohort.name, cohort.shortName] {
        #expect(try sample.title("show \(text)") == "\(cohort.name), October 2020", "\(text)")
        #expect(try sample.title("show \(text) sept") == "\(cohort.name), September 2020")
      }
    }
  }

  @Test(
    "The total is no cohort, but the first answer of all", arguments: ["total", "all", "children"])
  func total(text: String) throws {
    #expect(
      try PromptSample().title("show \(text) aug 2020") == "Where the children stand, August 2020")
  }

  @Test(
    "A part of several brings the several",
    arguments: [
      ("residential", "residential-disability or residential-other"),
      ("res", "residential-disability or residential-other"),
      ("p", "placement-orders, placed-with-parents or sgo-plan"),
      ("place", "placement-orders or placed-with-parents"),
    ])
  func ambiguous(text: String, candidates: String) throws {
    #expect(
      try PromptSample().refusal("show \(text) oct 2020")
        == "\"\(text)\" could be \(candidates); type a little more of it.")
  }

  @Test(
    "A slip is guessed at, a month as well",
    arguments: [
      ("plcement", "; did you mean placement-orders?"),
      ("parnets", "; did you mean placed-with-parents?"),
      ("octobr", "; did you mean October?"), ("Setpember 2020", "; did you mean September?"),
      ("swimming", "; press Tab or type help show for what there is."),
      ("orders in court", "; press Tab or type help show for what there is."),
    ])
  func unknown(text: String, end: String) throws {
    #expect(
      try PromptSample().refusal("show \(text)")
        == "\"\(text)\" is neither a cohort nor a month\(end)")
  }
}
