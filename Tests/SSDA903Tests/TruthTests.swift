import CSV
import FileAccess
import LookedAfter
import SSDA903
import Testing

/// The generator writes down what it knows of every month end; our figures have to be the same.
@Suite("What the generator knows of every month")
struct TruthTests {
  private static let cohorts: [(column: String, id: CohortID)] = [
    ("cohort_uasc", "uasc"), ("cohort_residential_disability", "residential_disability"),
    ("cohort_residential_other", "residential_other"),
    ("cohort_supported_accommodation", "supported_accommodation"),
    ("cohort_placement_order", "placement_orders"), ("cohort_ico", "ico"),
    ("cohort_placed_with_parents", "placed_with_parents"),
    ("cohort_long_term_matched", "long_term_matched"), ("cohort_s20", "section20"),
    ("cohort_unallocated", .unallocated),
  ]

  private func truth(_ folder: String) throws -> CSVTable {
    let path = Support.fixture("\(folder)/truth_monthly.csv")
    return try CSVTable(bytes: try WholeFile.read(path), file: path, required: ["month_end"])
  }

  @Test(
    "is what is worked out from its files, in every column",
    arguments: ["annual", "single", "annual-2026"])
  func allColumns(folder: String) throws {
    let returns = try JoinedReturns(path: Support.fixture(folder))
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let truth = try truth(folder)
    let counts = caseload.counts(on: returns.monthEnds)
    let flows = caseload.flows(in: caseload.months)

    #expect(truth.records.count == counts.count)
    #expect(counts.count >= 36)
    for ((record, row), flow) in zip(zip(truth.records, counts), flows) {
      func expect(_ column: String, _ value: Int?) {
        #expect(truth.value(column, of: record) == value.map(String.init), "\(row.date) \(column)")
      }
      #expect(truth.value("month_end", of: record) == "\(row.date)")
      expect("looked_after", row.total)
      expect("respite_only", row.respite)
      expect("starts", flow.startedTotal)
      expect("ends", flow.ceasedTotal)
      for (column, id) in Self.cohorts { expect(column, row[id]) }
    }
    #expect(returns.repairCount == 0, "nothing had to be repaired")
  }

  @Test("holds with plans too: they only move children out of the cohorts behind them")
  func withPlans() throws {
    for folder in ["annual", "single"] {
      let returns = try JoinedReturns(path: Support.fixture(folder))
      let plans = try PlanFile(path: Support.fixture("\(folder)/Plans.csv"))
      let caseload = try Caseload(returns, scheme: try Support.scheme(), plans: plans)
      let counts = caseload.counts(on: returns.monthEnds)
      let truth = try truth(folder)
      var planned = 0
      for (record, row) in zip(truth.records, counts) {
        func known(_ column: String) -> Int {
          truth.value(column, of: record).flatMap { Int($0) } ?? -1
        }
        for (column, id) in Self.cohorts.prefix(7) { #expect(row[id] == known(column)) }
        let behind = Self.cohorts.suffix(3).reduce(0) { $0 + known($1.column) }
        let ours = ["long_term_matched", "section20", "unallocated", "sgo_plan", "reunification"]
        #expect(ours.reduce(0) { $0 + (row[CohortID(rawValue: $1)] ?? 0) } == behind)
        planned += (row["sgo_plan"] ?? 0) + (row["reunification"] ?? 0)
      }
      #expect(planned > 0)
      #expect(plans.findings.isEmpty)
      #expect(caseload.unknownPlans.isEmpty)
    }
  }
}
