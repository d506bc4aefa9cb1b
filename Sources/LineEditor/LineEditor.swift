import CLibedit
import CLineEditor
@preconcurrency import Glibc

/// Reads lines that a person types on a terminal, with editing, history and completion.
///
/// To be used from the main thread only: it owns the process's standard streams and signals.
/// There may be only one at a time.
public final class LineEditor {
  /// How an editor is set up.
  public struct Options {
    /// The name that lines of the user's `.editrc` may be limited to, as in `lac:bind …`.
    public var programName: String
    /// The absolute path of the history file; nil keeps history in memory only.
    public var historyFile: String?
    /// How many lines of history are kept. 0 keeps none at all.
    public var historyLimit: Int
    /// Whether the user's `.editrc` (or the file that `EDITRC` names) is obeyed.
    public var readsInitFile: Bool
    /// Whether bold and colour in prompts are shown; otherwise they are taken out.
    public var colour: Bool

    /// Options, by default without a history file, without the user's file and without colour.
    public init(
      programName: String, historyFile: String? = nil, historyLimit: Int = 1000,
      readsInitFile: Bool = false, colour: Bool = false
    ) {
      self.programName = programName
      self.historyFile = historyFile
      self.historyLimit = historyLimit
      self.readsInitFile = readsInitFile
      self.colour = colour
    }
  }

  /// What came of reading a line.
  public enum Reading: Equatable, Sendable {
    /// A whole line, without its line break; perhaps empty.
    case line(String)
    /// Ctrl-C: the line was given up.
    case cancelled
    /// Ctrl-D on an empty line, or the terminal has gone.
    case endOfInput
  }

  /// Asked on Tab, with the line's text before the cursor. Must not read from the terminal or
  /// print. Nil: Tab only beeps.
  public var completer: ((_ textBeforeCursor: String) -> Completion)?

  /// One sentence when the history file could not be read or written, or nil. The history is
  /// then still there, in memory, for the length of the session.
  public var historyProblem: String? { store.problem }

  let handle: OpaquePointer
  let options: Options
  let understandsEscapes = Terminal.understandsEscapes
  private let history: OpaquePointer
  private var store: PromptHistory

  /// libedit's copy of the prompt must outlive the call that hands it over.
  private(set) var promptBuffer: UnsafeMutablePointer<CChar>?
  var prompt = Prompt("", colour: false) {
    didSet {
      free(promptBuffer)
      promptBuffer = strdup(prompt.marked)
    }
  }
  /// Set by the Ctrl-C key, since libedit reports it as it does the end of input.
  var wasCancelled = false

  /// Opens the editor on standard input and output, and installs the signal handlers (see
  /// `Interruption`).
  public init(options: Options) throws(LineEditorError) {
    guard Terminal.isInteractive else { throw .notATerminal }
    guard Terminal.useUTF8() else { throw .noUTF8Locale }
    Interruption.install()
    guard let handle = le_open(options.programName) else { throw .cannotOpen }
    guard let history = le_history_open() else {
      el_end(handle)
      throw .cannotOpen
    }
    self.handle = handle
    self.history = history
    self.options = options
    store = PromptHistory(path: options.historyFile, limit: options.historyLimit)
    le_configure(handle, Unmanaged.passUnretained(self).toOpaque())
    le_set_prompt(handle) { LineEditor.editor(of: $0)?.promptBuffer }
    le_history_attach(handle, history)
    fillHistory()
    addCommands()
    bindKeys()
    if options.readsInitFile {
      obeyInitFile()
    }
  }

  deinit {
    el_end(handle)
    history_end(history)
    free(promptBuffer)
  }

  /// Adds a line to the history, in memory and in the file.
  ///
  /// Lines that begin with a blank and empty ones are left out, and an older line that is equal
  /// goes.
  public func remember(_ line: String) {
    switch store.add(line) {
    case .none: break
    case .appended: store.lines.last.map { le_history_add(history, $0) }
    case .rearranged: fillHistory()
    }
  }

  private func fillHistory() {
    le_history_clear(history)
    for line in store.lines {
      le_history_add(history, line)
    }
  }

  /// The editor that a call from libedit is about.
  static func editor(of handle: OpaquePointer?) -> LineEditor? {
    guard let data = le_client_data(handle) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(data).takeUnretainedValue()
  }
}
