/// The elements of an SVG picture, written one after the other.
///
/// Colours are classes, so that the page or the picture's own style settles them for light, dark and
/// print. Lengths are written to a tenth of a pixel, the same on every machine.
struct SVGCanvas {
  /// Where a text stands in relation to its place.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  private(set) var body = ""

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, class name: String = "",
    size: Double = SVGChart.size
  ) {
    guard !text.isEmpty else { return }
    let classes = name.isEmpty ? "" : " class=\"\(name)\""
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let font = size == SVGChart.size ? "" : " font-size=\"\(Self.number(size))\""
    body +=
      "<text\(classes) x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(place)\(font)>"
      + XMLText.escaped(text) + "</text>"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String) {
    body +=
      "<line class=\"\(name)\" x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\""
      + " x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\"/>"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, class name: String
  ) {
    body +=
      "<rect class=\"\(name)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
      + " width=\"\(Self.number(max(0, width)))\" height=\"\(Self.number(max(0, height)))\"/>"
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], class name: String) {
    guard !points.isEmpty else { return }
    body += "<polyline class=\"\(name)\" points=\"\(Self.path(points))\"/>"
  }

  mutating func polygon(_ points: [(x: Double, y: Double)], class name: String) {
    guard !points.isEmpty else { return }
    body += "<polygon class=\"\(name)\" points=\"\(Self.path(points))\"/>"
  }

  mutating func circle(x: Double, y: Double, radius: Double, class name: String) {
    body +=
      "<circle class=\"\(name)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\""
      + " r=\"\(Self.number(radius))\"/>"
  }

  /// A length to a tenth, without a nought that says nothing.
  static func number(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }

  private static func path(_ points: [(x: Double, y: Double)]) -> String {
    points.map { number($0.x) + "," + number($0.y) }.joined(separator: " ")
  }
}
