import CLineEditor
@preconcurrency import Glibc

/// What is known about the terminal the program runs on.
public enum Terminal {
  /// Whether a person is at both ends: standard input and standard output are terminals.
  public static var isInteractive: Bool {
    isTerminal(descriptor: STDIN_FILENO) && isTerminal(descriptor: STDOUT_FILENO)
  }

  /// Whether an open file descriptor is a terminal.
  public static func isTerminal(descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The terminal's size in character cells, from standard output or else standard input; nil
  /// when neither is a terminal or the terminal does not know.
  public static func size() -> (columns: Int, rows: Int)? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    for descriptor in [STDOUT_FILENO, STDIN_FILENO]
    where le_terminal_size(descriptor, &columns, &rows) == 1 {
      return (Int(columns), Int(rows))
    }
    return nil
  }

  /// Whether the terminal understands escape sequences: `TERM` is set, and not to `dumb`.
  public static var understandsEscapes: Bool {
    guard let name = getenv("TERM") else { return false }
    let terminal = String(cString: name)
    return !terminal.isEmpty && terminal != "dumb"
  }

  /// Makes the C library treat text as UTF-8, touching only the character type of the locale.
  /// Returns false when the machine has no UTF-8 locale. Opening a `LineEditor` does this too.
  @discardableResult
  public static func useUTF8() -> Bool {
    le_use_utf8_locale() == 1
  }
}
