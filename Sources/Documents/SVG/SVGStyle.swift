/// The colours of charts and papers, for light, dark and print.
///
/// The light ones are the palette of the Government Analysis Function; they stand in an order that
/// alternates dark and light, so that neighbours differ in brightness too. Every one has at least 3:1
/// against its background. Nothing is told by colour alone: lines differ in dashes and end in their
/// names, parts have their figures in them.
enum SVGStyle {
  /// The colours of a light page and of print.
  static let light = [
    ("ink", "#1a1a1a"), ("soft", "#4d4d4d"), ("rule", "#767676"), ("grid", "#dcdcdc"),
    ("paper", "#ffffff"), ("c1", "#12436d"), ("c2", "#f46a25"), ("c3", "#801650"),
    ("c4", "#28a197"), ("c5", "#3d3d3d"), ("c6", "#a285d1"), ("on1", "#ffffff"),
    ("on2", "#000000"), ("on3", "#ffffff"), ("on4", "#000000"), ("on5", "#ffffff"),
    ("on6", "#000000"), ("t1", "#ffffff"), ("t2", "#b8cbe0"), ("t3", "#6d94b8"),
    ("band", "#d3dfea"), ("inner", "#a9c0d6"), ("band2", "#fbdccb"), ("inner2", "#f6b592"),
  ]

  /// The colours of a dark page.
  static let dark = [
    ("ink", "#f2f2f2"), ("soft", "#c8c8c8"), ("rule", "#9a9a9a"), ("grid", "#3a4048"),
    ("paper", "#15191e"), ("c1", "#7fb2e5"), ("c2", "#f79a6a"), ("c3", "#e58ac0"),
    ("c4", "#4fc9bd"), ("c5", "#c4c4c4"), ("c6", "#c3b0e6"), ("on1", "#000000"),
    ("on2", "#000000"), ("on3", "#000000"), ("on4", "#000000"), ("on5", "#000000"),
    ("on6", "#000000"), ("t1", "#15191e"), ("t2", "#2c4a68"), ("t3", "#4c7aa6"),
    ("band", "#24384d"), ("inner", "#345372"), ("band2", "#4d3224"), ("inner2", "#774a31"),
  ]

  /// Colours as CSS variables.
  static func variables(_ colours: [(String, String)]) -> String {
    colours.map { "--\($0.0):\($0.1);" }.joined()
  }

  /// How the parts of a picture look.
  static let rules =
    "svg.chart{font-family:Arial,Helvetica,sans-serif;font-size:14px;fill:var(--ink)}"
    + ".chart .soft{fill:var(--soft)}.chart .strong{font-weight:bold}"
    + ".chart .grid{stroke:var(--grid)}.chart .axis{stroke:var(--rule)}"
    + ".chart .l1,.chart .l2,.chart .l3,.chart .l4,.chart .join,.chart .path1,.chart .path2,"
    + ".chart .centre,.chart .limit,.chart .reference,.chart .whisker"
    + "{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}"
    + ".chart .l1{stroke:var(--c1)}.chart .l2{stroke:var(--c2);stroke-dasharray:8 5}"
    + ".chart .l3{stroke:var(--c3);stroke-dasharray:2 5}"
    + ".chart .l4{stroke:var(--c4);stroke-dasharray:10 4 2 4}"
    + ".chart .join{stroke:var(--c1);stroke-dasharray:1 5}"
    + ".chart .path1{stroke:var(--c1);stroke-dasharray:7 5}"
    + ".chart .path2{stroke:var(--c2);stroke-dasharray:2 5}"
    + ".chart .centre{stroke:var(--soft);stroke-width:1.2}"
    + ".chart .limit{stroke:var(--soft);stroke-width:1.2;stroke-dasharray:5 4}"
    + ".chart .reference{stroke:var(--c3);stroke-width:1.5;stroke-dasharray:2 4}"
    + ".chart .whisker{stroke:var(--ink);stroke-width:1.6}"
    + ".chart .halo{stroke:var(--paper);stroke-width:5;fill:none}"
    + ".chart .dot{fill:var(--c1)}"
    + ".chart .mark{fill:var(--c2);stroke:var(--ink);stroke-width:1.2}"
    + ".chart .band{fill:var(--band)}.chart .inner{fill:var(--inner)}"
    + ".chart .band2{fill:var(--band2);fill-opacity:.75}"
    + ".chart .inner2{fill:var(--inner2);fill-opacity:.75}"
    + (1...6).map { ".chart .f\($0){fill:var(--c\($0))}.chart .on\($0){fill:var(--on\($0))}" }
    .joined()
    + ".chart .t1,.chart .t2,.chart .t3,.chart .t4,.chart .hollow{stroke:var(--c1);stroke-width:1}"
    + ".chart .t1{fill:var(--t1)}.chart .t2{fill:var(--t2)}.chart .t3{fill:var(--t3)}"
    + ".chart .t4{fill:var(--c1)}.chart .hollow{fill:var(--paper)}"
    + ".chart .other{fill:var(--t3);stroke:var(--c1);stroke-width:1}"
}
