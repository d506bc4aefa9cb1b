import CLineEditor
@preconcurrency import Glibc

/// Why a text could not be given to the pager.
public enum PagerError: Error, Equatable {
  /// Writing to the pager failed, with this `errno` value. A pager that was left early is no
  /// failure.
  case cannotWrite(Int32)
}

/// Shows a long text through the user's pager.
public enum Pager {
  /// Runs `command` through `sh -c`, gives it `text` as UTF-8 and waits until it ends.
  ///
  /// Returns false when the pager could not be started (no such program), so that the caller can
  /// print the text itself. The terminal's settings are put back afterwards, whatever the pager
  /// did, and a Ctrl-C that was meant for the pager is forgotten.
  public static func page(_ text: String, command: String) throws(PagerError) -> Bool {
    var settings = termios()
    let hasSettings = tcgetattr(STDIN_FILENO, &settings) == 0
    let wasInterrupted = Interruption.isRequested
    le_flush()
    // The child must not inherit the ignored SIGPIPE, so it is started first. It stays in our
    // process group: in another it would be stopped when it reads the terminal.
    guard let pipe = popen(command, "we") else { return false }
    le_ignore_broken_pipe()
    let failure = write(text, to: fileno(pipe))
    let status = pclose(pipe)
    le_restore_broken_pipe()
    if hasSettings {
      tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    }
    if !wasInterrupted {
      Interruption.clear()
    }
    // What sh answers for a program that is not there (127) or cannot be run (126).
    let exitStatus = (status >> 8) & 0xFF
    if status == -1 || exitStatus == 127 || exitStatus == 126 {
      return false
    }
    if let failure, failure != EPIPE {
      throw .cannotWrite(failure)
    }
    return true
  }

  /// Writes everything; returns the `errno` value when that is not possible.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
