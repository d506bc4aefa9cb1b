import Indicators
import LookedAfter
import Scenarios

/// What levers mean, a sentence each, so that people see how their question was understood.
struct LeverSentences {
  let scheme: CohortScheme
  let catalogue: MeasureCatalogue

  /// Whether they are of a sum, which has no usual leavers.
  let isSum: Bool

  /// Whether those who leave are told apart by how they leave.
  let knowsRoutes: Bool

  /// - Parameter model: what the levers change; nil where only names are wanted.
  init(_ history: History, isSum: Bool = false, of model: FlowModel? = nil) {
    self.isSum = isSum
    knowsRoutes =
      model?.compartments.contains { $0.leaving.contains { $0.route != .ceased } } ?? true
    scheme = history.scheme
    catalogue = history.catalogue
  }

  /// One sentence for each lever; moves that are spread over months are one.
  func sentences(_ levers: [Lever]) -> [String] {
    var sentences: [String] = []
    var rest = levers[...]
    while let lever = rest.popFirst() {
      guard case .move(var number, let from, let to, let first) = lever else {
        sentences.append(sentence(lever))
        continue
      }
      var last = first
      while case .move(let more, from, to, let month)? = rest.first, month > last {
        number += more
        last = month
        rest = rest.dropFirst()
      }
      sentences.append(
        (first == last ? "In \(first.inWords)" : "By \(last.inWords)")
          + ", \(Prose.children(number)) \(number == 1 ? "moves" : "move") from \(name(from)) to"
          + " \(name(to))"
          + (first == last
            ? "." : ", spread evenly: the first in \(first.inWords), the last in \(last.inWords)."))
    }
    return sentences
  }

  /// The name of a cohort within a sentence.
  func name(_ id: CohortID) -> String {
    if id == .total { return "all children" }
    if id == FlowModel.remainder { return "children in no cohort" }
    return scheme[id].map { "\"\($0.shortName)\"" } ?? "\"\(id.rawValue)\""
  }

  private func sentence(_ lever: Lever) -> String {
    switch lever {
    case .joiners(let amount, let status, let into, let span):
      let kind = status.flatMap { catalogue[$0] }.map { " (\(Prose.lowercasedFirst($0.name)))" }
      let place = into.map { " and join \(name($0))" } ?? ""
      return words(
        amount, span, ("becomes", "become"), "looked after\(kind ?? "")\(place)", "usual number")
    case .leavers(let amount, let route, let from, let span):
      let way = route.flatMap { $0 == .ceased ? nil : catalogue[$0] }
      let kind = way.map { " (\(Prose.lowercasedFirst($0.name)))" } ?? ""
      let place = from.map { " from \(name($0))" } ?? ""
      return words(
        amount, span, ("leaves", "leave"), "care\(place)\(kind)",
        way == nil ? "usual number" : "usual number who leave so",
        way != nil && !knowsRoutes
          ? .besides : Lever.namesChildren(amount, route: route, span) ? .among : .instead)
    case .everyoneLeaves(let ids, let month):
      return "In \(month.inWords), everyone in \(Prose.list(ids.map(name))) leaves care."
    case .applications(let change): return sentence(change)
    case .move: return ""
    case .close(let id, let to, let from):
      let end = to.map { "who is in it or would join it goes to \(name($0))" }
      return "From \(from.inWords) on, nobody joins \(name(id)); "
        + (end
          ?? "who would have joined it does not become looked after, who would have moved to it stays"
          + " where they are, and who is in it stays until they leave") + "."
    case .open(let id, let joiners, let from):
      return
        "From \(from.inWords) on, \(number(joiners)) of those who become looked after in a month"
        + " join \(name(id))."
    case .population(let number, let from):
      return "From \(from.inWords) on, the population aged 0 to 17 is \(Prose.figures(number))."
    case .unitCost(let pounds, let cohort, let from):
      let who = cohort.map { " in \(name($0))" } ?? ""
      return "From \(from.inWords) on, a child\(who) costs £\(Prose.figures(pounds)) a year."
    }
  }

  private func sentence(_ change: ApplicationChange) -> String {
    let route = change.route.flatMap { route in
      scheme.cohorts.first { $0.exitReason == route }?.route ?? nil
    }
    let kind = route.map { " for \($0 == .sgo ? "SGO" : "discharge")" } ?? ""
    let which =
      switch change.which {
      case .planned: "applications planned\(kind)"
      case .underWay: "applications under way\(kind)"
      case .all: "applications planned and under way\(kind)"
      }
    var parts: [String] = []
    if let only = change.only { parts.append("the first \(Prose.figures(only)) are made") }
    if let chance = change.succeed {
      parts.append(
        chance == 1
          ? "every one succeeds"
          : chance == 0
            ? "none succeeds" : "each succeeds with a chance of \(Prose.percent(chance))")
    }
    if change.onTime { parts.append("each is decided in the month it is due") }
    if change.delay != 0 {
      let number = Prose.count(abs(change.delay), "month", "months")
      parts.append("each is \(number) \(change.delay > 0 ? "later" : "earlier")")
    }
    if parts.isEmpty { parts.append("nothing changes") }
    return "Of the \(which), \(Prose.list(parts))."
  }

  /// What a given number is to the usual one.
  private enum Place {
    case instead, among, besides
  }

  private func words(
    _ amount: Amount, _ span: Span, _ verb: (one: String, many: String), _ what: String,
    _ usual: String, _ place: Place = .instead
  ) -> String {
    let start = months(span)
    let isOne = span.last == span.first
    switch amount {
    case .percent(let percent):
      let share = Prose.percent(abs(percent) / 100)
      return "\(start), \(share) \(percent < 0 ? "fewer" : "more") \(verb.many) \(what) than usual."
    case .more(let number):
      let (figure, unit) = total(abs(number), span, isOne)
      return "\(start), \(figure) \(number < 0 ? "fewer" : "more")\(unit) \(verb.many) \(what)"
        + " than usual."
    case .exactly(let number):
      if number == 0 { return "\(start), nobody \(verb.one) \(what)." }
      let (figure, unit) = total(number, span, isOne)
      let doing = figure == "one" ? verb.one : verb.many
      // A sum knows nobody who usually joins or leaves.
      let instead =
        switch place {
        case _ where isSum: ""
        case .instead: ", instead of the \(usual)"
        case .among: ", counted among those who usually do"
        case .besides:
          ", besides all who usually leave, since how many of those leave so is not recorded"
        }
      return "\(start), \(figure)\(unit) \(doing) \(what)\(instead)."
    }
  }

  /// A number a month, or in all where it was spread over months.
  private func total(_ number: Double, _ span: Span, _ isOne: Bool) -> (String, String) {
    if isOne { return (self.number(number), "") }
    if let last = span.last, number != number.rounded() {
      let all = number * Double(span.first.distance(to: last) + 1)
      if abs(all - all.rounded()) < 1e-6 { return (self.number(all.rounded()), " in all") }
    }
    return (self.number(number), " a month")
  }

  private func number(_ number: Double) -> String {
    Int(exactly: number).map(Prose.number) ?? Prose.decimal(number, 1)
  }

  private func months(_ span: Span) -> String {
    guard let last = span.last else { return "From \(span.first.inWords) on" }
    return last == span.first
      ? "In \(last.inWords)" : "From \(span.first.inWords) to \(last.inWords)"
  }
}
