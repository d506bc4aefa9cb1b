import Glibc
import LineEditor

/// A line on the terminal that says how far a long reading is: only where it takes more than a second,
/// and gone when it is done. For a screen reader it is said once, and nothing is redrawn.
enum ProgressLine {
  /// What is told how many bytes of how many are read, from any thread; nil where nobody looks.
  static func reporter(isPlain: Bool) -> (@Sendable (Int, Int) -> Void)? {
    guard Terminal.isTerminal(descriptor: 2) else { return nil }
    let state = State(now: seconds(), isPlain: isPlain || !Terminal.understandsEscapes)
    return { done, total in state.tell(done, of: total) }
  }

  private final class State: @unchecked Sendable {
    private var lock = pthread_mutex_t()
    private var began: Double
    private var shown = -1
    private var last = 0
    private let isPlain: Bool

    init(now: Double, isPlain: Bool) {
      self.isPlain = isPlain
      pthread_mutex_init(&lock, nil)
      began = now
    }

    deinit { pthread_mutex_destroy(&lock) }

    func tell(_ done: Int, of total: Int) {
      pthread_mutex_lock(&lock)
      defer { pthread_mutex_unlock(&lock) }
      // Another reading has begun.
      if done < last { (began, shown) = (ProgressLine.seconds(), -1) }
      last = done
      if done >= total {
        if shown >= 0, !isPlain { StandardStreams.draw("\r\u{1B}[K") }
        (shown, last) = (-1, 0)
        began = ProgressLine.seconds()
        return
      }
      let percent = total > 0 ? done / max(1, total / 100) : 0
      guard percent > shown, shown < 0 || !isPlain, ProgressLine.seconds() - began > 1 else {
        return
      }
      shown = percent
      guard !isPlain else { return StandardStreams.report("Reading the returns.") }
      StandardStreams.draw("\rReading the returns: \(min(99, percent))%")
    }
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
