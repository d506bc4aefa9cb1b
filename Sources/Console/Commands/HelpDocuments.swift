import Documents

/// The pages of help, made from the table of commands.
enum HelpDocuments {
  /// The word that asks for the manual instead of one command.
  static let all = "all"

  /// One screen: every command with a few words.
  static func overview(_ commands: [Command]) -> Document {
    let blocks = Command.Group.allCases.flatMap { group -> [Block] in
      let rows = commands.filter { $0.group == group }
        .map { Row([.text($0.shortUsage), .text($0.summary)]) }
      return [.table(table(id: "commands-\(group)", caption: group.rawValue, rows: rows))]
    }
    let start = Block.paragraph(
      "Type a command and press Enter; Tab completes it. A command may be shortened as long as it is"
        + " clear. help COMMAND shows examples; examples lists lines to try.")
    return Document(title: "Commands", blocks: [start] + blocks + [optionsTable])
  }

  /// One command: examples first, then the rest.
  static func page(_ command: Command) -> Document {
    Document(
      title: "Help: \(command.name)",
      blocks: [
        sentence(command), .table(exampleTable(command.examples)),
        .heading(level: 1, text: "Form"), .paragraph(command.usage),
      ] + rest(command))
  }

  /// Everything there is to know of every command, a section for each group of the help screen.
  static func manual(_ commands: [Command]) -> Document {
    let sections = Command.Group.allCases.flatMap { group -> [Block] in
      [.heading(level: 1, text: group.rawValue)]
        + commands.filter { $0.group == group }.flatMap(part)
    }
    let beginning = Block.paragraph(
      "Every command, with its form, what it does and lines that work on the sample. Words in capitals"
        + " stand for your own; what is in square brackets may be left out. A command may be shortened"
        + " as long as it is clear, and a name of several words may be typed with blanks or hyphens."
    )
    return Document(
      title: "Manual of lac",
      blocks: [beginning] + sections + [.heading(level: 1, text: "Any command"), optionsTable]
        + [.heading(level: 1, text: "Forms of answers"), formatsTable])
  }

  /// One command as a part of the manual.
  private static func part(_ command: Command) -> [Block] {
    [.heading(level: 2, text: command.name), .paragraph(command.usage), sentence(command)]
      + rest(command)
      + [.table(exampleTable(command.examples, of: command))]
  }

  private static func sentence(_ command: Command) -> Block {
    .paragraph(command.summary.prefix(1).uppercased() + command.summary.dropFirst() + ".")
  }

  /// Other names, and what else there is to know.
  private static func rest(_ command: Command) -> [Block] {
    let also =
      command.aliases.isEmpty
      ? [] : [Block.paragraph("Also: \(command.aliases.joined(separator: ", ")).")]
    return also + command.details.map { .paragraph($0) }
  }

  /// Lines to try, of every command.
  static func examples(_ commands: [Command]) -> Document {
    Document(title: "Examples", blocks: [.table(exampleTable(commands.flatMap(\.examples)))])
  }

  /// Lines to try; those of one command among others bear its name.
  private static func exampleTable(
    _ examples: [Command.Example], of command: Command? = nil
  ) -> Table {
    Table(
      id: command.map { "examples-\($0.name)" } ?? "examples",
      caption: command.map { "Examples of \($0.name)" } ?? "Examples",
      columns: [
        Column(id: "line", title: "Type", kind: .rowHeader),
        Column(id: "meaning", title: "To see", kind: .prose),
      ], rows: examples.map { Row([.text($0.line), .text($0.meaning)]) })
  }

  private static var optionsTable: Block {
    let rows = CommandParser.options.map { option in
      Row([.text(option.name), .text(option.meaning)])
    }
    return .table(table(id: "options", caption: "After any command", rows: rows))
  }

  private static var formatsTable: Block {
    let rows = OutputFormat.allCases.map { Row([.text($0.rawValue), .text($0.summary)]) }
    return .table(
      table(id: "formats", caption: "After --format, or as a file's ending", rows: rows))
  }

  private static func table(id: String, caption: String, rows: [Row]) -> Table {
    Table(
      id: id, caption: caption,
      columns: [
        Column(id: "command", title: "Type", kind: .rowHeader),
        Column(id: "summary", title: "To", kind: .prose),
      ], rows: rows)
  }
}
