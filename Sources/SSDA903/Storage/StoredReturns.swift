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
  let forgotten: Set<ForgottenMark>

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
  /// - Throws: never in practice; as `init(bytes:)`.
  public init(
    _ returns: JoinedReturns, plans: PlanFile?, key: PseudonymKey,
    after before: StoredReturns? = nil
  ) throws(ReturnError) {
    let forgotten = before?.forgotten ?? []
    var names = PseudonymCache(returns: returns, key: key)
    let gone =
      forgotten.isEmpty
      ? []
      : (0..<returns.children.count).filter { child in
        names[child].map { forgotten.contains(ForgottenMark(of: $0.description)) } ?? false
      }
    try self.init(
      bytes: StoredWriter(returns, plans, key: key).bytes(
        removing: Set(gone), forgotten: forgotten))
  }

  /// The same without a child; nil when there is no such child.
  ///
  /// - Throws: never in practice; as `init(bytes:)`.
  public func forgetting(_ child: Pseudonym) throws(ReturnError) -> StoredReturns? {
    let key = ChildKey(Array(child.description.utf8))
    let found = (0..<returns.children.count).filter { returns.children[$0].key == key }
    return found.isEmpty ? nil : try removing(Set(found))
  }

  /// The same without the children whose care had ended for good by a day.
  ///
  /// - Returns: the rest, and how many children it lacks; nil when nobody goes.
  /// - Throws: never in practice; as `init(bytes:)`.
  public func retaining(
    from day: CivilDate
  ) throws(ReturnError) -> (rest: StoredReturns, removed: Int)? {
    let first = Day(day)
    let gone = (0..<returns.children.count).filter { number in
      returns.children[number].episodes.allSatisfy { returns.episodes[$0].end <= first }
    }
    return gone.isEmpty ? nil : (try removing(Set(gone)), gone.count)
  }

  private func removing(_ children: Set<Int>) throws(ReturnError) -> StoredReturns {
    try StoredReturns(
      bytes: StoredWriter(returns, plans, key: nil).bytes(
        removing: children, forgotten: forgotten))
  }
}
