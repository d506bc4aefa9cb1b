import Documents
import FileAccess
import HistoryFiles
import HistoryStore
import LookedAfter

/// The commands that move whole histories: files in and out, copies, checks.
enum KeepCommands {
  static let all: [Command] = [
    Command(
      "import-history", group: .keep, summary: "record the figures of a CSV file, all or nothing",
      parameters: [.file], clauses: [.because],
      examples: [
        ("import history november.csv", "first what is new, what changes, what is the same")
      ],
      details: [
        "The first line names the columns: date, measure and value, and any of basis, assessing,"
          + " as_at, detail, text, source, section, note. A date is a day or a month. measures lists"
          + " what can be recorded.",
        "Importing the same file twice changes nothing.",
      ],
      run: { arguments, session in
        let path = FilePath.expanded(arguments.file ?? "")
        let observations = try HistoryImport.read(
          bytes: WholeFile.read(path), file: path, history: session.history,
          recordedAt: session.recorder.now())
        guard session.asksFirst else {
          let recording = try session.record(observations, because: arguments.reason)
          return Reply(message: RecordingMessage(session: session, recording: recording).imported)
        }
        let preview = try session.requireStore().preview(observations)
        let words = RecordingMessage(session: session, recording: preview).preview
        guard !preview.changes.isEmpty else { return Reply(message: words) }
        return try session.confirm(words) { session in
          let recording = try session.record(observations, because: arguments.reason)
          return Reply(message: RecordingMessage.recorded(recording))
        }
      }),
    Command(
      "export-history", group: .keep, summary: "write every figure to a CSV file",
      parameters: [.file],
      examples: [("export history figures.csv", "in the form that import history reads")],
      run: { arguments, session in
        let path = FilePath.expanded(arguments.file ?? "")
        let text = HistoryExport.text(of: session.history)
        try WholeFile.write(
          Array(text.utf8), to: path, replacing: arguments.output.replaces, mode: 0o600)
        return Reply(message: "Wrote \(path) (\(text.utf8.count) bytes).")
      }),
    Command(
      "save", group: .keep, summary: "write the whole history to a new file of your own",
      parameters: [.keyword("as"), .file],
      examples: [("save as history.lac", "then start with: lac --store history.lac")],
      details: ["Only you can read the file. One that is there already is never replaced."],
      run: { arguments, session in
        guard let store = session.store else { throw ConsoleError.nothingToSave }
        let path = FilePath.expanded(arguments.file ?? "")
        try store.save(as: path)
        return Reply(
          message: "Saved the history as \(path); open it with: lac --store \(FilePath.typed(path))"
        )
      }),
    Command(
      "backup", group: .keep, summary: "write a checked copy of the history to a new file",
      parameters: [.file], examples: [("backup copy.lac", "while the history is in use")],
      run: { arguments, session in
        guard let store = session.store else { throw ConsoleError.nothingToSave }
        let path = FilePath.expanded(arguments.file ?? "")
        try store.backup(to: path)
        return Reply(message: "Backed up to \(path), and checked the copy.")
      }),
    Command(
      "restore", group: .keep, summary: "make the history what a backup holds",
      parameters: [.file],
      examples: [("restore copy.lac", "the history as it is now is backed up first")],
      run: { arguments, session in
        let store = try session.requireStore()
        let path = FilePath.expanded(arguments.file ?? "")
        let backup = try store.checkedBackup(at: path)
        let kept = store.path == nil ? "" : "; as it is now it is kept beside it"
        return try session.confirm("The history becomes what \(path) holds\(kept).") { session in
          let aside = try store.restore(from: backup, entry: session.entry(because: nil))
          try session.readAnew()
          let was = aside.map { " The history as it was is in \($0)." } ?? ""
          return Reply(message: "Restored from \(path).\(was)")
        }
      }),
    Command(
      "check", group: .keep, summary: "whether the file is sound and nothing was changed in it",
      examples: [
        ("check", "the file, its references, the chain over the log, the month's figures")
      ],
      details: [
        "lac -c check leaves with status 4 where the store cannot be trusted. Figures that do not add"
          + " up are listed and are no fault of the store."
      ],
      run: { _, session in try StoreCheckDocument.reply(session) }),
    Command(
      "dump", group: .keep, summary: "write the whole store as sorted text",
      parameters: [.file],
      examples: [
        ("dump history.txt", "for an auditor to compare; the same history, the same bytes")
      ],
      run: { arguments, session in
        guard let store = session.store else { throw ConsoleError.nothingToSave }
        let path = FilePath.expanded(arguments.file ?? "")
        let text = try store.dump()
        try WholeFile.write(
          Array(text.utf8), to: path, replacing: arguments.output.replaces, mode: 0o600)
        return Reply(message: "Wrote \(path) (\(text.utf8.count) bytes).")
      }),
    Command(
      "load", group: .keep, summary: "make a new store from a dump",
      parameters: [.file, .keyword("as"), .otherFile],
      examples: [("load history.txt as copy.lac", "then start with: lac --store copy.lac")],
      run: { arguments, _ in
        let path = FilePath.expanded(arguments.file ?? "")
        let store = FilePath.expanded(arguments.otherFile ?? "")
        try HistoryStore.load(dump: WholeFile.read(path), file: path, into: store)
        let made = "Made \(store); open it with: lac --store \(FilePath.typed(store))"
        let faults = try HistoryStore.open(path: store).check()
        guard !faults.isEmpty else { return Reply(message: made) }
        var reply = Reply(
          message: "\(made)\nBut it is not what was dumped. "
            + faults.map(\.description).joined(separator: "\n"))
        reply.isStoreUnsound = true
        return reply
      }),
  ]
}
