import CSV
import LookedAfter

/// A history as one file of comma-separated values, in the form that `HistoryImport` reads.
public enum HistoryExport {
  /// The file: every figure that stands, in the order of the catalogue and then of time.
  ///
  /// The part of a cohort that is still being assessed stands beside the cohort's number.
  public static func text(of history: History) -> String {
    var writer = CSVWriter()
    writer.append(ObservationFile.requiredColumns + ObservationFile.optionalColumns)
    let assessing = Set(history.scheme.cohorts.map(\.id.assessing))
    for observation in history.allObservations where !assessing.contains(observation.measure) {
      let part: MeasureID = "\(observation.measure.rawValue).assessing"
      let beside = history.observations(of: part).first {
        $0.period == observation.period && $0.basis == observation.basis
      }
      writer.append(fields(of: observation, assessing: beside))
    }
    return writer.text
  }

  private static func fields(of observation: Observation, assessing: Observation?) -> [String] {
    let provenance = observation.provenance
    let source = provenance.source
    return [
      observation.period.description, observation.measure.rawValue,
      observation.value?.description ?? "", observation.basis?.rawValue ?? "",
      assessing?.value?.description ?? "", observation.asAt?.description ?? "",
      observation.detail, observation.text ?? "", source?.id ?? "", source?.shortTitle ?? "",
      source?.title ?? "", source?.date?.description ?? "", provenance.section ?? "",
      provenance.note ?? "",
    ]
  }
}
