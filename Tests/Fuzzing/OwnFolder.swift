import Foundation
import Glibc

/// Runs something on a thread of its own whose present folder is a new and empty one, which is
/// removed afterwards: a line at the prompt may write a file there, and nowhere else.
public enum OwnFolder {
  /// Runs `body`; other threads keep their present folder.
  ///
  /// - Throws: what `body` throws.
  public static func run(_ body: @escaping @Sendable () throws -> Void) throws {
    let outcome = Outcome()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      defer { done.signal() }
      do {
        let folder = try enter()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body()
      } catch {
        outcome.error = error
      }
    }
    thread.stackSize = 8 << 20
    thread.start()
    done.wait()
    if let error = outcome.error { throw error }
  }

  /// Takes the calling thread into a new folder, and gives its path.
  ///
  /// - Throws: `FuzzFault` where the system does not allow it.
  private static func enter() throws -> String {
    // The Glibc module does not hold unshare and its CLONE_FS.
    typealias Function = @convention(c) (CInt) -> CInt
    guard let unshare = dlsym(nil, "unshare").map({ unsafeBitCast($0, to: Function.self) }) else {
      throw FuzzFault("this system knows no folders of threads")
    }
    var template = Array("/tmp/lac-fuzz-XXXXXX".utf8CString)
    guard unshare(0x200) == 0, mkdtemp(&template) != nil, chdir(template) == 0 else {
      throw FuzzFault("no folder of its own: \(String(cString: strerror(errno)))")
    }
    return template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  private final class Outcome: @unchecked Sendable {
    var error: (any Error)?
  }
}
