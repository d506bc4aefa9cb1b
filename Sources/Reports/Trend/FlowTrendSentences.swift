import Indicators
import LookedAfter

/// What a control chart says, for people who know no statistics.
struct FlowTrendSentences {
  let trend: FlowTrend
  private let chart: ControlChart
  private let subject: TrendSubject

  init(_ trend: FlowTrend) {
    self.trend = trend
    chart = trend.chart
    subject = trend.subject
  }

  /// The months of the chart: `April 2019 to October 2020`.
  var period: String {
    guard let first = chart.series.firstMonth,
      let last = chart.series.month(at: chart.series.values.count - 1)
    else { return "" }
    return first == last ? first.inWords : "\(first.inWords) to \(last.inWords)"
  }

  /// The latest figure.
  var latest: String {
    guard let latest = chart.latest, let month = chart.series.month(at: latest.index) else {
      return "No month is recorded."
    }
    return "\(subject.name): \(subject.words(latest.value)) in \(month.inWords)."
  }

  /// The range of ordinary variation, and what it rests on.
  var limits: String {
    guard let segment = chart.segments.last, let limits = segment.limits else {
      return "Limits need at least two months."
    }
    let shown = chart.shownLimits(of: limits)
    let months = Prose.count(limits.points, "month", "months")
    if limits.upper == limits.lower {
      return Prose.sentence(
        "All of the \(months)\(basis(of: segment)) have the same figure, so any other would stand"
          + " out")
    }
    let range = "\(subject.limit(shown.lower)) to \(subject.limit(shown.upper))"
    let around = "around a mean of \(subject.limit(limits.centre)) a month over \(months)"
    return segment.isTrial
      ? "The trial limits are \(range), \(around)."
      : "Anything from \(range) is ordinary variation here, \(around)\(basis(of: segment))."
  }

  /// The months that the limits rest on, where they are not all that are shown.
  private func basis(of segment: ControlChart.Segment) -> String {
    guard segment.basis != segment.range else { return "" }
    return " fixed for it (\(FlowTrend.period(of: segment.basis, in: chart.series)))"
  }

  /// Whether the latest figure is a signal, and of what.
  var signal: String {
    guard let latest = chart.latest, let segment = chart.segments.last, segment.limits != nil else {
      return ""
    }
    let needed = chart.settings.trialBelow
    guard let leading = latest.signals.leading else {
      if segment.isTrial {
        return "Too few months to say whether it is ordinary: there"
          + " \(segment.points == 1 ? "is" : "are") \(Prose.number(segment.points)), and"
          + " \(needed) are needed."
      }
      let run = runSoFar
      return "The latest month is within ordinary variation: nothing in it points to a change."
        + (run.isEmpty ? "" : " " + run)
    }
    let others = latest.signals.all.dropFirst().map { Self.mark($0.rule, $0.direction) }
    return words(leading.rule, leading.direction)
      + (others.isEmpty ? "" : " It is also \(Prose.list(Array(others))).")
      + (segment.isTrial
        ? " That is by trial limits, so look at it, and do not build on it before there are"
          + " \(needed) months." : "")
  }

  /// Where and why the chart begins anew.
  var begunAnew: String {
    chart.segments.compactMap { segment -> String? in
      guard let rebase = segment.rebase, let month = chart.series.month(at: rebase.index) else {
        return nil
      }
      let day = rebase.decided.flatMap { CivilDate(iso: $0) }
      let decided = day.map { " (decided on \($0.inWords))" } ?? ""
      return "From \(month.inWords) on it is measured anew: \(rebase.reason)\(decided)."
    }.joined(separator: " ")
  }

  private func words(_ rule: ControlRule, _ direction: SignalDirection) -> String {
    let high = direction == .high
    switch rule {
    case .outside:
      return
        "The latest month is \(high ? "above" : "below") anything that ordinary variation gives:"
        + " something was different, so find out what."
    case .shift:
      let length = run(.shift)?.length ?? chart.settings.rules.shiftLength
      return
        "The latest \(length) months in a row are \(high ? "above" : "below") the mean: "
        + (isDoubted
          ? "a first sign that the usual level is \(high ? "higher" : "lower") than it was, which a"
            + " second test does not confirm yet."
          : "the usual level is most likely \(high ? "higher" : "lower") than it was.")
    case .trend:
      let length = run(.trend)?.length ?? chart.settings.rules.trendLength
      return
        "The latest \(length) months each \(high ? "rose" : "fell"): that is more than ordinary"
        + " variation."
    case .twoInThree:
      return
        "Two of three months in a row are close to the \(high ? "upper" : "lower") limit: that is"
        + " more than ordinary variation, and worth a look."
    }
  }

  /// A signal in a few words, for a mark in the chart.
  static func mark(_ rule: ControlRule, _ direction: SignalDirection) -> String {
    let high = direction == .high
    switch rule {
    case .outside: return high ? "above the limits" : "below the limits"
    case .shift: return high ? "part of a run above the mean" : "part of a run below the mean"
    case .trend: return high ? "part of a rise" : "part of a fall"
    case .twoInThree: return high ? "close to the upper limit" : "close to the lower limit"
    }
  }

  /// A run that is nearly a signal.
  private var runSoFar: String {
    guard let run = chart.runsSoFar.first(where: { (1...2).contains($0.remaining) }) else {
      return ""
    }
    let more = "\(Prose.number(run.remaining)) more would make a signal"
    return run.rule == .shift
      ? "\(run.length) in a row \(run.direction == .high ? "above" : "below") the mean; \(more)."
      : "\(run.length) in a row each \(run.direction == .high ? "rising" : "falling"); \(more)."
  }

