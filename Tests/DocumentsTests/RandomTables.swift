import Documents

/// Tables made up from a seed: the same seed always makes the same table.
struct RandomTables: RandomNumberGenerator {
  static let plain = [
    "child", "care", "order", "accommodation", "a", "plan", "guardianship", "of", "court", "home",
  ]

  static let awkward =
    plain + [
      "😊", "日本語", "e\u{301}", "👨\u{200D}👩\u{200D}👧", "\u{1B}[31m", "£65", "it’s", "\n", "🇬🇧",
      "https://www.example.org.uk/a-very-long-address-that-has-no-place-to-break-it?and=more",
      "\u{202E}", "\u{2764}\u{FE0F}", "",
    ]

  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(
    words: [String], kinds: [Column.Kind] = [.key, .number, .number, .label, .prose]
  ) -> Table {
    var columns = [Column(id: "name", title: "Name", kind: .rowHeader)]
    for index in 0..<Int.random(in: 0...9, using: &self) {
      let kind = kinds.randomElement(using: &self) ?? .number
      let length = Int.random(in: 1...4, using: &self)
      columns.append(Column(id: "c\(index)", title: sentence(words, length), kind: kind))
    }
    let rows = (0..<Int.random(in: 1...8, using: &self)).map { _ in
      Row(columns.map { cell($0.kind, words) }, isTotal: Int.random(in: 0..<5, using: &self) == 0)
    }
    return Table(id: "t", caption: "Made up", columns: columns, rows: rows)
  }

  private mutating func cell(_ kind: Column.Kind, _ words: [String]) -> Cell {
    let lot = Int.random(in: 0..<10, using: &self)
    if lot == 0 { return .missing }
    var cell: Cell
    switch kind {
    case .number:
      cell = .decimal(
        mantissa: Int.random(in: -999_999...999_999, using: &self),
        decimals: Int.random(in: 0...2, using: &self))
    case .prose: cell = .text(sentence(words, Int.random(in: 1...40, using: &self)))
    case .key, .rowHeader, .label:
      cell = .text(sentence(words, Int.random(in: 1...5, using: &self)))
    }
    if lot == 1 { cell.remark = sentence(words, 4) }
    return cell
  }

  private mutating func sentence(_ words: [String], _ count: Int) -> String {
    (0..<count).map { _ in words.randomElement(using: &self) ?? "" }.joined(separator: " ")
  }
}
