import Glibc

/// Lists, held as plain memory, that several threads fill at separate places and all read after.
final class Block<Element: Sendable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  /// From this size on the memory is asked for in large pages: most of the cost of memory that is
  /// used once is the system's, page by page.
  private static var largePage: Int { 1 << 21 }

  /// - Parameter count: how many there are. Each has to be initialized before it is read.
  init(uninitialized count: Int) {
    self.count = count
    let size = max(count, 1) * MemoryLayout<Element>.stride
    guard size >= 2 * Self.largePage else {
      base = .allocate(capacity: max(count, 1))
      return
    }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.largePage)
    madvise(memory, size, MADV_HUGEPAGE)
    base = memory.bindMemory(to: Element.self, capacity: count)
  }

  convenience init(_ elements: some Collection<Element>) {
    self.init(uninitialized: elements.count)
    _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(from: elements)
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
  }
}
