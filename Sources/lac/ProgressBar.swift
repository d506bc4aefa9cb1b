import Glibc
import LineEditor
import Synchronization

/// How far a long run is, on standard error: a bar that is redrawn, and gone when the answer comes.
///
/// It shows on a terminal only, not for a screen reader, and not before a run has taken long enough to
/// be waited for.
final class ProgressBar: Sendable {
  private struct State {
    var began: Double
    var shown = -1
  }

  private let isShown: Bool
  private let state: Mutex<State>

  /// The seconds before the bar shows.
  private static let patience = 0.4

  /// - Parameter isPlain: whether a screen reader is listening.
  init(isPlain: Bool) {
    isShown = !isPlain && Terminal.isTerminal(descriptor: 2) && Terminal.understandsEscapes
    state = Mutex(State(began: Self.now))
  }

  /// Begins to wait for a command.
  func begin() { state.withLock { $0 = State(began: Self.now) } }

  /// Shows how much is done, 0 to 1; from any thread.
  func show(_ done: Double) {
    guard isShown else { return }
    let percent = Int(min(max(done.isFinite ? done : 0, 0), 1) * 100)
    state.withLock { state in
      guard percent > state.shown, Self.now - state.began > Self.patience else { return }
      state.shown = percent
      let marks = percent * 40 / 100
      let bar = String(repeating: "#", count: marks) + String(repeating: ".", count: 40 - marks)
      StandardStreams.draw("\r[\(bar)] \(percent)%  Ctrl-C stops ")
    }
  }

  /// Takes the bar away, if it was shown.
  func end() {
    state.withLock { state in
      if state.shown >= 0 { StandardStreams.draw("\r\u{1B}[K") }
      state.shown = -1
    }
  }

  /// Seconds of a clock that only goes on.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
