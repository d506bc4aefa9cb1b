/// A chart on a page: title, picture, notes, and its words and figures to open.
struct HTMLChart {
  var chart: Chart
  var number: Int
  /// The number of the table that holds the chart's figures, if the paper has one.
  var table: Int?

  var html: String {
    let id = "figure-\(number)"
    var html =
      "<figure id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<figcaption>"
      + "<strong id=\"\(id)-title\">Figure \(number): \(XMLText.escaped(chart.title))</strong>"
    if !chart.underTitle.isEmpty {
      html += "<span class=\"under\">\(XMLText.escaped(chart.underTitle))</span>"
    }
    html += "</figcaption>\n"
    // A picture is drawn for each width, for shrunken text cannot be read.
    html += picture(width: 680, name: "wide-chart", id: id + "-a")
    html += picture(width: 300, name: "narrow-chart", id: id + "-b")
    let notes = chart.notes + (chart.source.map { ["Source: " + $0] } ?? [])
    if !notes.isEmpty {
      html += "<p class=\"notes\">\(XMLText.escaped(notes.joined(separator: " ")))</p>\n"
    }
    html += "<details>\n<summary>Figure \(number) in words and figures</summary>\n"
    if !chart.description.isEmpty { html += "<p>\(XMLText.escaped(chart.description))</p>\n" }
    for reference in chart.references {
      html +=
        "<p>\(XMLText.escaped(reference.label)): \(XMLText.escaped(reference.value.forPeople))</p>\n"
    }
    if let table {
      html += "<p>The figures are in <a href=\"#table-\(table)\">table \(table)</a>.</p>\n"
    } else {
      let data = chart.tableForPeople()
      html += HTMLTable(table: data, prefix: "figures", prefixNumber: number).html
    }
    return html + "</details>\n</figure>\n"
  }

  private func picture(width: Double, name: String, id: String) -> String {
    let (body, height) = SVGChart(chart: chart, width: width).drawing()
    let high = SVGCanvas.number(height)
    let wide = SVGCanvas.number(width)
    return "<svg class=\"chart \(name)\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\""
      + " width=\"\(wide)\" height=\"\(high)\" viewBox=\"0 0 \(wide) \(high)\">"
      + "<title id=\"\(id)-t\">\(XMLText.escaped(chart.title))</title>"
      + "<desc id=\"\(id)-d\">\(XMLText.escaped(chart.description))</desc>"
      + body + "</svg>\n"
  }
}
