import CSV
import LookedAfter

/// Reads recorded figures from comma-separated values: one observation a line.
///
/// `date,measure` and at least one of `value` and `text` are needed; all other columns may be left
/// out. A date is a day, a month, or two months with a stroke between. A figure in `assessing` is
/// recorded as the part of a cohort that is still being assessed.
public enum ObservationFile {
  /// The columns that have to be there.
  public static let requiredColumns = ["date", "measure", "value"]

  /// The columns that may be there.
  public static let optionalColumns = [
    "basis", "assessing", "as_at", "detail", "text", "source", "source_short_title",
    "source_title", "source_date", "section", "note",
  ]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  ///   - catalogue: the measures that may be recorded.
  ///   - sources: where figures may come from, each with the day on which it was recorded; nil
  ///     takes any source that a line names.
  ///   - recordedAt: when a figure without a source counts as recorded, `yyyy-mm-ddThh:mm:ssZ`.
  /// - Returns: the observations, each with its line in the file.
  /// - Throws: `CSVError` with file, line and column of the first line that cannot be taken.
  public static func read(
    bytes: [UInt8], file: String, catalogue: MeasureCatalogue, sources: SourceFile?,
    recordedAt: String
  ) throws(CSVError) -> [(line: Int, observation: Observation)] {
    let table = try CSVTable(
      bytes: bytes, file: file, required: requiredColumns, known: optionalColumns)
    var observations: [(line: Int, observation: Observation)] = []
    observations.reserveCapacity(table.records.count)
    // Most lines of a large file name no source: they share what is known of them.
    let unsourced = Provenance(source: nil, recordedAt: recordedAt)
    for record in table.records {
      let line = Line(record: record, table: table, unsourced: unsourced)
      let observation = try line.observation(
        catalogue: catalogue, sources: sources, recordedAt: recordedAt)
      observations.append((record.line, observation))
      if let assessing = try line.assessing(beside: observation, catalogue: catalogue) {
        observations.append((record.line, assessing))
      }
    }
    return observations
  }
}

private struct Line {
  let record: CSVRecord
  let table: CSVTable
  let unsourced: Provenance

  func observation(
    catalogue: MeasureCatalogue, sources: SourceFile?, recordedAt: String
  ) throws(CSVError) -> Observation {
    let measure = MeasureID(rawValue: try table.required("measure", of: record))
    guard let known = catalogue[measure] else {
      throw table.error(
        "nothing is recorded under the measure \"\(measure)\"; it is neither a cohort of the scheme"
          + " nor in the list of measures", at: "measure", of: record)
    }
    let value = try quantity("value")
    let text = table.value("text", of: record)
    guard value != nil || text != nil else {
      throw table.error(
        "there is neither a value nor a text; leave out a line whose figure is not known",
        at: "value", of: record)
    }
    if let problem = value.flatMap(known.problem) {
      throw table.error(problem, at: "value", of: record)
    }
    if let problem = known.problem(hasValue: value != nil, hasText: text != nil) {
      throw table.error(problem, at: value == nil ? "value" : "text", of: record)
    }
    let detail = table.value("detail", of: record) ?? ""
    if known.kind != .setting, let problem = text.flatMap(RecordLimits.problem(withText:)) {
      throw table.error(problem, at: "text", of: record)
    }
    if let problem = RecordLimits.problem(withName: detail) {
      throw table.error(problem, at: "detail", of: record)
    }
    return Observation(
      measure: measure, period: try period(for: known), basis: try basis(), asAt: try asAt(),
      detail: detail, value: value, text: text,
      provenance: try provenance(sources: sources, recordedAt: recordedAt))
  }

  func assessing(
    beside observation: Observation, catalogue: MeasureCatalogue
  ) throws(CSVError) -> Observation? {
    guard let assessing = try quantity("assessing") else { return nil }
    let measure: MeasureID = "\(observation.measure.rawValue).assessing"
    guard catalogue[measure] != nil else {
      throw table.error(
        "only a cohort can have children still being assessed", at: "assessing", of: record)
    }
    if let problem = catalogue[measure]?.problem(with: assessing) {
      throw table.error(problem, at: "assessing", of: record)
    }
    guard let part = assessing.whole, part <= observation.value?.whole ?? 0 else {
      throw table.error(
        "\(assessing) still being assessed is more than the \(observation.value?.description ?? "0")"
          + " children of the cohort", at: "assessing", of: record)
    }
    return Observation(
      measure: measure, period: observation.period, basis: observation.basis,
      asAt: observation.asAt, detail: observation.detail, value: assessing,
      provenance: observation.provenance)
  }

  private func quantity(_ column: String) throws(CSVError) -> Quantity? {
    guard let text = table.value(column, of: record) else { return nil }
    guard let quantity = Quantity(text: text) else {
      throw table.error("the \(column) \"\(text)\" is not a number", at: column, of: record)
    }
    return quantity
  }

  private func period(for measure: Measure) throws(CSVError) -> Period {
    guard let text = table.value("date", of: record) else {
      guard measure.kind == .setting else {
        throw table.error("the date is blank", at: "date", of: record)
      }
      return .undated
    }
    guard let period = Period(iso: text) else {
      throw table.error(
        "the date \"\(text)\" is not a day (2020-10-31), a month (2020-10) or two months"
          + " (2020-04/2020-10)", at: "date", of: record)
    }
    return period
  }

  private func basis() throws(CSVError) -> Basis? {
    guard table.value("basis", of: record) != nil else { return nil }
    return try choice("basis", of: record, in: table, from: Basis.self)
  }

  private func asAt() throws(CSVError) -> CivilDate? {
    guard let text = table.value("as_at", of: record) else { return nil }
    guard let date = CivilDate(iso: text) else {
      throw table.error("the date \"\(text)\" is not a day (2020-10-31)", at: "as_at", of: record)
    }
    return date
  }

  private func provenance(sources: SourceFile?, recordedAt: String) throws(CSVError) -> Provenance {
    let section = table.value("section", of: record)
    let note = table.value("note", of: record)
    if let problem = note.flatMap(RecordLimits.problem(withText:)) {
      throw table.error(problem, at: "note", of: record)
    }
    guard let id = table.value("source", of: record) else {
      if section == nil, note == nil { return unsourced }
      return Provenance(source: nil, section: section, recordedAt: recordedAt, note: note)
    }
    guard let sources else {
      let source = try namedSource(id)
      return Provenance(source: source, section: section, recordedAt: recordedAt, note: note)
    }
    guard let entry = sources[id] else {
      throw table.error(
        "the source \"\(id)\" is not in \(sources.file)", at: "source", of: record)
    }
    return Provenance(
      source: entry.source, section: section, recordedAt: entry.recordedAt, note: note)
  }

  /// A source as the line itself gives it.
  private func namedSource(_ id: String) throws(CSVError) -> Source {
    let written = table.value("source_date", of: record)
    let date = written.flatMap(CivilDate.init(iso:))
    if let written, date == nil {
      throw table.error(
        "the date \"\(written)\" is not written as 2020-10-31", at: "source_date", of: record)
    }
    let title = table.value("source_title", of: record) ?? id
    return Source(
      id: id, shortTitle: table.value("source_short_title", of: record) ?? title, title: title,
      date: date)
  }
}
