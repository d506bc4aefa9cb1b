import Documents

/// The pages of help, made from the table of commands.
enum HelpDocuments {
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
    var blocks: [Block] = [
      .paragraph(command.summary.prefix(1).uppercased() + command.summary.dropFirst() + "."),
      .table(exampleTable(command.examples)),
      .heading(level: 1, text: "Form"),
      .paragraph(command.usage),
    ]
    if !command.aliases.isEmpty {
      blocks.append(.paragraph("Also: \(command.aliases.joined(separator: ", "))."))
    }
    blocks += command.details.map { .paragraph($0) }
    return Document(title: "Help: \(command.name)", blocks: blocks)
  }

  /// Lines to try, of every command.
  static func examples(_ commands: [Command]) -> Document {
    Document(title: "Examples", blocks: [.table(exampleTable(commands.flatMap(\.examples)))])
  }

  private static func exampleTable(_ examples: [Command.Example]) -> Table {
    Table(
      id: "examples", caption: "Examples",
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

  private static func table(id: String, caption: String, rows: [Row]) -> Table {
    Table(
      id: id, caption: caption,
      columns: [
        Column(id: "command", title: "Type", kind: .rowHeader),
        Column(id: "summary", title: "To", kind: .prose),
      ], rows: rows)
  }
}
