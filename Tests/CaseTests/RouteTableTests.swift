import CSV
import HistoryFiles
import LookedAfter
import Testing

@Suite("The table of routes and stages") struct RouteTableTests {
  @Test("has the ways out of care and the courses of services")
  func routes() throws {
    let routes = try shippedRoutes()
    #expect(
      routes.exits.map(\.id.rawValue) == [
        "sgo", "discharge", "reunification", "adoption", "step_down",
      ])
    #expect(routes.all.count == 12)
    #expect(routes.all.filter { $0.kind == .application }.map(\.id) == ["sgo", "discharge"])
  }

  @Test(
    "has a way from the beginning to every stage of a route", arguments: try shippedRoutes().all)
  func reachable(route: CaseRoute) {
    var reached: Set<CaseStageID> = Set(route.stages.filter { route.canOpen(at: $0) }.map(\.id))
    var grows = true
    while grows {
      let more = reached.union(reached.flatMap { route[$0]?.next ?? [] })
      grows = more.count > reached.count
      reached = more
    }
    #expect(reached == Set(route.stages.map(\.id)))
  }

  @Test("names only measures that can be recorded", arguments: try shippedRoutes().all)
  func measures(route: CaseRoute) throws {
    let catalogue = try emptyHistory().catalogue
    for stage in route.stages {
      if let measure = stage.measure { #expect(catalogue[measure] != nil, "\(measure)") }
      if case .listed(let branch) = stage.reasons {
        #expect(!catalogue.measures(below: branch).isEmpty, "\(branch)")
      }
    }
  }

  @Test("lets nothing follow a granted order, and lets a case that was withdrawn begin again")
  func ends() throws {
    #expect(try route("sgo")["granted"]?.next == [])
    #expect(try route("discharge")["granted"]?.next == [])
    #expect(try route("adoption")["granted"]?.next == [])
    #expect(try route("sgo")["withdrawn"]?.next == ["identified"])
  }

  @Test(
    "is refused with file, line and column",
    arguments: [
      (
        "sgo,a,A,planning,b,,,,", "sgo,A,SGO,application,,",
        "stages.csv, line 2, column 18: there is no stage \"b\" of the route \"sgo\"."
      ),
      (
        "sgo,a,A,dreaming,,,,,", "sgo,A,SGO,application,,",
        "stages.csv, line 2, column 9: the role \"dreaming\" is not known; it must be one of planning,"
          + " parked, planned, under_way, open, achieved, ended."
      ),
      (
        "sgo,a,A,planning,,,,,\nsgo,a,A,planning,,,,,", "sgo,A,SGO,application,,",
        "stages.csv, line 3, column 5: the stage \"a\" of \"sgo\" is there twice."
      ),
      (
        "sgo,a,A,planning,,,,,", "adoption,A,A,move,,",
        "routes.csv, line 2, column 1: there is no stage of the route \"adoption\"."
      ),
    ])
  func errors(stages: String, routes: String, sentence: String) {
    let read = {
      try CaseRouteFile.read(
        routes: .init(
          name: "routes.csv",
          bytes: Array("id,name,short_name,kind,permanence,families\n\(routes)\n".utf8)),
        stages: .init(
          name: "stages.csv",
          bytes: Array(
            "route,stage,name,role,next,reasons,measure,counted,event\n\(stages)\n".utf8)))
    }
    #expect(throws: CSVError.self) { _ = try read() }
    do { _ = try read() } catch { #expect("\(error)" == sentence) }
  }
}
