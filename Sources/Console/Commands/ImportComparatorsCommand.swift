import Comparators
import FileAccess
import HistoryFiles
import LookedAfter

/// The command that takes in next year's publication.
enum ImportComparatorsCommand {
  static let command = recording(
    "import-comparators", form: "FILE [published DAY]",
    summary: "take in a newer publication of all authorities' figures",
    examples: [
      (
        "import comparators cla_number_and_rate_per_10k_children.csv published 19 nov 2026",
        "the department's open data, as it comes"
      )
    ],
    details: [
      "The file is the one that the Department for Education publishes with Children looked after in"
        + " England: time_period, geographic_level, … with the symbols c, z, x, k, low and u.",
      "Without the day it came out, today counts. Figures that were published before stay: each has"
        + " its edition.",
    ]
  ) { phrase, arguments, session in
    let name = phrase.word()
    guard !name.isEmpty else { throw phrase.missing("the name of a file") }
    let path = FilePath.expanded(name)
    let day = try publicationDay(&phrase, session)
    try phrase.finish()
    let directory = try session.comparators()
    let file = try OpenDataFile(bytes: WholeFile.read(path), file: path)
    let preview = try directory.preview(file, publishedOn: day)
    let added = try observations(with: preview.edition, session)
    let isNew = preview.lines.contains { $0.new + $0.changed > 0 }
    guard isNew || !added.isEmpty else {
      return Reply(message: words(preview, added.count, day, directory) + "\nNothing changes.")
    }
    let reason = arguments.reason
    return try session.confirm(words(preview, added.count, day, directory)) { session in
      try session.requireStore().keep(
        preview.edition, file: path, adding: added, entry: session.entry(because: reason))
      try session.readAnew()
      return Reply(message: "Kept the publication. Type undo to take it back.")
    }
  }

  private static func publicationDay(
    _ phrase: inout Phrase, _ session: Session
  ) throws -> CivilDate {
    guard phrase.take("published") else {
      guard let today = session.recorder.today else {
        throw phrase.missing("the day on which it was published")
      }
      return today
    }
    _ = phrase.take("on")
    let text = phrase.rest(upTo: [])
    guard
      let day = DayReader(today: session.recorder.today).read(
        text.split(separator: " ").map(String.init))
    else {
      throw GrammarError.notADay(text, example: phrase.command.example)
    }
    return day
  }

  /// Comparators of the authority in view that are new with an edition; what is recorded stays.
  private static func observations(
    with edition: ImportedEdition, _ session: Session
  ) throws -> [Observation] {
    let imported = (try session.store?.importedEditions() ?? []) + [edition]
    let directory = try ComparatorDirectory.shipped(imported: imported)
    let authority = session.history.authority
    guard
      let known = try? directory.authorities.find(authority.code ?? authority.name)
    else { return [] }
    let history = session.history
    return try AuthorityFigures(directory: directory).observations(of: known).filter {
      observation in
      !history.observations(of: observation.measure).contains { $0.key == observation.key }
    }
  }

  private static func words(
    _ preview: ImportPreview, _ added: Int, _ day: CivilDate, _ directory: ComparatorDirectory
  ) -> String {
    var lines = ["\(preview.edition.publication.source.title), known from \(day.inWords):"]
    lines += preview.lines.map { line in
      "\(line.measure.rawValue.replacing("_", with: " ")), \(line.year): \(line.new) new,"
        + " \(line.changed) changed, \(line.same) the same"
    }
    if let change = preview.changes.first {
      lines.append(
        "For example \(name(of: change.new.area, in: directory)), 31 March \(change.new.year):"
          + " \(change.old.count.words) becomes \(change.new.count.words).")
    }
    if added > 0 { lines.append("\(added) comparators of the authority in view are new with it.") }
    return (lines + preview.warnings).joined(separator: "\n")
  }

  private static func name(of area: Area, in directory: ComparatorDirectory) -> String {
    (try? directory.authorities.find(area.key))?.name ?? area.key
  }
}

extension PublishedNumber {
  /// The number, or why there is none.
  fileprivate var words: String {
    value.map(String.init) ?? reason.map { "(\($0.inWords))" } ?? "nothing"
  }
}
