import LookedAfter

/// One question of the walk through a month.
struct RecordStep: Equatable {
  /// What is asked for.
  enum Kind: Equatable {
    /// The day of the count.
    case day
    /// How the children were counted.
    case basis
    /// A number; a count of the snapshot belongs to its basis and day.
    case number(Measure, isCount: Bool, detail: String)
    /// The lines of a breakdown, and the total that they make.
    case counts(MeasureID, total: MeasureID?)
    /// Planned applications that slipped, with the month they slipped to.
    case slips
    /// The month since which numbers are counted on.
    case firstMonth
    /// A number that is counted on from month to month.
    case sinceStart(Measure, Since)
  }

  /// The month since which a number is counted on.
  enum Since: Equatable {
    /// A month that was recorded before.
    case month(Month)
    /// The answer to a question, or where that was passed over, a month that suggests itself.
    case answer(to: String, otherwise: Month)
  }

  /// A short id, for drafts.
  let id: String

  /// The section of the update.
  let section: String

  /// The question, in a few words.
  let title: String

  /// What is asked for.
  let kind: Kind

  /// What Enter gives before the question was answered; nil where Enter passes the question over,
  /// and for counts, whose usual answer depends on their basis.
  let usual: String?
}
