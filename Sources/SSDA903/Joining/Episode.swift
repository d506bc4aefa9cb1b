/// An episode of care, as a row of the return has it and then as the joining leaves it: 24 bytes,
/// for England has two million of them.
struct Episode: Sendable {
  /// The first day (DECOM); unknown in a row that was left out.
  var start: Day

  /// The day after the last (DEC); `open` while the episode lasts.
  var end: Day

  /// The line in its file, from 1.
  var line: UInt32

  /// Which file and return it is from, as a place in the list of sources.
  var source: UInt16

  var newEpisode: ReasonForNewEpisode
  var legalStatus: LegalStatus
  var need: CategoryOfNeed
  var placement: Placement
  var provider: PlacementProvider
  var ceased: ReasonEpisodeCeased
  var placementChange: ReasonForPlacementChange

  /// The placement that counts: for a temporary one, the one before it in the same period of care.
  var settled: Placement

  var marks: Marks

  /// What the reading and joining found out about an episode.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8

    /// The row is left out; it only shows that the child was in its return.
    static let leftOut = Marks(rawValue: 1)
    /// The end is ours: 1 April after the last return that has the child.
    static let closedAsStale = Marks(rawValue: 2)
    /// The end is the 18th birthday, which the row runs past.
    static let cutAt18 = Marks(rawValue: 4)
    /// A later episode, or X1 without one, shows that this is not the end the row gives.
    static let endRepaired = Marks(rawValue: 8)
    /// The child had turned 18 when it ended: kept where the day of birth is not.
    static let isAdultAtEnd = Marks(rawValue: 16)
  }

  /// Whether the child is counted as looked after in it.
  @inline(__always)
  var counts: Bool { !legalStatus.isRespite && start < end }
}
