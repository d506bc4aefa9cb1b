import Synchronization

/// The courses that were drawn last for a model as it is, kept because one question follows another: of
/// each what-if only the scenario has to be drawn again, and the base when something in it has changed.
enum DrawnCourses {
  private struct Kept: Sendable {
    let schedule: Schedule
    let seed: UInt64
    let ensemble: Ensemble
  }

  private static let kept = Mutex<Kept?>(nil)

  /// More numbers than these, 64 million bytes, are not kept.
  private static let most = 16_000_000

  /// The courses of a schedule, drawn unless they are those that are kept; nil when it was stopped.
  static func of(
    _ schedule: Schedule, _ settings: ProjectionSettings,
    isCancelled: @Sendable () -> Bool = { false }, progress: @Sendable (Double) -> Void = { _ in }
  ) -> Ensemble? {
    if isCancelled() { return nil }
    if let last = kept.withLock({ $0 }), last.seed == settings.seed,
      last.ensemble.paths == settings.paths, last.schedule == schedule
    {
      progress(1)
      return last.ensemble
    }
    let ensemble = Ensemble(
      schedule, paths: settings.paths, seed: settings.seed,
      workers: settings.workers ?? Workers.processors, isCancelled: isCancelled, progress: progress)
    guard let ensemble else { return nil }
    if settings.paths * schedule.months * schedule.count <= most {
      kept.withLock { $0 = Kept(schedule: schedule, seed: settings.seed, ensemble: ensemble) }
    }
    return ensemble
  }
}
