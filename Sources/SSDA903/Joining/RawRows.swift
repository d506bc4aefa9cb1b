/// The rows of every child as the returns have them, before they were joined: what a later return is
/// joined with.
struct RawRows: Sendable {
  let rows: Block<Episode>

  /// Where each child's rows begin, and behind the last where they end.
  let starts: [Int32]

  /// Copies the rows that stand child by child.
  init(_ episodes: Block<Episode>, of children: Block<Child>) {
    let copy = Block<Episode>(uninitialized: episodes.count)
    copy.base.initialize(from: episodes.base, count: episodes.count)
    rows = copy
    starts =
      (0..<children.count).map { children[$0].firstEpisode }
      + [Int32(truncatingIfNeeded: episodes.count)]
  }

  /// Takes rows that stand child by child.
  init(_ rows: [Episode], starts: [Int32]) {
    self.rows = Block(rows)
    self.starts = starts
  }

  /// The rows of the child at a place in the list.
  func rows(of child: Int) -> [Episode] {
    (Int(starts[child])..<Int(starts[child + 1])).map { rows[$0] }
  }
}
