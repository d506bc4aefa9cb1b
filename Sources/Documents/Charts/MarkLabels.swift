/// Where the words of marked figures stand: beside their diamonds, and over nothing else.
///
/// A label that has no free place is left out; the notes under the chart name every marked figure.
struct MarkLabels {
  /// A rectangle of the picture; y grows downwards.
  struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func holds(_ other: Box) -> Bool {
      left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
  }

  /// On which side of its diamond a label stands.
  enum Side: CaseIterable {
    case above
    case below
    case left
    case right
  }

  /// A label that has found its place.
  struct Placed {
    var index: Int
    var side: Side
    var box: Box
  }

  /// What a label has to keep within.
  var bounds: Box
  /// The courses of figures, which no label may cover.
  var lines: [[(x: Double, y: Double)]]
  /// What else is in the way.
  var obstacles: [Box] = []
  /// The size of the text.
  var size: Double

  /// How far a label stands from the middle of its diamond.
  private var distance: Double { size * 0.65 }

  /// Places for the labels of marks, the last ones first.
  ///
  /// - Parameters:
  ///   - marks: where the diamonds stand, and what each says; an empty text only keeps its place free.
  ///   - atMost: how many labels there may be.
  func placed(_ marks: [(x: Double, y: Double, text: String)], atMost: Int = 3) -> [Placed] {
    let half = size / 2
    var taken =
      obstacles
      + marks.map { mark in
        Box(left: mark.x - half, top: mark.y - half, right: mark.x + half, bottom: mark.y + half)
      }
    var placed: [Placed] = []
    for (index, mark) in marks.enumerated().suffix(atMost).reversed() where !mark.text.isEmpty {
      let found = Side.allCases.lazy.map { ($0, box(mark, $0)) }.first { _, box in
        bounds.holds(box) && !taken.contains { $0.meets(box) } && !isCrossed(box)
      }
      guard let (side, box) = found else { continue }
      taken.append(box)
      placed.append(Placed(index: index, side: side, box: box))
    }
    return placed.reversed()
  }

  private func box(_ mark: (x: Double, y: Double, text: String), _ side: Side) -> Box {
    let width = TextMeasure.width(mark.text, size: size)
    let away = size / 2 + 2
    let middle = min(
      max(mark.x, bounds.left + width / 2), max(bounds.left + width / 2, bounds.right - width / 2))
    switch side {
    case .above:
      let bottom = mark.y - distance
      return Box(
        left: middle - width / 2, top: bottom - size, right: middle + width / 2, bottom: bottom)
    case .below:
      let top = mark.y + distance
      return Box(left: middle - width / 2, top: top, right: middle + width / 2, bottom: top + size)
    case .left:
      return Box(
        left: mark.x - away - width, top: mark.y - size / 2, right: mark.x - away,
        bottom: mark.y + size / 2)
    case .right:
      return Box(
        left: mark.x + away, top: mark.y - size / 2, right: mark.x + away + width,
        bottom: mark.y + size / 2)
    }
  }

  /// Whether a course of figures runs through a box.
  private func isCrossed(_ box: Box) -> Bool {
    lines.contains { line in
      zip(line, line.dropFirst()).contains { from, to in
        let left = max(box.left, min(from.x, to.x))
        let right = min(box.right, max(from.x, to.x))
        guard left <= right else { return false }
        let width = to.x - from.x
        let ends =
          width == 0
          ? [from.y, to.y]
          : [left, right].map { from.y + (to.y - from.y) * ($0 - from.x) / width }
        return ends.contains { box.top < $0 && $0 < box.bottom }
          || (ends.min() ?? 0) <= box.top && (ends.max() ?? 0) >= box.bottom
      }
    }
  }
}
