/// The commands that keep the history.
enum KeepCommands {
  static let all: [Command] = [
    Command(
      "save", group: .keep, summary: "write the whole history to a new file of your own",
      parameters: [.keyword("as"), .file],
      examples: [("save as history.lac", "then start with: lac --store history.lac")],
      details: ["Only you can read the file. One that is there already is never replaced."],
      run: { arguments, session in
        guard let store = session.store else { throw ConsoleError.nothingToSave }
        let path = FilePath.expanded(arguments.file ?? "")
        try store.save(as: path)
        let word = path.contains(where: \.isWhitespace) ? "\"\(path)\"" : path
        return Reply(message: "Saved the history as \(path); open it with: lac --store \(word)")
      })
  ]
}
