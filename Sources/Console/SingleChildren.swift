import Documents

/// Sees to it that no single child stands in a form of a paper, whichever command answers.
enum SingleChildren {
  /// The reply where its form is for one's own eyes; else without the tables of single children, and
  /// refused where the whole answer is about them.
  ///
  /// - Throws: `ConsoleError.refused`.
  static func keptOutOfPapers(
    _ reply: Reply, of command: Command, _ arguments: Arguments, _ session: Session
  ) throws(ConsoleError) -> Reply {
    guard let document = reply.document else { return reply }
    let isOfOneCase = command.name == "case"
    guard isOfOneCase || document.blocks.contains(where: isOfSingleChildren) else { return reply }
    // What the applications come to is for the service; the chart behind it has a line for each case.
    guard command.name == "applications" else {
      try ChildRowCommands.refusePaper(arguments, session)
      return reply
    }
    do { try ChildRowCommands.refusePaper(arguments, session) } catch {
      var rest = reply
      rest.document?.blocks.removeAll(where: isOfSingleChildren)
      return rest
    }
    return reply
  }

  private static func isOfSingleChildren(_ block: Block) -> Bool {
    guard case .table(let table) = block else { return false }
    return table.columns.contains { $0.id == "child" || $0.id == "case" }
  }
}
