import ArgumentParser
import Comparators
import HistoryFiles
import HistoryStore
import LookedAfter

/// Makes a history of one's own.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a history of your own, for any English authority.",
    usage: "lac init --store <file> --authority <name>",
    discussion: """
      The new file holds the cohorts, the authority's population estimates, and the rates of England, \
      its region and its statistical neighbours for each year since 2015. The children are yours to \
      record: open the file with lac --store FILE and type record, or import history with a CSV file.

      A name, a part of it or a code will do:
        lac init --store history.lac --authority Kent
        lac init --store history.lac --authority westmorland
        lac init --store history.lac --authority 884

      Only you can read the file. One that is there already is never replaced.
      """)

  @ParentCommand var program: Lac

  @Option(help: ArgumentHelp("The file to make, which must not be there.", valueName: "file"))
  var store: String?

  @Option(
    help: ArgumentHelp(
      "The authority: its name, a part of its name, or its code.", valueName: "name"))
  var authority: String?

  @Flag(help: "Add the authority to a file that is there already.")
  var add = false

  /// Makes the file and says so.
  func start() -> ExitStatus {
    do {
      StandardStreams.report(try make())
      return .done
    } catch {
      StandardStreams.report("\(error)")
      return ExitStatus(of: error)
    }
  }

  /// - Returns: what was made, and what to type next.
  private func make() throws -> String {
    guard let path = store ?? program.store else { throw InitError.noFile }
    guard let wanted = authority ?? program.authority else { throw InitError.noAuthority }
    let authority = try AuthorityDirectory.shipped().find(wanted)
    let folder = try HistoryFolder.beginning(for: authority)
    let recorder = OpenedHistory.recorder
    let now = recorder.now()
    let entry = HistoryStore.Entry(
      recordedAt: now, recordedBy: recorder.name,
      command: "lac init --authority \"\(authority.name)\"")
    if add {
      try HistoryStore.open(path: path).add(folder, entry: entry)
      return "Added \(folder.authority.name) to \(path); to open it, type:"
        + " lac --store \(ShellWord.quoted(path)) --authority"
        + " \(ShellWord.quoted(folder.authority.name))"
    }
    try HistoryStore.inMemory(holding: folder, entry: entry).save(as: path)
    let month = Month(iso: String(now.prefix(7)))?.advanced(by: -1)
    return "Made \(path), a history for \(folder.authority.name) with"
      + " \(contents(of: folder.history)); to record the children, type:"
      + " lac --store \(ShellWord.quoted(path)) and at its prompt:"
      + " record \(month.map { "\($0.shortName.lowercased()) \($0.year)" } ?? "MONTH")"
  }

  private func contents(of history: History) -> String {
    let population = history.populations.last.map { "population estimates to mid-\($0.midYear)" }
    let comparators = history.allObservations.filter { $0.measure.rawValue.hasSuffix(".rate") }
    let rates = comparators.last.map { "comparators to \($0.detail)" }
    return [population, rates].compactMap { $0 }.joined(separator: " and ")
  }
}

/// Why no new history could be made.
enum InitError: Error, CustomStringConvertible {
  /// No file was named.
  case noFile
  /// No authority was named.
  case noAuthority

  var description: String {
    switch self {
    case .noFile, .noAuthority:
      "Name the file and the authority: lac init --store FILE --authority \"NAME OF YOUR COUNCIL\""
    }
  }
}

/// A word of a command line.
enum ShellWord {
  /// The word as it can be typed: in quotation marks when the shell would split or change it.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-+,:@%".utf8.contains(byte) || byte >= 0x80
    }
    if plain, !word.isEmpty { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
