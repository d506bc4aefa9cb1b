import CSV
import LookedAfter

/// A history as files: what a folder of sample data holds, read and checked.
public struct HistoryFolder: Sendable {
  /// The authority.
  public let authority: Authority

  /// Its cohorts.
  public let scheme: CohortScheme

  /// What can be recorded.
  public let catalogue: MeasureCatalogue

  /// The scheme file and the catalogue file as they were read, to keep beside the figures.
  public let schemeFiles: (cohorts: File, measures: File)

  /// The recorded figures, in file order.
  public let observations: [Observation]

  /// Reads the files of a history.
  ///
  /// - Parameters:
  ///   - cohorts: the scheme file.
  ///   - measures: the catalogue file.
  ///   - files: the files of the folder. `authority.csv` and `sources.csv` have to be there; all
  ///     others hold observations.
  ///   - templates: the authority's own templates, each named after its paper.
  /// - Throws: `CSVError` for the first file that cannot be read.
  public init(
    cohorts: File, measures: File, files: [File], templates: [File] = []
  ) throws(CSVError) {
    schemeFiles = (cohorts, measures)
    scheme = try SchemeFile.readCohorts(bytes: cohorts.bytes, file: cohorts.name)
    let listed = try SchemeFile.readMeasures(bytes: measures.bytes, file: measures.name)
    let exits = scheme.cohorts.first { cohort in
      cohort.exitReason.map { reason in !listed.contains { $0.id == reason } } ?? false
    }
    if let exits, let reason = exits.exitReason {
      throw CSVError(
        file: cohorts.name, line: 1, column: nil,
        problem: "the exit_reason \"\(reason)\" of the cohort \"\(exits.id)\" is not in"
          + " \(measures.name)")
    }
    catalogue = MeasureCatalogue(scheme: scheme, measures: listed)
    authority = try Self.authority(in: try Self.file("authority.csv", of: files))
    let sourceFile = try Self.file("sources.csv", of: files)
    let sources = try SourceFile(bytes: sourceFile.bytes, file: sourceFile.name)
    var observations: [Observation] = []
    var seen: Set<ObservationKey> = []
    for file in files where !["authority.csv", "sources.csv"].contains(file.lastComponent) {
      let read = try ObservationFile.read(
        bytes: file.bytes, file: file.name, catalogue: catalogue, sources: sources,
        recordedAt: sources.earliestRecording)
      for (line, observation) in read {
        guard seen.insert(observation.key).inserted else {
          throw CSVError(
            file: file.name, line: line, column: nil,
            problem: "\(observation.measure) for \(observation.period.inWords) is given twice;"
              + " two figures for one month need a different basis or detail")
        }
        observations.append(observation)
      }
    }
    observations += templates.map { template in
      Observation(
        measure: "setting.template", period: .undated,
        detail: String(template.lastComponent.prefix { $0 != "." }), value: nil,
        text: String(decoding: template.bytes, as: UTF8.self),
        provenance: Provenance(source: nil, recordedAt: sources.earliestRecording))
    }
    self.observations = observations
  }

  /// A folder of figures that are known already.
  ///
  /// - Parameters:
  ///   - authority: the authority.
  ///   - cohorts: the scheme file.
  ///   - measures: the catalogue file.
  ///   - observations: the figures, one of each key.
  /// - Throws: `CSVError` when the scheme or the catalogue cannot be read.
  public init(
    authority: Authority, cohorts: File, measures: File, observations: [Observation]
  ) throws(CSVError) {
    self.authority = authority
    schemeFiles = (cohorts, measures)
    scheme = try SchemeFile.readCohorts(bytes: cohorts.bytes, file: cohorts.name)
    catalogue = MeasureCatalogue(
      scheme: scheme,
      measures: try SchemeFile.readMeasures(bytes: measures.bytes, file: measures.name))
    self.observations = observations
  }

  /// The history of the files.
  public var history: History {
    History(
      authority: authority, scheme: scheme, catalogue: catalogue, observations: observations)
  }

  /// A file, read whole.
  public struct File: Sendable {
    /// The path by which errors name it.
    public let name: String

    /// The contents.
    public let bytes: [UInt8]

    /// Makes a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    var lastComponent: Substring { name.split(separator: "/").last ?? "" }
  }

  private static func file(_ name: String, of files: [File]) throws(CSVError) -> File {
    guard let file = files.first(where: { $0.lastComponent == name }) else {
      throw CSVError(file: name, line: 1, column: nil, problem: "the file is missing")
    }
    return file
  }

  private static func authority(in file: File) throws(CSVError) -> Authority {
    let table = try CSVTable(
      bytes: file.bytes, file: file.name, required: ["name", "code"], known: [])
    guard let record = table.records.first else {
      throw CSVError(file: file.name, line: 2, column: nil, problem: "the authority is missing")
    }
    return Authority(
      name: try table.required("name", of: record), code: table.value("code", of: record))
  }
}
