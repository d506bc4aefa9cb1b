@preconcurrency import Foundation
@preconcurrency import Glibc

/// The built program, run as a script or another program would run it.
struct Program {
  /// What came of a run.
  struct Outcome {
    /// The exit status; 128 and the signal's number, as a shell counts, when a signal ended it.
    let status: Int32
    /// What it wrote to standard output.
    let output: [UInt8]
    /// What it wrote to standard error.
    let messages: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n") }
    var title: Substring { lines.first ?? "" }
  }

  /// A run that could not be made, or did not end.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The program lies beside the bundle of the tests.
  static var path: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("lac").path
  }

  /// A home and working folder of its own.
  let folder: Scratch
  /// The environment, beside `HOME` and `PATH`.
  var environment: [String: String] = [:]
  /// Which executable is run.
  var executable = Program.path

  init() throws {
    folder = try Scratch()
  }

  /// Runs the program.
  func run(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
    try shell("exec \"$LAC\" \"$@\"", arguments: arguments, input: input)
  }

  /// Runs the program on a line of its own for each command, as `-c`.
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments, input: Array(input.utf8))
  }

  /// Runs a script of the shell in which `"$LAC"` is the program.
  ///
  /// All streams are files, so that nothing can wait for a pipe that another test holds open.
  func shell(
    _ script: String, arguments: [String] = [], input: [UInt8] = []
  ) throws -> Outcome {
    let place = try Scratch()
    try place.put(input, at: "in")
    let command =
      "cd \"$1\" && exec <\"$2/in\" >\"$2/out\" 2>\"$2/err\" && shift 2 && \(script)"
    var variables = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LAC": executable,
      // Otherwise a crash takes its time to tell where it was.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    let status = try Self.wait(
      for: Self.start(
        ["/bin/sh", "-c", command, "sh", folder.path, place.path] + arguments, variables))
    return Outcome(
      status: status, output: try place.bytes(of: "out"),
      messages: String(decoding: try place.bytes(of: "err"), as: UTF8.self))
  }

  // MARK: Users

  /// What a command of the shell begins with to be run by someone who is not the superuser.
  static var asAnotherUser: String {
    geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "command"
  }

  /// Whether someone who is not the superuser can run the program where it lies.
  static let canRunAsAnotherUser: Bool = {
    let run = try? Program().shell("\(asAnotherUser) \"$LAC\" --version")
    return run?.status == 0
  }()

  // MARK: Processes

  private static func start(_ words: [String], _ variables: [String: String]) throws -> pid_t {
    // Those who run tests work on threads that have most signals blocked.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) }
    let settings = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { (arguments + settings).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, words[0], nil, &attributes, arguments + [nil], settings + [nil])
    guard code == 0 else {
      throw Failure(description: "cannot start: \(String(cString: strerror(code)))")
    }
    return process
  }

  /// The status of a process at its end, which has to come within a minute.
  private static func wait(for process: pid_t) throws -> Int32 {
    var status: Int32 = 0
    for _ in 0..<30_000 {
      if waitpid(process, &status, WNOHANG) == process {
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
      }
      usleep(2_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    throw Failure(description: "the program did not end")
  }
}
