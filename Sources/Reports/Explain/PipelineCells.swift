import Documents
import LookedAfter

extension Pipeline {
  private func input(_ route: Route, _ stage: Stage) -> Explanation.Input? {
    self[route, stage].map { .init("\(route.name), \(Self.name(of: stage))", $0) }
  }

  private static func name(of stage: Stage) -> String { Prose.lowercasedFirst(stage.name) }

  /// The number at a stage of a route.
  func cell(_ route: Route, _ stage: Stage) -> Cell {
    .recorded(self[route, stage], "\(route.name), \(Self.name(of: stage))", period.inWords)
  }

  /// The number at a stage on all routes: their sum, or as a paper stated it.
  func cell(_ stage: Stage) -> Cell {
    let inputs = Route.allCases.compactMap { input($0, stage) }
    guard !inputs.isEmpty else {
      return .recorded(unsplit[stage], stage.name, period.inWords)
    }
    return .sum(
      all(at: stage), "\(Self.name(of: stage)), \(period.inWords)",
      formula: "the sum of the routes", of: inputs)
  }

  /// Open applications of a route, or of all: the stages together, or as a paper stated it.
  func openCell(_ route: Route? = nil) -> Cell {
    let number = route.map(open) ?? open
    if route == nil, number == nil {
      return .recorded(statedOpen, "Open applications", period.inWords)
    }
    let inputs = (route.map { [$0] } ?? Route.allCases).flatMap { route in
      Stage.open.compactMap { input(route, $0) }
    }
    let stated = Stage.open.compactMap { stage in
      unsplit[stage].map { Explanation.Input(Self.name(of: stage), $0) }
    }
    return .sum(
      number, "open applications\(route.map { ", \($0.name)" } ?? ""), \(period.inWords)",
      formula: "filed with the court + with legal services",
      of: inputs + (route == nil ? stated : []))
  }
}

extension PlannedMonth {
  /// The figures that the total of the month rests on.
  var inputs: [Explanation.Input] {
    Route.allCases.compactMap { route in
      routes[route].map { .init("\(month.inWords), \(route.name)", $0) }
    } + [unsplit.map { .init(month.inWords, $0) }].compactMap { $0 }
  }

  /// The number of a route.
  func cell(_ route: Route) -> Cell {
    .recorded(routes[route], "\(route.name) applications planned", month.inWords)
  }

  /// The number of all routes: their sum, or as it was planned without a split.
  var totalCell: Cell {
    routes.isEmpty
      ? .recorded(unsplit, "Applications planned", month.inWords)
      : .sum(
        total, "applications planned for \(month.inWords)", formula: "the sum of the routes",
        of: inputs)
  }
}
