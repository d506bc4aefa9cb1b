import LookedAfter

/// Checks of what managers wrote and how they rated.
struct CommentaryChecks {
  let history: History
  let month: Month

  var all: [Check] {
    history.scheme.rows.flatMap {
      figures(of: $0) + plainFigures(of: $0) + carriedOver(of: $0) + ratings(of: $0)
    }
  }

  private func figures(of cohort: Cohort) -> [Check] {
    guard let commentary = history.commentary(on: cohort.id, in: month) else { return [] }
    return commentary.pieces.compactMap { piece in
      switch piece {
      case .words: nil
      case .unreadable(let text): .unfilledFigure(cohort: cohort, text: text)
      case .figure(nil, let measure) where measure.bridgedCohort != nil:
        isBridged(measure) ? nil : .unfilledFigure(cohort: cohort, text: "{\(measure)}")
      case .figure(nil, let measure):
        history.figure(measure, in: month) == nil
          ? .unfilledFigure(cohort: cohort, text: "{\(measure)}") : nil
      case .figure(let stated?, let measure): check(stated, of: measure, cohort: cohort)
      }
    }
  }

  private func isBridged(_ measure: MeasureID) -> Bool {
    guard let cohort = measure.bridgedCohort,
      let before = CohortBridge.monthBefore(month, of: cohort, in: history)
    else { return false }
    return CohortBridge(of: cohort, in: history, from: before, to: month) != nil
  }

  /// The figures that the commentary states in plain words.
  private func plainFigures(of cohort: Cohort) -> [Check] {
    guard let commentary = history.commentary(on: cohort.id, in: month) else { return [] }
    let reader = CommentaryReader(history: history, month: month, cohort: cohort)
    return reader.claims(in: commentary).compactMap { claim in
      guard let likeliest = claim.recorded.first else { return nil }
      let recorded = claim.recorded.contains(claim.stated) ? claim.stated : likeliest
      return .commentaryFigure(
        CommentaryFigure(
          cohort: cohort, measure: claim.measure, stated: claim.stated, recorded: recorded,
          carriedOverFrom: monthCarriedOver(claim.stated, of: claim.measure, recorded: recorded)))
    }
  }

  /// The month before, where its figure is the one stated and the month's own is another.
  private func monthCarriedOver(
    _ stated: Int, of measure: MeasureID, recorded: Int
  ) -> Month? {
    guard stated != recorded, let before = history.monthBefore(month),
      history.figure(measure, in: before) == stated
    else { return nil }
    return before
  }

  /// Whether the commentary is the one of the month before, word for word.
  private func carriedOver(of cohort: Cohort) -> [Check] {
    guard let before = history.monthBefore(month),
      let now = history.commentary(on: cohort.id, in: month),
      let then = history.commentary(on: cohort.id, in: before), now.pieces == then.pieces
    else { return [] }
    return [.commentaryCarriedOver(cohort: cohort, from: before)]
  }

  private func check(_ stated: Int, of measure: MeasureID, cohort: Cohort) -> Check? {
    if let recorded = history.figure(measure, in: month) {
      return .commentaryFigure(
        CommentaryFigure(
          cohort: cohort, measure: measure, stated: stated, recorded: recorded,
          carriedOverFrom: monthCarriedOver(stated, of: measure, recorded: recorded)))
    }
    guard measure.rawValue.hasPrefix("ceased."), stated > 0,
      let reason = history.catalogue[measure],
      let left = history.flows(in: .month(month))?.left.total
    else { return nil }
    let balance = StockChecks.balances(of: history, in: month).first { $0.difference == 0 }
    return .leaversMissing(
      LeaversMissing(
        cohort: cohort, reason: reason, stated: stated, left: left,
        closingWithThem: balance.map { $0.expected - stated }))
  }

  private func ratings(of cohort: Cohort) -> [Check] {
    guard let rating = history.progress(of: cohort.id, in: month),
      let movement = Movement(
        of: cohort.id, from: history.monthBefore(month).flatMap(history.snapshot),
        to: history.snapshot(for: month))
    else { return [] }
    let leftByExpectedExit = leftByExpectedExit(of: cohort)
    return [
      .ratingAndDirection(
        RatingAndDirection(
          cohort: cohort, change: movement.change, rating: rating,
          expected: expectation(
            of: cohort, change: movement.change, leftByExpectedExit: leftByExpectedExit),
          leftByExpectedExit: leftByExpectedExit))
    ]
  }

  private func expectation(
    of cohort: Cohort, change: Int, leftByExpectedExit: Bool
  ) -> RatingAndDirection.Expectation? {
    if change == 0 { return .neither }
    switch cohort.polarity {
    case .lowerIsBetter: return change < 0 ? .progress : .slippage
    case .dependsOnCause: return change < 0 && leftByExpectedExit ? .progress : nil
    case .watch, .context: return nil
    }
  }

  /// Whether children left for the cohort's expected reason, by the flows or by the commentary.
  private func leftByExpectedExit(of cohort: Cohort) -> Bool {
    guard let reason = cohort.exitReason else { return false }
    if let left = history.count(of: reason, in: month)?.value { return left > 0 }
    let commentary = history.commentary(on: cohort.id, in: month)
    return commentary?.statedFigures.contains { $0.measure == reason && $0.stated > 0 } ?? false
  }
}
