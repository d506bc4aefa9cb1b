import LookedAfter
import Reports

/// The commands about what committees asked for.
enum ResolutionCommands {
  private static let followUp =
    "What became of one is said by its number: answered 1 \"report to scrutiny, 1 December 2020\", or"
    + " while it is open: stands 1 \"being looked into\"."

  /// `resolution 1 answered "…"`, `resolution answered 1 "…"`, and the same with `stands`; nil for
  /// anything else.
  private static func followUp(_ words: [Token], _ session: inout Session) throws -> Reply? {
    guard words.count >= 2, !words[0].isQuoted, !words[1].isQuoted else { return nil }
    let measures: [String: MeasureID] = [
      "answered": "resolution.answered", "stands": "resolution.state",
    ]
    let (verb, number): (Token, Token) =
      measures[words[0].folded] == nil ? (words[1], words[0]) : (words[0], words[1])
    guard let measure = measures[verb.folded], let number = Int(number.text) else { return nil }
    let resolution = try session.resolution(number)
    let text = words.dropFirst(2).map(\.text).joined(separator: " ")
    guard !text.isEmpty else {
      throw GrammarError.missing(
        "where, in quotation marks", command: "resolution",
        example: "answered \(number) \"report to scrutiny, 1 December 2020\"")
    }
    return try session.record([(measure, text)], number: resolution.number, day: resolution.day)
  }

  static let all: [Command] = [
    Command(
      "resolutions", group: .look, summary: "what committees asked for, the open ones first",
      parameters: [.phrase("[open]")],
      examples: [
        ("resolutions", "every one, with its answer"), ("resolutions open", "open ones alone"),
      ],
      details: [followUp],
      run: { arguments, session in
        if let word = arguments.words.first, word.folded != "open" || arguments.words.count > 1 {
          throw GrammarError.unexpected(
            word.text, command: "resolutions", example: "resolutions open")
        }
        return Reply(
          document: try ResolutionsAnswer.document(
            session.history, openOnly: !arguments.words.isEmpty))
      }),
    Command(
      "resolution", group: .keep, summary: "record what a committee asked for",
      parameters: [.phrase("TEXT [on DAY] [by COMMITTEE] [of PERSON] [due WHEN]")],
      examples: [
        (
          "resolution \"A breakdown of progress for the 49\" on 25 nov 2019 by scrutiny due nov 2020",
          "when, by whom, of whom, and when it is due"
        )
      ],
      details: [followUp],
      run: { arguments, session in
        if let reply = try followUp(arguments.words, &session) { return reply }
        let clauses = try CaseClauses(
          arguments.words, keywords: [.on, .by, .of, .due], today: session.recorder.today)
        var words = clauses.words
        // "resolution add "…"", as a case is added.
        if words.count > 1, words[0].folded == "add", !words[0].isQuoted { words.removeFirst() }
        let text = words.map(\.text).joined(separator: " ")
        guard !text.isEmpty else {
          throw GrammarError.missing(
            "what was asked, in quotation marks", command: "resolution",
            example: "resolution \"A breakdown of progress for the 49\" on 25 nov 2019")
        }
        let day = try clauses.day(.on) ?? session.dayInView
        let number = (session.history.resolutions.map(\.number).max() ?? 0) + 1
        let parts: [(MeasureID, String?)] = [
          ("resolution", text), ("resolution.by", clauses.text(.by)),
          ("resolution.of", clauses.text(.of)), ("resolution.due", clauses.text(.due)),
        ]
        return try session.record(parts, number: number, day: day)
      }),
    Command(
      "answered", group: .keep, summary: "say where a resolution was answered",
      parameters: [.number, .text("WHERE")],
      examples: [("answered 1 \"report to scrutiny, 1 December 2020\"", "by its number")],
      run: { arguments, session in
        let resolution = try session.resolution(arguments)
        return try session.record(
          [("resolution.answered", arguments.text)], number: resolution.number, day: resolution.day)
      }),
    Command(
      "stands", group: .keep, summary: "say where an open resolution stands",
      parameters: [.number, .text("WHERE")],
      examples: [("stands 1 \"being looked into\"", "by its number; the briefing says so")],
      run: { arguments, session in
        let resolution = try session.resolution(arguments)
        return try session.record(
          [("resolution.state", arguments.text)], number: resolution.number, day: resolution.day)
      }),
  ]
}

extension Session {
  /// The resolution of a number.
  ///
  /// - Throws: `ConsoleError.refused` when there is none such.
  fileprivate func resolution(_ arguments: Arguments) throws -> Resolution {
    try resolution(arguments.number?.whole)
  }

  fileprivate func resolution(_ number: Int?) throws -> Resolution {
    guard let resolution = history.resolutions.first(where: { $0.number == number }) else {
      throw ConsoleError.refused(
        "There is no resolution \(number.map(String.init) ?? ""); resolutions lists them.")
    }
    return resolution
  }

  /// Records the parts of a resolution that were given.
  fileprivate mutating func record(
    _ parts: [(measure: MeasureID, text: String?)], number: Int, day: CivilDate
  ) throws -> Reply {
    let observations = parts.compactMap { part in
      part.text.map {
        Observation(
          measure: part.measure, period: .day(day), detail: "\(number)", value: nil, text: $0,
          provenance: Provenance(source: nil, recordedAt: recorder.now()))
      }
    }
    let recording = try record(observations, because: nil)
    return Reply(message: RecordingMessage(session: self, recording: recording).text)
  }
}
