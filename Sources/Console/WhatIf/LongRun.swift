/// How a run that takes long is watched from outside: whether it is to stop, and how far it is.
public struct LongRun: Sendable {
  /// Is asked now and then, from any thread; when it says yes, the run stops and changes nothing.
  public var isCancelled: @Sendable () -> Bool

  /// Is told how much is done, 0 to 1, from any thread.
  public var progress: @Sendable (Double) -> Void

  /// Makes a watch; without one a run goes to its end in silence.
  public init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    self.isCancelled = isCancelled
    self.progress = progress
  }
}
