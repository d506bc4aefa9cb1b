/// How a table is laid out for a width: which columns stand side by side, how wide, and what goes
/// underneath its row.
struct TableLayout {
  /// What moves under the row when the width runs short, in this order.
  enum Moved: Int, CaseIterable {
    case nothing
    case prose
    case remarks
    case labels
  }

  /// The columns that stand side by side, as indices into the table's columns.
  var columns: [Int]

  /// Their widths.
  var widths: [Int]

  /// What has moved under the rows.
  var moved: Moved

  /// The columns between two neighbours.
  static let gap = 2

  /// The widest that names and labels get while sentences stand beside them.
  private static let textBesideProse = 22

  /// The widest layout that fits; nil when rows have to be written one field a line.
  init?(_ table: Table, lead: Int, width: Int, missing: String) {
    for moved in Moved.allCases {
      let shown = table.columns.indices.filter {
        $0 == lead || !Self.isMoved(table.columns[$0].kind, moved)
      }
      let measures = shown.map {
        ColumnMeasure(
          table, $0, withRemarks: moved.rawValue < Moved.remarks.rawValue, missing: missing)
      }
      let kinds = shown.map { table.columns[$0].kind }
      let room = width - Self.gap * (shown.count - 1)
      if let widths = Self.fit(measures, kinds, room: room) {
        self.columns = shown
        self.widths = widths
        self.moved = moved
        return
      }
    }
    return nil
  }

  /// Whether a column of this kind stands under the row at a stage.
  static func isMoved(_ kind: Column.Kind, _ moved: Moved) -> Bool {
    switch kind {
    case .prose: moved.rawValue >= Moved.prose.rawValue
    case .label: moved.rawValue >= Moved.labels.rawValue
    case .key, .rowHeader, .number: false
    }
  }

  /// Widths that fill at most the room; nil when even the least widths don't fit.
  ///
  /// Numbers give way first, for only their headings and remarks wrap; then sentences, then names.
  private static func fit(
    _ measures: [ColumnMeasure], _ kinds: [Column.Kind], room: Int
  ) -> [Int]? {
    guard measures.reduce(0, { $0 + $1.minimum }) <= room else { return nil }
    var widths = measures.map(\.preferred)
    let stages: [[Column.Kind]] = [[.number], [.prose], [.rowHeader, .label]]
    if kinds.contains(.prose), widths.reduce(0, +) > room {
      for index in widths.indices where kinds[index] == .rowHeader || kinds[index] == .label {
        widths[index] = max(measures[index].minimum, min(widths[index], textBesideProse))
      }
    }
    for stage in stages {
      let members = widths.indices.filter { stage.contains(kinds[$0]) }
      shrink(&widths, members, to: measures.map(\.minimum), room: room)
    }
    return widths
  }

  /// Lowers the widest of the members, together, until all columns fit or none can give more.
  private static func shrink(_ widths: inout [Int], _ members: [Int], to least: [Int], room: Int) {
    var excess = widths.reduce(0, +) - room
    guard excess > 0, let widest = members.map({ widths[$0] }).max() else { return }
    func lowered(_ cap: Int) -> [Int] {
      members.map { max(least[$0], min(widths[$0], cap)) }
    }
    let before = members.reduce(0) { $0 + widths[$1] }
    var low = 0
    var high = widest
    // The greatest cap that saves enough; 0 when none does.
    while low < high {
      let cap = (low + high + 1) / 2
      if before - lowered(cap).reduce(0, +) >= excess { low = cap } else { high = cap - 1 }
    }
    for (index, width) in zip(members, lowered(low)) { widths[index] = width }
    // One cap for all may save more than was asked: give the rest back from the left.
    excess = widths.reduce(0, +) - room
    for index in members where excess < 0 && widths[index] == low && least[index] <= low {
      widths[index] += 1
      excess += 1
    }
  }
}
