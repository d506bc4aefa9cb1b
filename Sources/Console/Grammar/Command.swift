import Documents
import LookedAfter

/// A command of the prompt: one record from which parsing, completion, help and examples come.
public struct Command: Sendable {
  /// The groups of the help screen, in its order.
  public enum Group: String, CaseIterable, Sendable {
    /// Questions about what is recorded.
    case look = "Look at the figures"
    /// Questions with numbers in them.
    case ask = "Ask on the spot"
    /// Papers.
    case write = "Write a paper"
    /// What is recorded, and where.
    case keep = "Keep the history"
    /// The prompt itself.
    case shell = "The prompt"
  }

  /// A place for words after the command's name.
  public enum Parameter: Equatable, Sendable {
    /// A month, which may be left out: then the month in view.
    case optionalMonth
    /// A month that has to be given.
    case month
    /// A cohort, which may be left out.
    case optionalCohort
    /// A word that has to stand there.
    case keyword(String)
    /// The name of a file.
    case file
    /// The name of a second file.
    case otherFile
    /// An output format.
    case format
    /// The name of a command, or `all`; it may be left out.
    case optionalCommand
    /// A cohort, or anything else that can be recorded.
    case measure
    /// The same, which may be left out.
    case optionalMeasure
    /// A number.
    case number
    /// A number that may be left out.
    case optionalNumber
    /// Words, in quotation marks where they hold a clause; the name is for help.
    case text(String)
    /// Words that may be left out; the name is for help.
    case optionalText(String)
    /// Lines of a breakdown with their numbers: `section20 4 ico 5`.
    case counts(MeasureID)
    /// A day.
    case day
    /// The rest of the line, which the command reads as a sentence; its form is for help.
    case phrase(String)
  }

  /// An example, and what it does.
  public struct Example: Sendable {
    /// The line to type.
    public let line: String
    /// What comes of it, in a few words.
    public let meaning: String
  }

  /// The word that is typed.
  public let name: String
  /// Other words for it.
  public let aliases: [String]
  /// Where help lists it.
  public let group: Group
  /// What it does, in a few words, without a full stop.
  public let summary: String
  /// What may follow the name.
  public let parameters: [Parameter]
  /// What may stand behind them, in any order.
  public let clauses: [Clause]
  /// Lines that work on the sample.
  public let examples: [Example]
  /// What else there is to know, in sentences.
  public let details: [String]
  /// Whether it asks the 903 returns themselves, so that their months need not be recorded before it.
  let asksReturns: Bool
  /// Options of its own, which it reads as words of its sentence.
  let wordOptions: [String]
  /// Does it.
  let run: @Sendable (Arguments, inout Session) throws -> Reply

  init(
    _ name: String, aliases: [String] = [], group: Group, summary: String,
    parameters: [Parameter] = [], clauses: [Clause] = [], asksReturns: Bool = false,
    wordOptions: [String] = [], examples: [(String, String)], details: [String] = [],
    run: @escaping @Sendable (Arguments, inout Session) throws -> Reply
  ) {
    self.name = name
    self.aliases = aliases
    self.group = group
    self.summary = summary
    self.parameters = parameters
    self.clauses = clauses
    self.examples = examples.map { Example(line: $0.0, meaning: $0.1) }
    self.details = details
    self.asksReturns = asksReturns
    self.wordOptions = wordOptions
    self.run = run
  }

  /// The command with the places of its words, without its clauses.
  public var shortUsage: String { ([name] + parameters.map(\.usage)).joined(separator: " ") }

  /// The command with the places of its words: `show [COHORT] [MONTH]`.
  public var usage: String {
    ([name] + parameters.map(\.usage) + clauses.map(\.usage)).joined(separator: " ")
  }

  /// Whether the figures of its answer can be explained: not those of an explanation or of help.
  var isExplainable: Bool { name != "explain" && group != .shell }

  /// An example that works.
  var firstExample: String { examples.first?.line ?? name }
}

extension Command.Parameter {
  /// The place as help writes it.
  var usage: String {
    switch self {
    case .optionalMonth: "[MONTH]"
    case .month: "MONTH"
    case .optionalCohort: "[COHORT]"
    case .keyword(let word): word
    case .file, .otherFile: "FILE"
    case .format: "FORMAT"
    case .optionalCommand: "[COMMAND|all]"
    case .measure: "MEASURE"
    case .optionalMeasure: "[MEASURE]"
    case .number: "NUMBER"
    case .optionalNumber: "[NUMBER]"
    case .text(let name): name
    case .optionalText(let name): "[\(name)]"
    case .counts: "REASON NUMBER …"
    case .day: "DAY"
    case .phrase(let form): form
    }
  }
}

/// What was written after a command's name.
struct Arguments: Equatable {
  var month: Month?
  var cohort: Cohort?
  var file: String?
  var otherFile: String?
  var format: OutputFormat?
  var command: String?
  var output = Output()
  var measure: Measure?
  var number: Quantity?
  var text: String?
  var counts: [Count] = []
  var day: CivilDate?
  var asAt: CivilDate?
  var basis: Basis?
  var source: String?
  var reason: String?
  var note: String?
  var assessing: Int?
  var forMonth: Month?
  /// The words of a phrase.
  var words: [Token] = []

  /// A line of a breakdown, and its number.
  struct Count: Equatable {
    let measure: Measure
    let number: Int
  }

  /// Where the answer goes and in which form, as asked for with this one command.
  struct Output: Equatable {
    var file: String?
    var format: OutputFormat?
    var replaces = false
    /// Whether it is for the public; nil where the line does not say.
    var isPublic: Bool?
  }
}
