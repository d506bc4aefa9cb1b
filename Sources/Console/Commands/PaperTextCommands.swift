import Documents
import FileAccess
import LookedAfter
import Reports

/// The commands that record what people write for papers, and which template a paper has.
enum PaperTextCommands {
  static let all: [Command] = [slots, slot, box, template]

  private static let slots = sentence(
    "slots", group: .write, form: "[MONTH]",
    summary: "the parts of the briefing that people write, and which are written",
    examples: [("slots oct 2020", "each part with its id, and what was written")]
  ) { phrase, session in
    let month = try phrase.monthIfAny() ?? session.month(nil)
    try phrase.finish()
    return SlotsDocument.document(
      session.history, month: month, template: try session.template(of: .briefing))
  }

  private static let slot = recording(
    "slot", form: "PART \"TEXT\" [MONTH|always] | from FILE [MONTH|always]",
    summary: "write a part of the briefing, or all parts from a text file",
    examples: [
      ("slot community-impact \"Fewer children live far from home.\"", "for the month in view"),
      ("slot contact \"Head of service\" always", "for every month"),
    ],
    details: [
      "slot from parts.txt reads a text file: each part's name on a line of its own, as"
        + " [community-impact], and its text below it.",
      "In a text, {pipeline.open} is filled in from the record, and {20 = pipeline.open} is checked"
        + " against it: a figure that nothing fills, or that differs, stops the paper.",
      "A part written for a month is not carried over to the next.",
    ]
  ) { phrase, arguments, session in
    let known = try session.template(of: .briefing).slots
    var texts: [(id: String, text: String)]
    let id = phrase.word()
    guard !id.isEmpty else { throw phrase.missing("a part") }
    let second = phrase.word()
    guard !second.isEmpty else { throw phrase.missing("a text in quotation marks") }
    if id == "from" {
      let path = FilePath.expanded(second)
      texts = SlotFile.read(String(decoding: try WholeFile.read(path), as: UTF8.self))
      guard !texts.isEmpty else {
        throw ConsoleError.refused(
          "\(path) has no parts; before each text write its part on a line of its own, as"
            + " [community-impact].")
      }
    } else {
      texts = [(id.lowercased(), second)]
    }
    if let unknown = texts.first(where: { text in !known.contains { $0.id == text.id } }) {
      throw ConsoleError.refused(
        "The briefing has no part \"\(unknown.id)\"; there are"
          + " \(known.map(\.id).joined(separator: ", ")).")
    }
    let period: Period
    if phrase.take("always") {
      period = .undated
    } else {
      period = .month(try phrase.monthIfAny() ?? session.month(nil))
    }
    try phrase.finish()
    var reply = try session.write(
      texts.map { ("paper.slot", $0.id, $0.text) }, period: period, what: "part",
      because: arguments.reason)
    let unfilled = texts.flatMap { session.unfilled(in: $0.text) }
    if let first = unfilled.first {
      reply.message =
        (reply.message ?? "") + " Nothing fills in \(first) yet; until something does, the paper is"
        + " not written."
    }
    return reply
  }

  private static let box = recording(
    "box", form: "well|worry|action [NUMBER] \"TEXT\" [MONTH]",
    summary: "write a line of a box of the scorecard",
    examples: [
      ("box well \"Eight orders ended a stay in care in the month.\"", "what is going well"),
      ("box worry \"Seven of ten planned applications slipped.\"", "what worries us"),
      ("box action \"Finish life story work by January (team manager)\"", "at most five"),
      ("box action 2 \"Recruit carers for step-down\" oct 2020", "the second line, of a month"),
    ]
  ) { phrase, arguments, session in
    guard let box = ScorecardBox(rawValue: phrase.word().lowercased()) else {
      throw phrase.missing("one of the words well, worry and action")
    }
    let asked = phrase.numberIfAny()
    let text = phrase.word()
    guard !text.isEmpty else { throw phrase.missing("a text in quotation marks") }
    let month = try phrase.monthIfAny() ?? session.month(nil)
    try phrase.finish()
    let last = session.history.scorecardLines(box, in: month).map(\.number).max() ?? 0
    let number = asked.map { $0.whole ?? 0 } ?? last + 1
    guard number >= 1, number <= box.limit ?? 99 else {
      throw ConsoleError.refused(
        asked == nil && box.limit != nil
          ? "There are five actions already; write one of them anew: box action 5 \"…\""
          : "\(asked?.description ?? "\(number)") is no line of that box; it has 1 to"
            + " \(box.limit ?? 99).")
    }
    return try session.write(
      [(box.measure, "\(number)", text)], period: .month(month), what: "line",
      because: arguments.reason)
  }

