/// How a long reading is watched from outside.
public struct ReadingWatch: Sendable {
  /// Is told how many bytes of how many have been read, from any thread; nil where nobody looks.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// Is asked now and then, from any thread; when it says yes, the reading stops.
  public var isCancelled: @Sendable () -> Bool

  /// Makes a watch; without one a reading goes to its end in silence.
  public init(
    progress: (@Sendable (Int, Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// - Throws: `ReturnError.stopped` when the reading is to stop.
  func check() throws(ReturnError) {
    if isCancelled() { throw .stopped }
  }
}