  private func run(_ rule: ControlRule) -> RunSoFar? {
    chart.runsSoFar.first { $0.rule == rule }
  }

  /// What the latest figure means for the direction that was chosen.
  var aim: String {
    guard chart.showsIcons, let icon = chart.variation(aim: trend.aim?.aim ?? .neutral) else {
      return ""
    }
    guard let aim = trend.aim, aim.aim != .neutral else {
      return icon == .commonCause
        ? ""
        : Prose.sentence("Variation: \(icon.words) (\(icon.letter))")
          + " No direction is set, so that is called neither better nor worse."
    }
    return Prose.sentence("Variation: \(icon.words) (\(icon.letter))") + " "
      + DirectionSentences.sentence(aim, of: Prose.lowercasedFirst(subject.name))
  }

  /// Whether the target is within reach of ordinary variation.
  var target: String {
    guard let target = trend.target, let number = trend.targetValue else { return "" }
    let start = "The target is \(subject.words(number)) by \(target.month.inWords)."
    guard let aim = trend.aim?.aim, aim != .neutral,
      let icon = chart.assurance(target: number, aim: aim)
    else { return start }
    return start + " As things go: \(icon.words) (\(icon.letter))."
  }

  /// Signals before those that the latest month belongs to: history, not news.
  var earlier: String {
    let stretches = stretchesOfSignals.filter { $0.range.upperBound - 1 != chart.latest?.index }
    guard !stretches.isEmpty else { return "" }
    let named = stretches.suffix(6).map { stretch in
      "\(words(for: stretch.range)) (\(Self.mark(stretch.rule, stretch.direction)))"
    }
    let count =
      stretches.count > named.count ? ", the last \(named.count) of \(stretches.count)" : ""
    let pull = self.pull
    return "Earlier signals\(count): \(Prose.list(named))."
      + (pull.isEmpty ? " A chart this long shows some by chance." : " " + pull)
  }

  /// That one or two months far off pull the mean to themselves, where most others are marked for
  /// lying on the far side of it.
  private var pull: String {
    let marked = chart.signals.indices.compactMap { index in
      chart.signals[index].leading.map { (index: index, rule: $0.rule) }
    }
    let far = marked.filter { $0.rule == .outside }.compactMap {
      chart.series.month(at: $0.index)?.inWords
    }
    guard (1...2).contains(far.count), (marked.count - far.count) * 2 > chart.series.known else {
      return ""
    }
    return
      "\(Prose.list(far)) \(far.count == 1 ? "lies" : "lie") so far off that the mean is pulled that"
      + " way and most other months lie on the other side of it: those runs say no more than that."
  }

  /// Neighbouring months that one rule marks in one direction, oldest first.
  private var stretchesOfSignals:
    [(range: Range<Int>, rule: ControlRule, direction: SignalDirection)]
  {
    var stretches: [(range: Range<Int>, rule: ControlRule, direction: SignalDirection)] = []
    for index in chart.series.values.indices {
      guard let leading = chart.signals[index].leading else { continue }
      if let last = stretches.last, last.range.upperBound == index, last.rule == leading.rule,
        last.direction == leading.direction
      {
        stretches[stretches.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        stretches.append((index..<(index + 1), leading.rule, leading.direction))
      }
    }
    return stretches
  }

  private func words(for range: Range<Int>) -> String {
    let ends = [range.lowerBound, range.upperBound - 1].compactMap { chart.series.month(at: $0) }
    guard let first = ends.first, let last = ends.last else { return "" }
    return first == last ? first.inWords : "\(first.inWords) to \(last.inWords)"
  }

  /// What the runs test says that adapts to the length of the stretch, and how to read it, where it
  /// and the rules do not agree; blank where they do.
  var secondOpinion: String {
    guard let anhoj = trend.anhoj, let segment = chart.segments.last, !segment.isTrial,
      segment.limits != nil
    else { return "" }
    let marked = segment.range.contains { chart.signals[$0].leading != nil }
    let run = "the longest run on one side is \(anhoj.longestRun) months"
    if anhoj.isSignal, !marked {
      return "A second test, of runs around the median, finds a change where the rules find none:"
        + " \(run) (up to \(anhoj.longestAllowed) is ordinary), and the median is crossed"
        + " \(Self.times(anhoj.crossings)) (\(Self.times(anhoj.fewestAllowed)) or more is"
        + " ordinary). It looks at the whole stretch and sees small lasting shifts sooner, but not"
        + " which month: keep watching, and look for a cause."
    }
    if isDoubted {
      return
        "A second test, of runs around the median, finds no change: \(run), and in a chart this"
        + " long up to \(anhoj.longestAllowed) is ordinary. So take the run as a first sign, which"
        + " the next months will settle."
    }
    return ""
  }

  /// Whether the runs test finds no change where the latest month is part of a run.
  private var isDoubted: Bool {
    guard let anhoj = trend.anhoj, let segment = chart.segments.last, !segment.isTrial else {
      return false
    }
    return !anhoj.isSignal && chart.latest?.signals.leading?.rule == .shift
  }

  private static func times(_ number: Int) -> String {
    number == 1 ? "once" : number == 2 ? "twice" : "\(Prose.number(number)) times"
  }
}
