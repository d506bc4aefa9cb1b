@preconcurrency import Glibc

/// Starts a program in a new session with all three standard streams on a terminal.
///
/// A new session that opens the terminal by name makes it the controlling one, and keeps whoever
/// runs the tests out of the program's process group.
func spawn(
  executable: String, arguments: [String], environment: [String: String],
  workingDirectory: String?, terminal: [CChar]
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for descriptor: Int32 in 0...2 {
    posix_spawn_file_actions_addopen(&actions, descriptor, terminal, O_RDWR, 0)
  }

  // Test runners work on threads that have most signals blocked: the program must not inherit it.
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  var all = sigset_t()
  sigfillset(&all)
  posix_spawnattr_setsigdefault(&attributes, &all)
  let newSession: Int16 = 0x80
  posix_spawnattr_setflags(
    &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

  var command = [executable] + arguments
  if let workingDirectory {
    // The call that would do this is not to be had from Swift. The shell turns into the program.
    let script = "cd \"$1\" && shift && exec \"$@\""
    command = ["/bin/sh", "-c", script, "sh", workingDirectory] + command
  }
  var words = command.map { strdup($0) }
  var variables = environment.map { strdup("\($0.key)=\($0.value)") }
  defer { (words + variables).forEach { free($0) } }
  words.append(nil)
  variables.append(nil)
  var process: pid_t = 0
  let code = posix_spawn(&process, command[0], &actions, &attributes, words, variables)
  guard code == 0 else {
    throw PseudoTerminalError("cannot start \(executable): \(String(cString: strerror(code)))")
  }
  return process
}

/// Seconds on a clock that nobody sets.
enum Clock {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
