import HistoryStore
import LookedAfter
import Reports

/// Says what was recorded of a case, and what can follow.
struct CaseMessage {
  let session: Session
  let route: CaseRoute

  /// A case that was opened.
  func opened(_ each: Case, _ recording: CaseRecording) -> String {
    guard !recording.changes.isEmpty, let move = each.moves.last else {
      return "Nothing changed: that is recorded already."
    }
    return lines("\(name(each)): opened at \(words(of: move)).", each)
  }

  /// A case that was moved on, or of whose child something was corrected.
  func moved(_ each: Case, from before: Case, _ recording: CaseRecording) -> String {
    guard !recording.changes.isEmpty, let move = each.moves.last else {
      return "Nothing changed: that is recorded already."
    }
    guard each.moves.count > before.moves.count else {
      let isNoted = each.moves.last?.note != before.moves.last?.note
      return lines(
        "\(name(each)): "
          + (isNoted
            ? "the remark is kept with \(route[move.stage]?.name.lowercasedUnlessAcronym ?? "")."
            : "what is known of the child is corrected."),
        each)
    }
    let was = before.moves.last.flatMap { route[$0.stage]?.name } ?? ""
    let isSlip = before.moves.last?.stage == move.stage
    let from = isSlip ? "" : " It was: \(was)."
    return lines("\(name(each)): \(isSlip ? slip(move, before) : words(of: move)).\(from)", each)
  }

  private func lines(_ first: String, _ each: Case) -> String {
    let exits = CaseExits(of: each.child, in: session.history.cases)
    return [
      first, CaseDocuments.next(each, on: route),
      each.moves.last.flatMap { exits.remark(after: $0, on: route) }, counts(each),
      session.undoSentence,
    ].compactMap { $0 }
      .joined(separator: "\n")
  }

  /// That the recorded counts of the route stand beside the case, where they do in its month.
  private func counts(_ each: Case) -> String? {
    guard let month = each.moves.last?.date.month, let shortfall = shortfall(in: month) else {
      return nil
    }
    return "The update of \(month.inWords) does not show this case yet. "
      + CaseSentences.shortfall(shortfall, of: session.history)
  }

  private func shortfall(in month: Month) -> CaseShortfall? {
    session.history.caseShortfalls.first { $0.month == month && $0.routes.contains(route.id) }
  }

  private func name(_ each: Case) -> String { "\(each.child), \(route.inSentence)" }

  private func words(of move: CaseMove) -> String {
    let stage = route[move.stage]
    let month = move.month.map {
      stage?.role == .parked ? ", to look at again in \($0.inWords)" : " for \($0.inWords)"
    }
    return "\(stage?.name.lowercasedUnlessAcronym ?? move.stage.typed)\(month ?? "") on"
      + " \(move.date.inWords)"
  }

  private func slip(_ move: CaseMove, _ before: Case) -> String {
    if let month = move.month, month == before.moves.last?.month {
      let stays = "slipped on \(move.date.inWords), and stays planned for \(month.inWords)"
      // Where counts stand, the update shows them and not the cases.
      guard shortfall(in: move.date.month) == nil else { return stays }
      return "\(stays); the update of \(move.date.month.inWords) names the slip and its reason"
    }
    let from = before.moves.last?.month.map { " from \($0.inWords)" } ?? ""
    let to = move.month.map { " to \($0.inWords)" } ?? ", with no new month set"
    return "slipped\(from)\(to) on \(move.date.inWords)"
  }
}

extension String {
  /// The text for the midst of a sentence; one that begins with capitals, such as SGO, is left alone.
  fileprivate var lowercasedUnlessAcronym: String {
    dropFirst().first?.isUppercase ?? false ? self : lowercasedFirst
  }
}
