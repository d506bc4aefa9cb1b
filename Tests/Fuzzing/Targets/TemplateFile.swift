import Documents
import LookedAfter
import Reports
import SampleHistory

extension FuzzTarget {
  /// The template of a paper, and the paper in its shape, in every form.
  static let templateFile = FuzzTarget(
    "template-file",
    words: [
      "kind,id,heading,text\n", "title", "section", "header", "slot", "text", "figures",
      "population", "checks", "proceedings", "{authority}", "{month}", "{meeting}", "{", "}", "\"",
      "\r\n",
    ]
  ) {
    let history = try SampleHistory.history()
    let month = history.monthInView
    return { bytes in
      let template = try PaperTemplate(bytes: bytes, file: "template.csv")
      guard let month else { return }
      let paper = try MonthlyUpdate.document(history, month: month, template: template)
      for format in OutputFormat.allCases where !format.isBinary {
        _ = paper.rendered(as: format, isFile: true)
      }
    }
  }
}
