import LookedAfter
import Scenarios

/// Reads one clause of a what-if.
struct LeverReader {
  let history: History

  /// The month of the last figures: what is said happens after it.
  let start: Month

  let months: ForwardMonths
  let cohorts: NameMatcher<CohortID>
  let routes: NameMatcher<MeasureID>
  let statuses: NameMatcher<MeasureID>

  init(history: History, start: Month, months: MonthReader) {
    self.history = history
    self.start = start
    self.months = ForwardMonths(start: start, months: months)
    cohorts = NameMatcher(
      history.scheme.cohorts.map { ($0.id, CohortReader.typed($0), $0.shortName, $0.name) })
    func lines(_ branch: MeasureID) -> NameMatcher<MeasureID> {
      // A line without a phrase is a sum of others.
      NameMatcher(
        history.catalogue.measures(below: branch).filter { !$0.phrase.isEmpty }.map {
          ($0.id, MeasureReader.typed($0, below: branch), $0.name, $0.name)
        })
    }
    routes = lines("ceased")
    statuses = lines("started")
  }

  /// What a clause says.
  struct Clause: Equatable {
    var levers: [Lever] = []
    /// The clause as it is written down when it is saved; blank for nothing changed.
    var written = ""
    /// Whether it asks for a sum: joiners are to make up for leavers.
    var isSum = false
    /// What it says beside its levers, a sentence each.
    var remarks: [String] = []
    /// Whether it has to do with a time, so that one before it may mean the same.
    var time: TimePhrase?
  }

  /// Reads a clause.
  ///
  /// - Parameter inherited: the time of the clause that an "and" joins this one to.
  /// - Throws: `Unclear`, `GrammarError`.
  func read(_ words: [WhatIfWord], inherited: TimePhrase?) throws -> Clause {
    var work = ClauseWork(words, months: months)
    if isUnchanged(work) {
      let what =
        work.holds(Vocabulary.joiners)
        ? "Those who join" : work.holds(Vocabulary.leavers) ? "Those who leave" : "All else"
      return Clause(
        written: "", remarks: ["\(what) \(what == "All else" ? "stays" : "stay") as things are."])
    }
    if work.holds(["equal", "equals", "match", "matches", "balance", "balances"]),
      work.holds(Vocabulary.joiners), work.holds(Vocabulary.leavers)
    {
      return Clause(
        written: "joiners equal leavers", isSum: true,
        remarks: ["Those who join make up for all others who leave."])
    }
    let own = work.time
    if work.time == nil { work.time = inherited }
    var clause: Clause
    if work.holds(["population"]) {
      clause = try population(&work)
    } else if work.holds(["cost", "costs", "costing"])
      || words.contains(where: { $0.text.hasPrefix("£") })
    {
      clause = try unitCost(&work)
    } else if isAboutApplications(work) {
      work.time = own
      clause = try applications(&work)
    } else if work.holds(["close", "closes", "closed", "shut", "shuts", "open", "opens", "opened"])
    {
      clause = try closeOrOpen(&work)
    } else if isAMove(work) {
      clause = try move(&work)
    } else if isEveryone(work) {
      clause = try everyone(&work)
    } else if work.holds(Vocabulary.joiners) {
      clause = try joiners(&work)
    } else {
      clause = try leavers(&work)
    }
    if let word = work.leftOver(besides: Vocabulary.noise) { throw unclear(word) }
    clause.time = own
    return clause
  }

  // MARK: Kinds

  private func isUnchanged(_ work: ClauseWork) -> Bool {
    let texts = work.texts
    return texts == ["base"] || work.holds(["unchanged"]) || work.holdsRun("as", "now")
      || work.holdsRun("as", "they", "are") || work.holdsRun("as", "things", "are")
      || work.holdsRun("the", "same") || work.holdsRun("else", "equal")
      || texts.first == "nothing" && work.holds(["change", "changes", "else", "happens"])
  }

  private func isAboutApplications(_ work: ClauseWork) -> Bool {
    work.texts.contains { $0.hasPrefix("applic") }
      || work.holds(["planned", "pipeline", "underway"])
      || work.holdsRun("under", "way")
  }

  private func isAMove(_ work: ClauseWork) -> Bool {
    if work.holds(Vocabulary.moves) { return true }
    let hasOther =
      work.holds(Vocabulary.joiners) || work.holds(Vocabulary.leavers)
      || work.holds(Vocabulary.down) || work.holds(Vocabulary.up)
    return work.holds(["to", "into"]) && !hasOther
  }

  private func isEveryone(_ work: ClauseWork) -> Bool {
    work.holds(Vocabulary.everyone) && work.holds(["leave", "leaves", "leaving", "left"])
      && !work.holds(Vocabulary.down) && !work.holds(Vocabulary.up)
  }

  // MARK: Parts

  /// The first month that can be changed.
  var next: Month { start.advanced(by: 1) }

  /// A word that is not understood, with the nearest one that would be.
  func unclear(_ word: WhatIfWord, try example: String? = nil) -> Unclear {
    guard !word.isQuoted else { return Unclear(word, nearest: nil, example: example) }
    let names = cohorts.typed + routes.typed + statuses.typed
    let months = Month.names.map { $0.lowercased() }
    // A word that is understood elsewhere does not say what is missing here.
    let isKnown = Vocabulary.all.contains(word.text) || Double(word.text) != nil
    let nearest =
      isKnown
      ? nil
      : Nearest.names(to: word.text, among: Vocabulary.all + months).first
        ?? Nearest.names(to: word.text, among: names).first
    return Unclear(word, nearest: nearest, example: example)
  }

  /// A month as it is written down.
  static func written(_ month: Month) -> String {
    "\(month.shortName.lowercased()) \(month.year)"
  }

  /// A number as it is written down: with as many decimals as it takes, four at the most.
  static func written(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    guard let scaled = Int(exactly: (number * 10_000).rounded()) else { return "0" }
    var text = Quantity(mantissa: scaled, decimals: 4).description
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }

  func typed(_ cohort: CohortID) -> String {
    String(cohort.rawValue.map { $0 == "_" ? "-" : $0 })
  }

  func typed(_ line: MeasureID, below branch: MeasureID) -> String {
    history.catalogue[line].map { MeasureReader.typed($0, below: branch) } ?? line.rawValue
  }
}

/// A part of a what-if that is not understood.
struct Unclear: Error {
  let word: WhatIfWord
  /// The nearest word that would be.
  let nearest: String?
  /// A clause of the kind that was meant.
  let example: String?

  init(_ word: WhatIfWord, nearest: String?, example: String?) {
    self.word = word
    self.nearest = nearest
    self.example = example
  }
}
