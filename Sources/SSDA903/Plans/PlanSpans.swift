/// The plans of the children of some returns, ready to be asked child by child.
struct PlanSpans: Sendable {
  /// One plan: its place in the plan file, and its days.
  struct Span: Sendable {
    let row: Int32
    let kind: PlanKind
    let start: Day
    let end: Day
  }

  /// Where each child's plans begin; empty when there are none at all.
  private let starts: [Int32]
  private let spans: [Span]

  /// The plans whose child is in no return, by their place in the file.
  let unknown: [Int]

  static let none = PlanSpans(starts: [], spans: [], unknown: [])

  private init(starts: [Int32], spans: [Span], unknown: [Int]) {
    self.starts = starts
    self.spans = spans
    self.unknown = unknown
  }

  /// Finds the child of each plan, in one pass over the plans and one over the children.
  init(_ file: PlanFile, returns: JoinedReturns) {
    struct Owner: Hashable {
      let key: ChildKey
      let authority: Int
    }
    let authorities = file.authorities.map { returns.place(ofPlanAuthority: $0) }
    var rowsByOwner: [Owner: [Int]] = [:]
    for (index, row) in file.rows.enumerated() {
      let owner = Owner(key: row.key, authority: authorities[row.authority])
      rowsByOwner[owner, default: []].append(index)
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(returns.children.count + 1)
    var spans: [Span] = []
    var isFound = [Bool](repeating: false, count: file.rows.count)
    for place in 0..<returns.children.count {
      let child = returns.children.base[place]
      let owner = Owner(key: child.key, authority: Int(child.authority))
      for index in rowsByOwner[owner] ?? [] {
        let row = file.rows[index]
        isFound[index] = true
        spans.append(
          Span(
            row: Int32(truncatingIfNeeded: index), kind: row.kind, start: row.start, end: row.end))
      }
      starts.append(Int32(truncatingIfNeeded: spans.count))
    }
    self.init(
      starts: starts, spans: spans, unknown: isFound.indices.filter { !isFound[$0] })
  }

  var isEmpty: Bool { spans.isEmpty }

  /// The plans of the child at a place in the list.
  func plans(of child: Int) -> ArraySlice<Span> {
    guard child + 1 < starts.count else { return [] }
    return spans[Int(starts[child])..<Int(starts[child + 1])]
  }

  func hasPlans(_ child: Int) -> Bool {
    child + 1 < starts.count && starts[child] < starts[child + 1]
  }
}

extension JoinedReturns {
  /// The place of the authority that a plan file names; a file without a column LA goes with the only
  /// authority there is. Less than nothing for none.
  func place(ofPlanAuthority name: String) -> Int {
    authorities.firstIndex(of: name) ?? (name.isEmpty && authorities.count == 1 ? 0 : -1)
  }
}