  private static let template = Command(
    "template", group: .write,
    summary: "the shape of a paper as a file to edit, or your own in its place",
    parameters: [.phrase("update|briefing [from FILE|shipped]")],
    clauses: [.because],
    examples: [
      ("template briefing --output own.csv", "the file of the template, to edit in a spreadsheet"),
      ("template briefing from own.csv", "use it from now on"),
      ("template briefing shipped", "back to the one that comes with the program"),
    ],
    details: [
      "Each line of the file is a piece of the paper, in order: kind is title, header, section, text,"
        + " logo, slot or figures; id names the slot or the figures; heading stands above it; text is"
        + " standing text, in which {authority}, {month} and {meeting} are filled in.",
      "A logo line has what the picture shows under heading, and the name of its file, PNG or JPEG beside"
        + " the template, under text.",
      "A slot is a part that people write; figures are a part that the program writes.",
    ],
    run: { arguments, session in
      var phrase = session.phrase(
        arguments, of: "template", example: "template briefing from own.csv")
      guard let paper = PaperTemplate.Paper(rawValue: phrase.word().lowercased()) else {
        throw phrase.missing("one of the words update and briefing")
      }
      if phrase.isAtEnd {
        var reply = Reply()
        let file = try session.templateFile(of: paper)
        reply.exact = .text(String(decoding: file.bytes, as: UTF8.self))
        return reply
      }
      var text: String?
      if phrase.take("from") {
        let path = FilePath.expanded(phrase.word())
        text = try Session.ownTemplate(path)
      } else {
        try phrase.expect("shipped")
      }
      try phrase.finish()
      return try session.write(
        [("setting.template", paper.rawValue, text)], period: .undated, what: "template",
        because: arguments.reason)
    })
}

extension Session {
  /// The template of a file, with the picture that it names put into it, so that it is kept whole.
  ///
  /// - Throws: `FileError` or `CSVError`.
  fileprivate static func ownTemplate(_ path: String) throws -> String {
    let bytes = try WholeFile.read(path)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var named: String?
    let template = try PaperTemplate(bytes: bytes, file: path) { name in
      named = name
      return try? WholeFile.read(name.hasPrefix("/") ? name : folder + name)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let named, let logo = template.logo else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.lowercased().hasPrefix("logo"), let place = line.firstRange(of: named) else {
        return String(line)
      }
      // A comma in it parts no columns, for it stands in quotation marks.
      let isQuoted = line[..<place.lowerBound].last == "\""
      let uri = isQuoted ? logo.uri : "\"\(logo.uri)\""
      return String(line[..<place.lowerBound]) + uri + String(line[place.upperBound...])
    }
    return lines.joined(separator: "\n")
  }

  /// What stands in braces in a text and names nothing that can be recorded.
  fileprivate func unfilled(in text: String) -> [String] {
    let provenance = Provenance(source: nil, recordedAt: "")
    return Commentary(text: text, provenance: provenance).pieces.compactMap { piece in
      switch piece {
      case .words: nil
      case .unreadable(let braces): braces
      case .figure(_, let measure): history.catalogue[measure] == nil ? "{\(measure)}" : nil
      }
    }
  }

  /// Records words of a paper.
  fileprivate mutating func write(
    _ texts: [(measure: MeasureID, detail: String, text: String?)], period: Period, what: String,
    because reason: String? = nil
  ) throws -> Reply {
    let observations = texts.map { text in
      Observation(
        measure: text.measure, period: period, detail: text.detail, value: nil, text: text.text,
        provenance: Provenance(
          source: nil, section: "written by \(recorder.name)", recordedAt: recorder.now()))
    }
    let recording = try record(observations, because: reason)
    let count = recording.changes.count
    guard count > 0 else {
      return Reply(message: "Nothing changed: that is recorded already.")
    }
    let when = period == .undated ? "for every month" : "for \(period.inWords)"
    return Reply(
      message:
        "Recorded \(count) \(count == 1 ? what : what + "s") \(when). Type undo to take it back.")
  }
}
