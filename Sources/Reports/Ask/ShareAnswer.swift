import Documents
import Indicators
import LookedAfter

/// A share of a whole, with the limits of chance.
public enum ShareAnswer {
  /// The share of a part in a whole.
  ///
  /// - Throws: `ReportError.notAShare` when the part is greater than the whole, or the whole is 0.
  public static func document(
    _ part: Int, of whole: Int, confidence: Confidence
  ) throws(ReportError) -> Document {
    guard let share = Proportion(count: part, of: whole, confidence: confidence) else {
      throw .notAShare(part: part, whole: whole)
    }
    var section = Section(heading: "")
    section.say(
      "\(Prose.figures(part)) of \(Prose.figures(whole)) are \(Prose.percent(share.value)).",
      "By chance alone it would be between about \(Prose.decimal(share.lower * 100, 0))% and"
        + " \(Prose.decimal(share.upper * 100, 0))% (\(Prose.percent(confidence))).")
    let explanation = Explanation(share.working)
    let percent = { (share: Double) in
      Cell.real(share, decimals: 6, display: Prose.decimal(share * 100, 1) + "%")
        .explained(explanation)
    }
    section.blocks.append(
      .table(
        Table(
          id: "share", caption: "Share",
          columns: [
            Column(id: "count", title: "Part", kind: .number),
            Column(id: "population", title: "Whole", kind: .number),
            Column(id: "share", title: "Share", kind: .number),
            Column(id: "lower", title: "From", kind: .number),
            Column(id: "upper", title: "To", kind: .number),
            Column(id: "confidence", title: "Confidence", kind: .number),
            Column(id: "method", title: "Method", kind: .label),
          ],
          rows: [
            Row([
              .given(part, "part"), .given(whole, "whole"), percent(share.value),
              percent(share.lower), percent(share.upper), .confidence(confidence),
              Cell(.text("wilson")).explained(explanation),
            ])
          ])))
    return Document(
      answer: section, title: "Share of \(Prose.figures(part)) in \(Prose.figures(whole))",
      asAt: nil)
  }
}
