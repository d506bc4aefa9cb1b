import CLineEditor

/// Ctrl-C while a command runs. At the prompt Ctrl-C is only a key (see `LineEditor.Reading`).
public enum Interruption {
  /// Installs the signal handlers, once: Ctrl-C sets a flag instead of ending the program, and
  /// a signal that ends it (SIGTERM, SIGHUP, SIGQUIT or a crash) puts the terminal back first.
  /// Signals that the program was started with ignored are left ignored.
  public static func install() {
    le_install_signal_handlers()
  }

  /// Whether Ctrl-C was pressed since the last `clear()`. Long work asks this now and then.
  public static var isRequested: Bool {
    le_interrupted() != 0
  }

  /// Forgets a Ctrl-C, before a new command begins. `LineEditor.read` does this as well.
  public static func clear() {
    le_clear_interrupted()
  }
}
