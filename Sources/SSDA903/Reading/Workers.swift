import Glibc

/// Does numbered pieces of work on several threads.
///
/// Plain threads of the system: a start of the concurrency runtime would cost a small import more
/// than it saves a large one.
enum Workers {
  /// How many processors there are.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Does the work of `0..<count`, each number once, in any order.
  ///
  /// - Parameters:
  ///   - threads: how many threads at most, this one included.
  ///   - makeTool: makes what a thread works with, on that thread.
  ///   - work: does a piece. An error ends the work, and the first one is thrown.
  static func run<Tool>(
    count: Int, threads: Int, makeTool: @escaping @Sendable () -> Tool,
    work: @escaping @Sendable (Int, inout Tool) throws(ReturnError) -> Void
  ) throws(ReturnError) {
    let queue = WorkQueue(count: count)
    let body: @Sendable () -> Void = {
      guard var index = queue.next() else { return }
      var tool = makeTool()
      while true {
        do throws(ReturnError) { try work(index, &tool) } catch { queue.stop(error) }
        guard let following = queue.next() else { return }
        index = following
      }
    }
    var handles: [pthread_t] = []
    for _ in 1..<max(1, min(threads, count)) {
      var handle = pthread_t()
      let box = Unmanaged.passRetained(ThreadBody(body))
      let status = pthread_create(
        &handle, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().body()
          return nil
        }, box.toOpaque())
      if status == 0 { handles.append(handle) } else { box.release() }
    }
    body()
    for handle in handles { pthread_join(handle, nil) }
    if let error = queue.error { throw error }
  }
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Hands out numbers until there are none, or something failed.
private final class WorkQueue: @unchecked Sendable {
  private let lock = Lock()
  private let count: Int
  private var index = 0
  private var failure: ReturnError?

  init(count: Int) { self.count = count }

  func next() -> Int? {
    lock.locked {
      guard index < count, failure == nil else { return nil }
      index += 1
      return index - 1
    }
  }

  func stop(_ error: ReturnError) { lock.locked { failure = failure ?? error } }

  var error: ReturnError? { lock.locked { failure } }
}

/// A lock of the system.
final class Lock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}

/// Places for results, filled by several threads.
final class Slots<Value: Sendable>: @unchecked Sendable {
  private let lock = Lock()
  private var values: [Value?]

  init(_ count: Int) { values = Array(repeating: nil, count: count) }

  subscript(index: Int) -> Value? {
    get { lock.locked { values[index] } }
    set { lock.locked { values[index] = newValue } }
  }

  /// Takes a result out.
  func take(_ index: Int) -> Value? {
    lock.locked {
      let value = values[index]
      values[index] = nil
      return value
    }
  }
}
