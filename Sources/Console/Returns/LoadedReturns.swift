import Comparators
import HistoryStore
import LookedAfter
import SSDA903

/// The 903 returns that a session has at hand, with the cohorts of its scheme.
struct LoadedReturns: Sendable {
  /// The children, ready to be counted.
  let caseload: Caseload

  /// The local plans; nil without.
  let plans: PlanFile?

  /// The line that loaded them, for the log.
  let line: String

  /// The years of the returns that were joined with the rows of others that are kept; empty where all
  /// were read together.
  var joinedYears: [Int] = []

  /// How projections from the children would have done, as far as it was asked.
  let backTests = KeptBackTests()

  var returns: JoinedReturns { caseload.returns }

  /// What is wrong with the plan file.
  var planFindings: [ImportFinding] { (plans?.findings ?? []) + caseload.unknownPlans }

  /// Whether every child of the returns is there, so that each can be followed.
  var isWhole: Bool { returns.removedCount == 0 }

  /// The months that the returns cover.
  var months: [Month] { caseload.months.map(\.upperBound.month) }

  /// Gives the children of the history's authority their cohorts; those of all authorities where the
  /// files hold several and none of them is the history's.
  ///
  /// - Throws: `ReturnError` when a rule of the scheme names a code that there is none of.
  init(
    _ returns: JoinedReturns, plans: PlanFile?, for history: History, line: String
  ) throws {
    let authority = Self.authority(of: returns, for: history)
    caseload = try Caseload(
      returns, scheme: history.scheme, plans: plans, authority: authority)
    self.plans = plans
    self.line = line
  }

  private static func authority(of returns: JoinedReturns, for history: History) -> String? {
    guard returns.authorities.count > 1 else { return nil }
    let directory = try? ComparatorDirectory.shipped()
    let known = try? directory?.authorities.find(
      history.authority.code ?? history.authority.name)
    let names = [history.authority.name, history.authority.code, known?.name, known?.code]
      .compactMap { $0?.lowercased() }
    return returns.authorities.first { names.contains($0.lowercased()) }
  }

  /// Whether the returns are of several authorities, none of which is the history's.
  var isOfOthers: Bool { caseload.authority == nil && returns.authorities.count > 1 }

  /// The authority that the files name as theirs, where it is another than the history's.
  func stranger(to history: History) -> String? {
    guard returns.authorities.count == 1, let directory = try? ComparatorDirectory.shipped(),
      let named = Self.exact(returns.authorities[0], in: directory)
    else { return nil }
    let own = Self.own(of: history, in: directory)
    let isOwn =
      own.map { $0.code == named.code }
      ?? (history.authority.name.lowercased() == named.name.lowercased())
    return isOwn ? nil : named.name
  }

  /// What the files name as their authority, where it is no name or code of the history's and of none
  /// that is known.
  func unknownAuthority(to history: History) -> String? {
    guard returns.authorities.count == 1, let directory = try? ComparatorDirectory.shipped()
    else { return nil }
    let name = returns.authorities[0]
    let own = [history.authority.name, history.authority.code].compactMap { $0?.lowercased() }
    guard !name.isEmpty, !own.contains(name.lowercased()),
      Self.exact(name, in: directory) == nil
    else { return nil }
    // Another way to write the history's own name, as with Council behind it.
    if let meant = try? directory.authorities.find(name),
      meant.code == Self.own(of: history, in: directory)?.code
    {
      return nil
    }
    return name
  }

  private static func own(
    of history: History, in directory: ComparatorDirectory
  ) -> EnglishAuthority? {
    try? directory.authorities.find(history.authority.code ?? history.authority.name)
  }

  private static func exact(_ text: String, in directory: ComparatorDirectory) -> EnglishAuthority?
  {
    directory.authorities.authorities.first {
      [$0.name, $0.code, $0.gssCode].contains { $0.lowercased() == text.lowercased() }
    }
  }

  /// The figures of the months that have ended by today.
  ///
  /// Where rows of children are lacking, returns that were joined say nothing new of earlier months.
  func observations(_ recorder: Recorder) -> [Observation] {
    let found = caseload.observations(through: recorder.today, recordedAt: recorder.now())
    guard let unknown = caseload.lastMonthLackingRows, !joinedYears.isEmpty else { return found }
    return found.filter { ($0.period.lastMonth ?? unknown) > unknown }
  }
}
