/// A child, with where its episodes and periods of care stand in their lists.
struct Child: Sendable {
  let key: ChildKey

  /// The authority, as a place in the list of authorities.
  let authority: UInt16

  var sex: Sex = .unknown

  /// Whether the child stands in a header file.
  var isInHeader = false

  /// Whether the child was in a UASC file.
  var isUASC = false

  /// The day of birth; unknown without a header.
  var birth: Day = .unknown

  /// The day from which the child is no longer counted as UASC; open when it is blank.
  var uascEnd: Day = .unknown

  /// The 18th birthday, where an episode runs past it and only the month of birth is known; else
  /// unknown.
  var end18: Day = .unknown

  /// The first day of the month in which UASC status ceased, where the day is of no matter yet; else
  /// unknown.
  var uascMonth: Day = .unknown

  /// The year of the return whose word on UASC status stands; 0 without one.
  var uascYear: UInt16 = 0

  /// The place of the child's first episode.
  var firstEpisode: Int32 = 0

  /// How many episodes follow there.
  var episodeCount: Int32 = 0

  var firstPeriod: Int32 = 0
  var periodCount: Int32 = 0

  init(key: ChildKey, authority: UInt16) {
    self.key = key
    self.authority = authority
  }

  var episodes: Range<Int> { Int(firstEpisode)..<Int(firstEpisode + episodeCount) }

  /// Whether the child has turned 18 by a day.
  @inline(__always)
  func isAdult(on day: Day) -> Bool {
    // Nobody turns 18 within 17 years; the birthday itself is dearer to find.
    birth != .unknown && day != .open && day &- birth > 6200 && birth.birthday(18) <= day
  }

  var periods: Range<Int> { Int(firstPeriod)..<Int(firstPeriod + periodCount) }
}

/// A period of care: episodes that follow one another without a day between, short breaks apart.
struct CarePeriod: Sendable {
  /// The child, as a place in the list of children.
  let child: Int32

  /// The place of the first episode.
  let firstEpisode: Int32

  /// How many episodes it has.
  var episodeCount: Int32

  /// The first day looked after.
  let start: Day

  /// The day after the last; open while it lasts.
  var end: Day

  /// Why it ended.
  var ceased: ReasonEpisodeCeased

  var marks: Marks

  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8

    /// The first episode says that care started (RNE = S), so the start is the true one.
    static let startIsKnown = Marks(rawValue: 1)
    /// It began before the first return loaded, or its first episode does not say that care started.
    static let leftTruncated = Marks(rawValue: 2)
    /// The end is ours; why the child left is not known, and it is no exit by any route.
    static let closedAsStale = Marks(rawValue: 4)
    /// It ran past the 18th birthday, where we ended it.
    static let cutAt18 = Marks(rawValue: 8)
    /// The child had turned 18 when it ended: kept where the day of birth is not.
    static let isAdultAtEnd = Marks(rawValue: 16)
  }

  var episodes: Range<Int> { Int(firstEpisode)..<Int(firstEpisode + episodeCount) }
}
