@preconcurrency import Glibc

/// What went wrong while driving a program on a pseudo-terminal, in words for a test's report.
public struct PseudoTerminalError: Error, CustomStringConvertible {
  /// What was being done or waited for, and what was on the screen.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A program running on a pseudo-terminal of its own, driven as a person would drive it.
///
/// Every wait has a deadline; the program is killed when this object goes. To be used from one
/// thread at a time, and by tests that run one after another.
public final class PseudoTerminal {
  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    /// It left by itself with this status.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)
  }

  /// The program's process identifier.
  public let process: pid_t
  /// Everything the program has written, escape sequences included.
  public private(set) var output: [UInt8] = []
  /// How long a wait lasts, in seconds, when no deadline is given.
  public var patience = 10.0

  let master: Int32
  /// Kept open so that what was last written can still be read after the program has ended.
  private let slave: Int32
  private var ending: Ending?
  /// What came before this place in `output` is not looked at again by `readUntil`.
  private var mark = 0

  /// Starts a program on a new terminal that is its controlling terminal.
  ///
  /// - Parameters:
  ///   - executable: path of the program.
  ///   - arguments: its arguments, without the program's own name.
  ///   - environment: its whole environment; set `TERM`, `LANG` and `HOME`.
  ///   - workingDirectory: folder to start it in; nil for the present one.
  ///   - columns: width in character cells.
  ///   - rows: height in character cells.
  public init(
    executable: String, arguments: [String] = [], environment: [String: String] = [:],
    workingDirectory: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize()
    size.ws_col = UInt16(clamping: columns)
    size.ws_row = UInt16(clamping: rows)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw PseudoTerminalError("openpty: \(String(cString: strerror(errno)))")
    }
    for descriptor in [master, slave] {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
    do {
      process = try spawn(
        executable: executable, arguments: arguments, environment: environment,
        workingDirectory: workingDirectory, terminal: name)
    } catch {
      close(master)
      close(slave)
      throw error
    }
    self.master = master
    self.slave = slave
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
    close(slave)
  }

  // MARK: Typing

  /// Types text, as UTF-8. Control characters are written as such: "\u{03}" is Ctrl-C.
  public func send(_ text: String) throws {
    try send(bytes: Array(text.utf8))
  }

  /// Types raw bytes.
  public func send(bytes: [UInt8]) throws {
    let limit = Clock.now + patience
    var rest = bytes[...]
    while !rest.isEmpty {
      var state = pollfd(fd: master, events: Int16(POLLOUT | POLLIN), revents: 0)
      _ = poll(&state, 1, 100)
      // Taking in what the program writes keeps it from being stuck.
      drain()
      if state.revents & Int16(POLLOUT) != 0 {
        let count = rest.prefix(256).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        rest = rest.dropFirst(max(count, 0))
      }
      guard Clock.now < limit else { throw failure("typing \(rest.count) more bytes") }
    }
  }

  /// Waits until the program reads single keys, types text, and waits no further. A prompt is
  /// printed before the terminal is ready for editing, so seeing it is not enough.
  public func type(_ text: String) throws {
    try waitForRawMode()
    try send(text)
  }

  // MARK: Waiting

  /// Whether the terminal hands over lines (cooked mode) rather than single keys.
  public var isCooked: Bool {
    settings.c_lflag & tcflag_t(ICANON) != 0
  }

  /// The terminal's settings now.
  public var settings: termios {
    var settings = termios()
    tcgetattr(slave, &settings)
    return settings
  }

  /// Waits until the program edits a line. `deadline` is in seconds from now.
  public func waitForRawMode(deadline: Double? = nil) throws {
    try wait(for: "raw mode", deadline: deadline) { !isCooked }
  }

  /// Waits until the terminal is as it is for ordinary programs.
  public func waitForCookedMode(deadline: Double? = nil) throws {
    try wait(for: "cooked mode", deadline: deadline) { isCooked }
  }

  /// Waits until the program has written `text` (escape sequences apart) after the text that was
  /// last waited for, and returns everything written after that, up to now.
  @discardableResult
  public func readUntil(_ text: String, deadline: Double? = nil) throws -> String {
    var found = ""
    try wait(for: "“\(text)”", deadline: deadline) {
      found = ScreenText.plain(Array(output[mark...]))
      return found.contains(text)
    }
    // Just behind the text, so that what follows it can still be waited for.
    mark += ScreenText.length(of: Array(output[mark...]), upToEndOf: text)
    return found
  }

  /// Waits for the program to be silent for `seconds`, and returns what it has written since the
  /// last `readUntil`, without forgetting it.
  public func readUntilQuiet(for seconds: Double = 0.2) -> String {
    let limit = Clock.now + patience
    while drain(milliseconds: Int32(seconds * 1000)), Clock.now < limit {}
    return ScreenText.plain(Array(output[mark...]))
  }

  /// Everything written so far, without escape sequences.
  public var text: String {
    drain()
    return ScreenText.plain(output)
  }

  /// Waits for the program's end. It is killed when the deadline passes.
  public func waitForEnd(deadline: Double? = nil) throws -> Ending {
    do {
      try wait(for: "the end of the program", deadline: deadline) {
        if ending == nil {
          var status: Int32 = 0
          if waitpid(process, &status, WNOHANG) == process {
            ending = status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
          }
        }
        return ending != nil
      }
    } catch {
      kill(process, SIGKILL)
      throw error
    }
    drain()
    guard let ending else { throw failure("the end of the program") }
    return ending
  }

  // MARK: Other things that happen to a terminal

  /// Changes the terminal's size; the program gets SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(clamping: columns)
    size.ws_row = UInt16(clamping: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sets the terminal as a shell has it, behind the program's back.
  public func makeCooked() throws {
    var settings = settings
    settings.c_lflag |= tcflag_t(ICANON | ECHO | ISIG)
    guard tcsetattr(slave, TCSANOW, &settings) == 0 else { throw failure("tcsetattr") }
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  // MARK: Inside

  private func wait(for what: String, deadline: Double?, until condition: () -> Bool) throws {
    let limit = Clock.now + (deadline ?? patience)
    drain()
    while !condition() {
      guard Clock.now < limit else { throw failure("waiting for \(what)") }
      drain(milliseconds: 5)
    }
  }

  private func failure(_ what: String) -> PseudoTerminalError {
    PseudoTerminalError("\(what): deadline passed; the screen had:\n\(ScreenText.plain(output))")
  }

  /// Takes in what the program has written; true if there was anything.
  @discardableResult
  private func drain(milliseconds: Int32 = 0) -> Bool {
    var any = false
    var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while poll(&state, 1, any ? 0 : milliseconds) == 1, state.revents & Int16(POLLIN) != 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      output += buffer[..<count]
      any = true
    }
    return any
  }
}
