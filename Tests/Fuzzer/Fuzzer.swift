import Fuzzing
import Glibc

/// What libFuzzer calls with each input. The target is named in the environment by `LAC_FUZZ`.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try Fuzzer.feed(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    fatalError("\(error)")
  }
  return 0
}

private enum Fuzzer {
  /// The target, made ready at the first input.
  nonisolated(unsafe) static let feed: FuzzTarget.Feed = {
    let name = getenv("LAC_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      fatalError("set LAC_FUZZ to one of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
    }
    do { return try target.ready() } catch { fatalError("\(error)") }
  }()
}
