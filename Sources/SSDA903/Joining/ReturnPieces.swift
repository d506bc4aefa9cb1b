/// The children in pieces of about as many each, for several threads to work through.
struct ReturnPieces: Sendable {
  var ranges: [Range<Int>] = []

  init(children: Block<Child>, threads: Int) {
    let size = max(2048, (children.count + threads * 8 - 1) / max(1, threads * 8))
    ranges = stride(from: 0, to: children.count, by: size).map {
      $0..<min($0 + size, children.count)
    }
  }
}
