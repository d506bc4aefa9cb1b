/// The few signs that a terminal draws, in Unicode or in ASCII.
struct Glyphs {
  var titleRule: String
  var rule: String
  var partRule: String
  var bullet: String
  var missing: String
  var dot: String
  var chart: ChartSigns

  static let unicode = Glyphs(
    titleRule: "\u{2550}", rule: "\u{2500}", partRule: "\u{254C}", bullet: "\u{2022}",
    missing: "\u{2013}", dot: "\u{00B7}",
    chart: .unicode)

  static let ascii = Glyphs(
    titleRule: "=", rule: "-", partRule: "~", bullet: "*", missing: "-", dot: "-",
    chart: .ascii)
}
