import LookedAfter
import Pseudonyms

/// Joined returns in the form in which a history keeps them: pseudonyms in the place of the
/// children's ids, of the day of birth the month only, and no more than figures are worked out from.
///
/// Ages at the end of a month are exact all the same, and so are the routes by which children left:
/// whether a child had turned 18 is kept with each period of care.
public struct StoredReturns: Sendable {
  /// The returns.
  public let returns: JoinedReturns

  /// The local plans; nil without.
  public let plans: PlanFile?

  /// The children who were forgotten, and stay so.
  public let forgotten: Set<ForgottenMark>

  /// The bytes to keep.
  public let bytes: [UInt8]

  /// Takes bytes that were kept.
  ///
  /// - Throws: `ReturnError.unreadable` when they are not what was written.
  public init(bytes: [UInt8]) throws(ReturnError) {
    let parts: StoredParts
    do throws(ByteReader.Broken) {
      parts = try StoredParts(bytes)
    } catch {
      throw .unreadable(
        "The children's rows that the history keeps cannot be read; import the returns again.")
    }
    self.bytes = bytes
    plans = parts.plans
    forgotten = parts.forgotten
    returns = JoinedReturns(stored: parts)
  }

  /// Makes pseudonyms of the children's ids, and leaves out what is not to be kept.
  ///
  /// - Parameters:
  ///   - returns: returns as they were read.
  ///   - plans: the local plans.
  ///   - key: the secret of the pseudonyms.
  ///   - before: the rows that these take the place of; whoever was forgotten there stays so.
  ///   - marks: others who were forgotten.
  ///   - scheme: the scheme by which cohorts are counted before anybody is left out.
  ///   - authority: the authority that is counted; nil for all.
  /// - Throws: never in practice; as `init(bytes:)`.
  public init(
    _ returns: JoinedReturns, plans: PlanFile?, key: PseudonymKey,
    after before: StoredReturns? = nil, forgetting marks: Set<ForgottenMark> = [],
    scheme: CohortScheme? = nil, authority: String? = nil
  ) throws(ReturnError) {
    let forgotten = (before?.forgotten ?? []).union(marks)
    var names = PseudonymCache(returns: returns, key: key)
    let gone =
      forgotten.isEmpty
      ? []
      : (0..<returns.children.count).filter { child in
        names[child].map { forgotten.contains(ForgottenMark(of: $0.description)) } ?? false
      }
    let writer = StoredWriter(returns, plans, key: returns.isStored ? nil : key)
    var kept: KeptFigures?
    if let scheme, !gone.isEmpty || returns.removedCount > 0 {
      let all = try StoredReturns(bytes: writer.bytes(removing: [], kept: returns.kept))
      kept = KeptFigures(
        try Caseload(all.returns, scheme: scheme, plans: all.plans, authority: authority))
    }
    try self.init(
      bytes: writer.bytes(
        removing: Set(gone), forgotten: forgotten,
        count: returns.isStored ? returns.removedCount : gone.count, kept: kept))
  }

  /// Later returns joined with these, as if all had been read together; a year that is in both is
  /// taken from the later ones. Children who were forgotten are among those of the later returns
  /// until the result is made ready to be kept, so that they can be counted.
  ///
  /// - Parameters:
  ///   - later: the returns as they were read, with their rows.
  ///   - plans: the local plans that came with them; nil to go on with those that are kept.
  ///   - key: the secret of the pseudonyms.
  /// - Throws: `ReturnError.cannotBeJoined`, with the reason.
  public func joined(
    with later: JoinedReturns, plans: PlanFile?, key: PseudonymKey
  ) throws(ReturnError) -> (returns: JoinedReturns, plans: PlanFile?) {
    let own = try StoredReturns(later, plans: nil, key: key)
    let parts = try LaterReturns.parts(joining: own.returns, to: returns)
    return (JoinedReturns(stored: parts), (plans?.renamed(key: key) ?? self.plans)?.ofOneAuthority)
  }

  /// The same without a child; nil when there is no such child.
  ///
  /// - Parameters:
  ///   - child: the child.
  ///   - kept: what was counted before.
  /// - Throws: never in practice; as `init(bytes:)`.
  public func forgetting(
    _ child: Pseudonym, keeping kept: KeptFigures? = nil
  ) throws(ReturnError) -> StoredReturns? {
    let key = ChildKey(Array(child.description.utf8))
    let found = (0..<returns.children.count).filter { returns.children[$0].key == key }
    return found.isEmpty ? nil : try removing(Set(found), kept)
  }

  /// The same without the children whose care had ended for good by a day.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - kept: what was counted before.
  /// - Returns: the rest, and how many children it lacks; nil when nobody goes.
  /// - Throws: never in practice; as `init(bytes:)`.
  public func retaining(
    from day: CivilDate, keeping kept: KeptFigures? = nil
  ) throws(ReturnError) -> (rest: StoredReturns, removed: Int)? {
    let first = Day(day)
    let gone = (0..<returns.children.count).filter { number in
      returns.children[number].episodes.allSatisfy { returns.episodes[$0].end <= first }
    }
    return gone.isEmpty ? nil : (try removing(Set(gone), kept), gone.count)
  }

  private func removing(
    _ children: Set<Int>, _ kept: KeptFigures?
  ) throws(ReturnError) -> StoredReturns {
    try StoredReturns(
      bytes: StoredWriter(returns, plans, key: nil).bytes(
        removing: children, forgotten: forgotten, kept: kept))
  }
}
