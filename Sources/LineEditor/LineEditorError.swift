/// Why line editing is not to be had. The caller then reads plain lines instead.
public enum LineEditorError: Error, Equatable {
  /// Standard input or standard output is not a terminal.
  case notATerminal
  /// No UTF-8 locale could be set, so `£` and `é` would be lost.
  case noUTF8Locale
  /// The editing library could not be opened (out of memory, or no such terminal).
  case cannotOpen
}

extension LineEditorError: CustomStringConvertible {
  /// One sentence for the user.
  public var description: String {
    switch self {
    case .notATerminal: "Line editing needs a terminal for both input and output."
    case .noUTF8Locale: "Line editing needs a UTF-8 locale, and none could be set."
    case .cannotOpen: "Line editing could not be started on this terminal."
    }
  }
}
