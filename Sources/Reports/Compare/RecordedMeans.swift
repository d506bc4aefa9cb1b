import Comparators
import Documents
import Indicators
import LookedAfter

/// The recorded rates of groups beside the means worked out from what is published of their members.
enum RecordedMeans {
  /// How the rates were made that a history began with: the mean of the neighbours of a model. A rate
  /// that a paper printed stands as it is.
  ///
  /// - Throws: when the shipped figures cannot be read.
  static func explanations(
    of rates: RatesTable, _ published: CompareAnswer.Published
  ) throws -> [MeasureID: Explanation] {
    let directory = published.directory
    var explanations: [MeasureID: Explanation] = [:]
    for comparator in rates.comparisons.map(\.comparator) {
      let group = ComparatorGroup.statisticalNeighbours
      guard comparator.measure.id.rawValue == "comparator.\(group.id)",
        let year = CompareAnswer.Knowledge.year(ofData: comparator.dataYear),
        let day = directory.publications.firstPublication(of: year)?.knownFrom
      else { continue }
      let table = try GroupsTable(
        [group], for: published.authority, year: year, edition: .newest, on: day, in: directory)
      guard case .group(let figures) = table.groups.first?.figures,
        figures.meanRate == comparator.rate.value,
        comparator.rate.provenance.source.map({ $0.title.contains("averaged") }) ?? false
      else { continue }
      explanations.merge(table.explanations) { first, _ in first }
    }
    return explanations
  }

  /// That a recorded rate and the mean worked out are not the same, and why; blank where they are.
  static func difference(_ rates: RatesTable, _ table: GroupsTable) -> String {
    let worked = Dictionary(
      table.comparators.map { ($0.measure.id, $0) }, uniquingKeysWith: { first, _ in first })
    let others = rates.comparisons.compactMap { comparison -> String? in
      let recorded = comparison.comparator
      guard let mean = worked[recorded.measure.id], table.explanations[recorded.measure.id] != nil,
        recorded.rate.value.rounded(toDecimals: 1) != mean.rate.value.rounded(toDecimals: 1)
      else { return nil }
      return "\(recorded.nameInSentence) (\(Prose.decimal(recorded.rate.value)) recorded,"
        + " \(Prose.decimal(mean.rate.value)) worked out)"
    }
    return others.isEmpty
      ? ""
      : "The two tables differ for \(Prose.list(others)): the first has the rates as the papers"
        + " printed them, the second the means of the printed rates of the members named by the model"
        + " and the judgements that are kept here."
  }
}
