import Disclosure
import Documents
import LookedAfter
import Reports

/// The commands about what public papers hide.
enum DisclosureCommands {
  static let all: [Command] = [disclosure, hidden]

  private static let disclosure = recording(
    "disclosure", form: "[threshold NUMBER | zero shown|hidden | changes shown|hidden]",
    summary: "the rule by which public papers hide small numbers, or another one",
    examples: [
      ("disclosure", "the rule that holds"),
      ("disclosure threshold 10", "numbers from 1 to 10 are small"),
      ("disclosure zero hidden", "0 is hidden like a small number"),
    ],
    details: [
      "A number from 1 to the threshold is hidden, and so is everything that is worked out from it or"
        + " would give it away, now or beside what was published before.",
      "changes shown lets a public paper print a category that moved by a few since the month before.",
    ]
  ) { phrase, arguments, session in
    guard !phrase.isAtEnd else {
      return Reply(document: document(of: session.disclosurePolicy))
    }
    let name = phrase.word().lowercased()
    let value = phrase.word().lowercased()
    try phrase.finish()
    switch name {
    case "threshold":
      guard let threshold = Int(value), (2...100).contains(threshold) else {
        throw ConsoleError.refused(
          "The threshold \"\(value)\" cannot be used; give a whole number from 2 to 100, such as:"
            + " disclosure threshold 10")
      }
    case "zero", "changes":
      guard ["shown", "hidden"].contains(value) else {
        throw ConsoleError.refused(
          "\"\(value)\" says nothing of \(name); type shown or hidden, such as: disclosure \(name)"
            + " hidden")
      }
    default: throw phrase.missing("one of the words threshold, zero and changes")
    }
    let recording = try session.record(
      [
        Observation(
          measure: "setting.disclosure", period: .undated, detail: name, value: nil, text: value,
          provenance: Provenance(
            source: nil, section: "written by \(session.recorder.name)",
            recordedAt: session.recorder.now()))
      ], because: arguments.reason)
    guard !recording.changes.isEmpty else {
      return Reply(message: "Nothing changed: that is recorded already.")
    }
    return Reply(
      message: "\(sentences(of: session.disclosurePolicy)[0]) Type undo to take it back.")
  }

  private static let hidden = Command(
    "hidden", group: .write,
    summary: "what the last public paper hides and why, for the officer alone",
    examples: [("hidden", "each figure, the rule that hides it, and what it could be")],
    details: [
      "What it lists is not for publication: it tells small numbers from others.",
      "The last public paper is the one written last at this prompt, or else the one published last.",
    ],
    run: { _, session in
      let isRecalled = session.lastPublic == nil
      if isRecalled { try session.recallPublicPaper() }
      guard let paper = session.lastPublic else {
        throw ConsoleError.refused(
          "No public paper was written yet; write one first, such as: briefing for 1 dec 2020")
      }
      var blocks: [Block] = [
        .note(
          Note(
            code: "not-for-publication", severity: .warning,
            text: "This list tells small numbers from others; keep it within the service."))
      ]
      if isRecalled, session.sameAsPublished == nil {
        blocks.append(
          .paragraph(
            "Something changed since this paper was published; the list is of what it would hide now."
          ))
      }
      blocks.append(
        paper.explanation.isEmpty ? .paragraph("No figure is hidden.") : .list(paper.explanation))
      if !paper.dropped.isEmpty {
        blocks += [
          .heading(level: 1, text: "Sentences that are left out"), .list(paper.dropped),
        ]
      }
      return Reply(
        document: Document(
          title: "What is hidden in \(paper.document.title)", asAt: paper.document.asAt,
          blocks: blocks))
    })

  private static func document(of policy: DisclosurePolicy) -> Document {
    Document(
      title: "Disclosure control of public papers",
      blocks: [
        .list(sentences(of: policy)),
        .paragraph(
          "Before a public paper is written it is audited: for every hidden figure at least one world is"
            + " worked out that fits all that is published, now and before, and in which the figure is"
            + " another; what is not the same in all of them is left out."),
      ])
  }

  private static func sentences(of policy: DisclosurePolicy) -> [String] {
    [
      "Numbers from \(policy.showsZero ? 1 : 0) to \(policy.threshold) are hidden.",
      policy.showsZero ? "0 is shown." : "0 is hidden like a small number.",
      policy.hidesSmallChanges
        ? "A category that moved by 1 to \(policy.threshold) since the month before is hidden where"
          + " that month is published too."
        : "A category is shown also where it moved by a few since the month before.",
      "Rates, shares, changes, marks and sentences that rest on a hidden number are hidden with it.",
      "Comments, cases, events and remarks on a figure are never in a public paper.",
    ]
  }
}
