/// The cohorts of an authority, in the order of its papers.
///
/// A scheme is data: it is read from a decision table that an analyst can change, and all code
/// iterates over it. Nothing in the project names a single cohort but the scheme file.
public struct CohortScheme: Equatable, Sendable {
  /// All looked after children: the first row of the child status table.
  public let total: Cohort

  /// The cohorts, without the total.
  public let cohorts: [Cohort]

  private let indexes: [CohortID: Int]

  /// Makes a scheme.
  ///
  /// - Throws: `CohortSchemeError` when there is no cohort, or an id is there twice or is `total`.
  public init(total: Cohort, cohorts: [Cohort]) throws(CohortSchemeError) {
    guard !cohorts.isEmpty else { throw .noCohorts }
    var indexes: [CohortID: Int] = [:]
    for (index, cohort) in cohorts.enumerated() {
      guard cohort.id != total.id, indexes.updateValue(index, forKey: cohort.id) == nil else {
        throw .duplicate(cohort.id)
      }
    }
    self.total = total
    self.cohorts = cohorts
    self.indexes = indexes
  }

  /// The total, then the cohorts: the rows of the child status table.
  public var rows: [Cohort] { [total] + cohorts }

  /// The cohort of an id, the total included.
  public subscript(id: CohortID) -> Cohort? {
    id == total.id ? total : indexes[id].map { cohorts[$0] }
  }

  /// The cohorts of a group of the profile, in scheme order.
  public func cohorts(in group: ProfileGroup) -> [Cohort] {
    cohorts.filter { $0.group == group }
  }
}

/// Why cohorts do not make a scheme.
public enum CohortSchemeError: Error, Equatable, CustomStringConvertible {
  /// No cohort is given.
  case noCohorts
  /// An id is given twice.
  case duplicate(CohortID)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .noCohorts: "The cohort scheme holds no cohort; it needs at least one."
    case .duplicate(let id): "The cohort scheme holds the id \"\(id)\" twice; each must be unique."
    }
  }
}
