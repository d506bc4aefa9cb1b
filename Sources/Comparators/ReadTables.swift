import Synchronization

/// What was read of the shipped tables, so that no table is read twice for one question, nor for the
/// questions after it.
///
/// The tables come with the program and do not change while it runs.
final class ReadTables: Sendable {
  private let read = Mutex<[String: any Sendable]>([:])

  /// What was made of a table before; nil when it was not.
  func known<Value: Sendable>(_ name: String, as type: Value.Type = Value.self) -> Value? {
    read.withLock { $0[name] } as? Value
  }

  /// What is made of a table: the first time it is asked for, and kept.
  func value<Value: Sendable>(_ name: String, _ make: () throws -> Value) rethrows -> Value {
    if let known = known(name, as: Value.self) { return known }
    let value = try make()
    read.withLock { $0[name] = value }
    return value
  }
}
