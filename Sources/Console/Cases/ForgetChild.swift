import HistoryStore
import LookedAfter
import Pseudonyms
import Reports
import SSDA903

/// Forgets one child: the rows of the returns, and in the cases whatever tells who the child is.
struct ForgetChild {
  /// What is left of the rows; nil where there are none of the child.
  private let rest: StoredReturns?
  /// The ids of the child's cases.
  private let ids: [String]

  /// Finds what is kept of a child.
  ///
  /// - Parameters:
  ///   - typed: a pseudonym, that of a case, or the id as the return has it.
  ///   - session: where it is kept.
  /// - Throws: `ConsoleError.refused` where nothing is.
  init(typed: String, session: inout Session) throws {
    let store = try session.requireStore()
    let book = session.history.cases
    let hasRows = try store.childRows() != nil
    var names = [typed]
    var rest: StoredReturns?
    if hasRows {
      let (stored, _) = try session.storedReturns()
      let child =
        try Pseudonym(written: typed)
        ?? Pseudonym(
          of: typed, authority: session.authorityOfPseudonyms(), key: try session.pseudonymKey())
      names.append(child.description)
      rest = try stored.forgetting(child, keeping: session.figuresToKeep(of: stored))
    }
    var ids: [String] = []
    for name in names {
      if let id = book.child(like: name), !ids.contains(id) { ids.append(id) }
    }
    guard rest != nil || !ids.isEmpty else {
      if !hasRows, book.isEmpty { _ = try session.storedReturns() }
      throw ConsoleError.refused(
        "There is no such child among the rows that this history keeps, nor among its cases; write the"
          + " pseudonym or the id as it is.")
    }
    self.rest = rest
    self.ids = ids
  }

  /// Asks first, and does it after a yes.
  func ask(_ session: inout Session) throws -> Reply {
    var question: [String] = []
    if rest != nil {
      question.append("The rows of one child are removed for good; the counts of each month stay.")
    }
    if !ids.isEmpty {
      question.append(
        "What tells who the child is goes from the child's cases for good; the moves stay without a name,"
          + " so every count stays.")
    }
    return try session.confirm(question.joined(separator: " ")) { session in try carryOut(&session)
    }
  }

  private func carryOut(_ session: inout Session) throws -> Reply {
    let store = try session.requireStore()
    if let rest { try session.rewrite(rest, in: store, saying: "forget (one child)") }
    var said = [
      "Forgotten. Backups that were made before still hold \(rest == nil ? "it" : "the rows")."
    ]
    let catalogue = session.history.catalogue
    let listed = session.history.cases.routes.all.flatMap(\.stages).flatMap { stage -> [String] in
      guard case .listed(let branch) = stage.reasons else { return [] }
      return catalogue.measures(below: branch).map {
        String($0.id.rawValue.dropFirst(branch.rawValue.count + 1))
      }
    }
    for id in ids {
      let entry = HistoryStore.Entry(
        recordedAt: session.recorder.now(), recordedBy: session.recorder.name,
        command: "forget (the cases of one child)")
      let mark = try session.forgottenMark(of: id)
      let done = try store.forgetCases(
        of: id, keeping: Set(listed), mark: mark.number, entry: entry)
      guard let done else {
        continue
      }
      let cases = done.cases == 1 ? "One case stays" : "\(done.cases) cases stay"
      said.append(
        "\(cases) without a name, as \(done.id): no pseudonym, birth, family or remark is left, and every"
          + " count is as before. The log is sealed anew and says so.")
    }
    if !ids.isEmpty { try session.readAnew() }
    return Reply(message: said.joined(separator: " "))
  }
}
