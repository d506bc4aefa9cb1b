import LookedAfter

/// A child leaves care once: by one order, or by adoption.
struct CaseExits {
  private let child: String
  private let cases: [Case]
  private let routes: CaseRoutes

  /// The cases of a child.
  init(of child: String, in book: CaseBook) {
    self.child = child
    cases = book.cases(of: child)
    routes = book.routes
  }

  /// Whether a route leads out of care.
  private func leavesCare(_ route: CaseRoute) -> Bool {
    route.isPermanence && route.kind != .service
  }

  /// Refuses a second leaving of a child who has left by another route since the case was opened.
  ///
  /// - Throws: `ConsoleError.refused`.
  func check(_ move: CaseMove, of each: Case, on route: CaseRoute) throws {
    guard leavesCare(route), route[move.stage]?.role == .achieved, let opened = each.moves.first
    else { return }
    for other in cases where other.route != each.route {
      guard let way = routes[other.route], leavesCare(way), let last = other.moves.last,
        way[last.stage]?.role == .achieved, last.date >= opened.date
      else { continue }
      throw ConsoleError.refused(
        "\(child) left care already: \(way.inSentence), \(last.stage.typed) on \(last.date.inWords),"
          + " and a child leaves once; end this case instead: case \(child) \(route.id.typed) withdrawn"
          + " because \"left by \(way.inSentence)\"")
    }
  }

  /// The routes out of care on which the child is still live after leaving by another, with what ends
  /// them; nil when there is none, or the child has not left.
  func remark(after move: CaseMove, on route: CaseRoute) -> String? {
    guard leavesCare(route), route[move.stage]?.role == .achieved else { return nil }
    let open = cases.compactMap { other -> CaseRoute? in
      guard other.route != route.id, let way = routes[other.route], way.kind != .service,
        let stage = other.moves.last.flatMap({ way[$0.stage] }), stage.isLive
      else { return nil }
      return way
    }
    guard let first = open.first else { return nil }
    return
      "\(child) has left care and is still open on \(open.map(\.inSentence).joined(separator: ", "));"
      + " to end that, type: case \(child) \(first.id.typed) withdrawn because"
      + " \"left by \(route.inSentence)\""
  }
}
