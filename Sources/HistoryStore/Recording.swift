import LookedAfter

/// What a command that records would do, or did: which figures are new and which change.
public struct Recording: Sendable, Equatable {
  /// One figure that a command records.
  public struct Change: Sendable, Equatable {
    /// The figure before; nil when there was none.
    public let before: Observation?

    /// The figure as the command records it, with its revision.
    public let after: Observation
  }

  /// The figures that are new or change, in the order in which they were given.
  public let changes: [Change]

  /// How many figures are recorded already, just so.
  public let unchanged: Int

  /// How many figures there were none of.
  public var numberOfNew: Int { changes.count { $0.before == nil } }

  /// How many figures change.
  public var numberOfCorrections: Int { changes.count { $0.before != nil } }
}

extension Recording {
  /// Sets figures against those that stand.
  ///
  /// - Parameters:
  ///   - observations: the figures, each with a key of its own; of equal keys the last counts.
  ///   - standing: the newest revision of a key, withdrawn ones included.
  init(
    of observations: [Observation], standing: (ObservationKey) throws -> Observation?
  ) rethrows {
    var changes: [Change] = []
    changes.reserveCapacity(observations.count)
    var unchanged = 0
    for observation in observations.lastOfEachKey {
      let before = try standing(observation.key)
      if let before, before.says(thatOf: observation) {
        unchanged += 1
        continue
      }
      if before == nil, observation.isWithdrawn { continue }
      changes.append(
        Change(
          before: before.flatMap { $0.isWithdrawn ? nil : $0 },
          after: observation.asRevision((before?.provenance.revision ?? 0) + 1)))
    }
    self.changes = changes
    self.unchanged = unchanged
  }
}

extension [Observation] {
  /// Of observations with equal keys the last, each where the first of them stood.
  fileprivate var lastOfEachKey: [Observation] {
    var kept: [Observation] = []
    kept.reserveCapacity(count)
    var places: [ObservationKey: Int] = [:]
    places.reserveCapacity(count)
    for observation in self {
      let key = observation.key
      if let place = places.updateValue(kept.count, forKey: key) {
        places[key] = place
        kept[place] = observation
      } else {
        kept.append(observation)
      }
    }
    return kept
  }
}

extension Observation {
  /// Whether recording `other` over this would change nothing: the same number and words, and no
  /// source, note or day that is not there already.
  fileprivate func says(thatOf other: Observation) -> Bool {
    value == other.value && text == other.text
      && (other.asAt == nil || other.asAt == asAt)
      && (other.provenance.source == nil
        || other.provenance.source?.id == provenance.source?.id)
      && (other.provenance.section == nil || other.provenance.section == provenance.section)
      && (other.provenance.note == nil || other.provenance.note == provenance.note)
  }

  /// The same figure as a revision.
  fileprivate func asRevision(_ revision: Int) -> Observation {
    if provenance.revision == revision { return self }
    return Observation(
      measure: measure, period: period, basis: basis, asAt: asAt, detail: detail, value: value,
      text: text,
      provenance: Provenance(
        source: provenance.source, section: provenance.section,
        recordedAt: provenance.recordedAt, revision: revision, note: provenance.note))
  }
}
