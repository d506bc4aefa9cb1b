/// Every command of the prompt: the one table that parsing, completion, help and examples come from.
enum CommandTable {
  /// The commands, in the order of the help screen.
  static let commands: [Command] =
    LookCommands.all + CompareCommands.all + TrendCommands.all + ProjectCommands.all
    + ScenarioCommands.all + AimCommands.all + AskCommands.all
    + ReturnQuestions.all + [ExplainCommand.command] + WriteCommands.all + BriefingCommands.all
    + PaperTextCommands.all + PublishCommands.all + DisclosureCommands.all + [RecordCommand.command]
    + RecordingCommands.all
    + CaseCommands.all + CaseAnswerCommands.all + CaseFileCommands.all + FrozenListCommands.all
    + ResolutionCommands.all + HistoryCommands.all
    + KeepCommands.all + [ImportComparatorsCommand.command] + ReturnCommands.all
    + ChildRowCommands.all + ShellCommands.all
}
