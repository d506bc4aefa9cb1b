/// The paths of a simulation: the children of every compartment at every month's end on every path.
///
/// Whole numbers only, so that every summary comes out the same on any number of cores.
struct Ensemble: Sendable {
  let paths: Int
  let months: Int
  let count: Int
  /// By compartment, then month, then path.
  private let numbers: [Int32]

  /// Runs the paths.
  ///
  /// - Parameters:
  ///   - workers: the threads that share them; the numbers do not depend on it.
  ///   - isCancelled: is asked now and then; when it says yes, nil is returned.
  ///   - progress: is told how much is done, 0 to 1, from any thread.
  init?(
    _ schedule: Schedule, paths: Int, seed: UInt64, workers: Int,
    isCancelled: @Sendable () -> Bool = { false }, progress: @Sendable (Double) -> Void = { _ in }
  ) {
    let (months, count) = (schedule.months, schedule.count)
    self.paths = paths
    self.months = months
    self.count = count
    let block = 64
    let blocks = (paths + block - 1) / block
    let workers = max(1, min(workers, blocks))
    var isComplete = true
    numbers = withoutActuallyEscaping(isCancelled) { isCancelled in
      withoutActuallyEscaping(progress) { progress in
        [Int32](unsafeUninitializedCapacity: paths * months * count) { buffer, filled in
          nonisolated(unsafe) let buffer = buffer
          let stopped = StopFlags(workers)
          let plan = PathPlan(schedule)
          defer { plan.deallocate() }
          nonisolated(unsafe) let shared = plan
          Workers.run(workers) { worker in
            let runner = PathRunner(schedule, shared, seed: seed)
            defer { runner.deallocate() }
            for number in stride(from: worker, to: blocks, by: workers) {
              if isCancelled() {
                stopped.stop(worker)
                return
              }
              for path in number * block..<min(paths, (number + 1) * block) {
                runner.run(UInt64(path)) { month, index, children in
                  buffer[(index * months + month) * paths + path] = Int32(clamping: children)
                }
              }
              if worker == 0 { progress(Double(number + 1) / Double(blocks)) }
            }
          }
          isComplete = !stopped.any
          filled = isComplete ? paths * months * count : 0
        }
      }
    }
    guard isComplete else { return nil }
  }

  /// The children of a compartment at a month's end, by path: negative on a path where more have left
  /// it by their dates than were in it, so that all compartments add up.
  func children(_ index: Int, _ month: Int) -> [Int32] {
    let start = (index * months + month) * paths
    return Array(numbers[start..<start + paths])
  }

  /// The same, and none where it is negative.
  func present(_ index: Int, _ month: Int) -> [Int32] {
    let start = (index * months + month) * paths
    return numbers[start..<start + paths].map { max(0, $0) }
  }

  /// What came out for a compartment at a month's end.
  func outcomes(_ index: Int, _ month: Int) -> Outcomes {
    numbers.withUnsafeBufferPointer { numbers in
      let start = (index * months + month) * paths
      return Outcomes(
        UnsafeBufferPointer(rebasing: numbers[start..<start + paths]), atLeast: 0)
    }
  }

  /// All children at a month's end, by path, with the overlap taken off.
  func totals(_ month: Int, overlap: Int) -> [Int32] {
    var sums = [Int32](repeating: Int32(clamping: overlap), count: paths)
    sums.withUnsafeMutableBufferPointer { sums in
      numbers.withUnsafeBufferPointer { numbers in
        for index in 0..<count {
          let start = (index * months + month) * paths
          for path in 0..<paths { sums[path] &+= numbers[start + path] }
        }
        for path in 0..<paths { sums[path] = max(0, sums[path]) }
      }
    }
    return sums
  }
}

/// Which workers were stopped; each writes its own place only.
private final class StopFlags: @unchecked Sendable {
  private let flags: UnsafeMutablePointer<Bool>
  private let count: Int

  init(_ count: Int) {
    self.count = count
    flags = .allocate(capacity: count)
    flags.initialize(repeating: false, count: count)
  }

  func stop(_ worker: Int) { flags[worker] = true }

  var any: Bool { (0..<count).contains { flags[$0] } }

  deinit { flags.deallocate() }
}
