/// Which changes of placement count: the two readings between which no source decides.
public enum PlacementReading: String, CaseIterable, Sendable {
  /// A change of carer: RNE S, P or B.
  case carer
  /// Any change of placement: also RNE T and U, but for an adoption by those who fostered the child.
  case any
}

/// Follows the placements of a child through a period of care.
///
/// Temporary placements (T0 to T4) are no placements of their own, and the return to the one before
/// is no change. Placement for adoption with the current foster carers is no change either.
struct PlacementRuns {
  let reading: PlacementReading

  /// The first day of the placement that the child is in, and of the one before it in this period.
  private(set) var start: Day = .unknown
  private(set) var startBefore: Day?

  /// The placement; nil before the first.
  private(set) var placement: Placement?

  private var wasTemporary = false

  init(_ reading: PlacementReading) { self.reading = reading }

  /// Takes the next episode of the period.
  ///
  /// - Returns: whether another placement began with it.
  mutating func take(_ episode: Episode) -> Bool {
    guard !episode.placement.isTemporary else {
      wasTemporary = true
      return false
    }
    let isReturn = wasTemporary && episode.placement == placement
    wasTemporary = false
    let isNew = placement == nil || (!isReturn && changes(episode))
    if isNew {
      startBefore = placement == nil ? nil : start
      start = episode.start
    }
    placement = episode.placement
    return isNew
  }

  private func changes(_ episode: Episode) -> Bool {
    if episode.placement.isAdoptionByCarer { return false }
    switch episode.newEpisode {
    case .s, .p, .b: return true
    case .t, .u: return reading == .any
    case .l: return false
    case .blank, .invalid: return episode.placement != placement
    }
  }
}
