import Glibc

/// Shares work out over threads.
enum Workers {
  /// The processors that are there.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs a piece of work once for each worker, and returns when all are done.
  ///
  /// - Parameters:
  ///   - count: the workers, the caller among them. Where a thread cannot be had, the caller does its
  ///     work as well.
  ///   - work: is given the worker's number, from 0.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    var left: [Int] = []
    for worker in 1..<max(count, 2) where worker < count {
      let task = Unmanaged.passRetained(Task(work, worker))
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<Task>.fromOpaque(pointer).takeRetainedValue().run() }
          return nil
        }, task.toOpaque())
      if status == 0 {
        threads.append(thread)
      } else {
        task.release()
        left.append(worker)
      }
    }
    work(0)
    left.forEach(work)
    for thread in threads { pthread_join(thread, nil) }
  }

  /// What a piece of work makes of each place, in order, the places shared out over the processors.
  static func map<Value: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      nonisolated(unsafe) let buffer = buffer
      let workers = max(1, min(processors, count))
      run(workers) { worker in
        for place in stride(from: worker, to: count, by: workers) {
          buffer.initializeElement(at: place, to: work(place))
        }
      }
      filled = count
    }
  }

  private final class Task: Sendable {
    private let work: @Sendable (Int) -> Void
    private let worker: Int

    init(_ work: @escaping @Sendable (Int) -> Void, _ worker: Int) {
      self.work = work
      self.worker = worker
    }

    func run() { work(worker) }
  }
}
