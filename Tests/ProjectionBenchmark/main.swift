import LookedAfter
import Scenarios

// Runs the model of Tests/Benchmarks/projection.py, which reads what is printed:
//   projection-benchmark time TIMES RUNS     seconds of each run, for 340 children so many times over
//   projection-benchmark sample              all children after 36 months, a path a line
let arguments = CommandLine.arguments.dropFirst()
let times = arguments.dropFirst().first.flatMap { Int($0) } ?? 1
let runs = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 5

let openings = [107, 35, 24, 22, 46, 17, 8, 35, 22, 2, 8, 14]
let joiners = [0.0, 5.2, 0, 0.2, 0, 0, 0.1, 0.4, 2.4, 0.5, 0.1, 0.3]
let leaving = [0.018, 0.03, 0.05, 0.06, 0.04, 0.02, 0.015, 0.02, 0.06, 0.05, 0.05, 0.02]
let ids = openings.indices.map { CohortID(rawValue: "cohort\($0)") }

guard let start = Month(year: 2020, month: 10) else { exitWithout("a month") }
let model = FlowModel(
  start: start,
  compartments: openings.indices.map { index in
    Compartment(
      id: ids[index], opening: openings[index] * times,
      joiners: joiners[index] * Double(times), joinersError: 0.01,
      leaving: [LeavingRate(.ceased, leaving[index])], leavingError: 0.02,
      moves: [
        MovingRate(to: ids[(index + 1) % 12], 0.03), MovingRate(to: ids[(index + 2) % 12], 0.01),
      ], movesError: 0.02)
  }, spread: 1.6, joinersError: 0.01, leavingError: 0.01,
  basis: .init(months: 12, first: nil, isChildLevel: false))
let settings = ProjectionSettings(months: 36, paths: 10_000, seed: 7)

switch arguments.first {
case "sample":
  let totals = try Projection.totals(of: model, in: start.advanced(by: 36), settings: settings)
  print(totals.map(String.init).joined(separator: "\n"))
default:
  for run in 0..<runs {
    // Another seed each time, so that nothing drawn before is used again.
    let settings = ProjectionSettings(months: 36, paths: 10_000, seed: 7 + UInt64(run))
    let duration = try ContinuousClock().measure {
      _ = try Projection.run(model, settings: settings)
    }
    print(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
  }
}

func exitWithout(_ what: String) -> Never { preconditionFailure("there is no \(what)") }
