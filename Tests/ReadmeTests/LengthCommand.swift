@testable import Console
import Documents
import LookedAfter

/// How long the record is.
enum LengthCommand {
  static let command = Command(
    "length", group: .look, summary: "how many months are recorded",
    examples: [("length", "the number of months with a count")],
    run: { _, session in
      let count = session.history.months.count
      return Reply(
        document: Document(
          title: "Length of the record", blocks: [.paragraph("\(count) months are recorded.")]))
    })
}
