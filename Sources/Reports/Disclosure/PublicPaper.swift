import Disclosure
import Documents
import LookedAfter

/// A paper that may be published: made from a history without stories, with everything hidden from
/// which a child could be recognised.
///
/// It is proved on the paper itself. Whatever is not shown could be another number: for every hidden
/// figure a world is worked out that fits all that is published, now and before, and in which it is
/// another. The paper is written from each of these worlds, and only what is the same in all of them
/// is left in it: no table, sentence, chart or mark tells the true world from the others.
public struct PublicPaper: Sendable {
  /// The paper.
  public let document: Document

  /// The figures as they go out, for the next paper to be judged against.
  public let published: [DisclosedFigure]

  /// What is hidden and why, for the officer, one sentence each. Not for publication.
  public let explanation: [String]

  /// How many figures are hidden for each reason.
  public let hidden: [Hidden.Reason: Int]

  /// The sentences that were left out.
  public let dropped: [String]

  /// Writes a paper from a history, and gives it to the pass before it is finished.
  public typealias Writer = (History, DisclosurePass) throws -> Document

  /// Makes a public paper.
  ///
  /// - Parameters:
  ///   - month: the month that it reports, for what people wrote for it.
  ///   - before: the figures of the public papers before it, oldest first.
  ///   - showsNew: whether figures may go out that no paper showed before.
  ///   - write: writes the paper; called many times.
  /// - Throws: `PublicPaperError` where it must not go out, or whatever the writer throws.
  public init(
    _ history: History, month: Month?, before: [DisclosedFigure],
    policy: DisclosurePolicy = DisclosurePolicy(), showsNew: Bool = true, write: Writer
  ) throws {
    let plain = history.withoutStories()
    let unfinished = try Unfinished(write, plain)
    let document = unfinished.document
    let printed = PrintedFigures(plain, of: document) { try? Unfinished(write, $0).document }
    var known = PublicRelease(
      plain, printed: printed.figures, before: before, policy: policy, showsNew: showsNew)
    known.append(DerivedFigure(WorldComparison.stable, .other([])))
    let merges = MergeableTables(document, known.release, month: month)
    if showsNew { known.set(merges.tables) }
    var controlled = try DisclosureControl.apply(to: known.release, policy: policy)
    if controlled.merged.contains(where: { !$0.figures.allSatisfy(controlled.shows) }) {
      // A row put together of which the sum is hidden too would stand there for nothing.
      known.set([])
      controlled = try DisclosureControl.apply(to: known.release, policy: policy)
    }
    guard controlled.isSafe else {
      let names = Dictionary(known.release.figures.map { ($0.id, $0.name) }) { first, _ in first }
      throw PublicPaperError.givenAway(controlled.open.map { names[$0] ?? $0.text })
    }
    try HiddenInWords(plain, month, controlled, policy).check()

    let percentages = known.release.derived.filter { controlled.hidden[$0.id] != nil }.map(\.id)
    var others: [Document] = []
    for world in try controlled.otherWorlds() {
      var numbers = known.known.compactMap { id, observation in
        world[id].map { (observation, Quantity?.some(Quantity(mantissa: $0))) }
      }
      for id in percentages {
        guard let old = plain.percentage(id), let value = old.value else { continue }
        numbers.append((old, Quantity(mantissa: value.mantissa + 1, decimals: value.decimals)))
      }
      if numbers.isEmpty { continue }
      others.append(try Unfinished(write, plain.replacing(numbers)).document)
    }
    var ties = WorldComparison(others: others).ties(for: document)
    merges.tie(&ties, controlled)
    let control = DocumentDisclosure(controlled, ties: ties)
    let result = control.apply(to: document)
    let safe = result.document.withDisclosureNoteFirst
    let finished = try write(plain, DisclosurePass { _ in safe })
    self.document = unfinished.hasPass ? finished : safe
    dropped = result.dropped
    let held = known.held.compactMap(controlled.explanationOfHeld)
    explanation = controlled.explanation + held
    var hidden = Dictionary(grouping: controlled.hidden.values, by: \.reason).mapValues(\.count)
    if !held.isEmpty { hidden[.hiddenBefore, default: 0] += held.count }
    self.hidden = hidden
    published = controlled.published.figures.compactMap(DisclosedFigure.init)
  }

  /// Whether anything in it stands as `[c]`.
  public var hides: Bool { document.hasConfidential }

  /// How many figures are not shown, and what was found, in a sentence or two for the officer.
  public var summary: String {
    let count = hidden.values.reduce(0, +)
    guard count > 0 else {
      if document.hasConfidential {
        return "For the public: figures that no paper for the public has shown stand as [c], and"
          + " comments, cases and events are left out."
      }
      return
        "For the public: no figure had to be hidden, and comments, cases and events are left out."
    }
    let words: [(Hidden.Reason, String)] = [
      (.small, "small"), (.smallChange, "moved by a few since the month before"),
      (.protectsAnother, "would give another away"), (.withheld, "withheld around one"),
      (.hiddenBefore, "hidden in an earlier paper"), (.derived, "worked out from a hidden one"),
      (.merged, "in rows put together"),
    ]
    let reasons = words.compactMap { reason, words in hidden[reason].map { "\($0) \(words)" } }
    return "For the public: \(Prose.count(count, "figure is", "figures are")) not shown"
      + " (\(Prose.list(reasons))). The audit found at least two numbers that fit each child count"
      + " hidden for itself; hidden lists them, for your eyes only."
  }
}

/// The paper before it goes through the pass.
private struct Unfinished: Error {
  let document: Document
  /// Whether the writer calls the pass.
  var hasPass = false

  init(_ write: PublicPaper.Writer, _ history: History) throws {
    do {
      document = try write(history, DisclosurePass { throw Unfinished(caught: $0) })
    } catch let caught as Unfinished {
      self = caught
    }
  }

  private init(caught document: Document) {
    self.document = document
    hasPass = true
  }
}

extension Document {
  /// The document with the note on what is not shown before everything in which it is met, after the table at the
  /// head of a paper.
  fileprivate var withDisclosureNoteFirst: Document {
    guard case .note(let note) = blocks.last, note.code == "disclosure-control" else { return self }
    var document = self
    let last = document.blocks.removeLast()
    if case .table = blocks.first {
      document.blocks.insert(last, at: 1)
    } else {
      document.blocks.insert(last, at: 0)
    }
    return document
  }
}

extension History {
  /// The percentage of an id.
  fileprivate func percentage(_ id: FigureID) -> Observation? {
    let measure = MeasureID(rawValue: String(id.text.prefix { $0 != "|" }))
    return observations(of: measure).first { $0.figureID == id }
  }
}

extension DisclosedFigure {
  /// What a public paper made of a figure; nil for one that it does not have.
  fileprivate init?(_ figure: Figure) {
    switch figure.publication {
    case .planned, .unpublished: return nil
    case .shownBefore:
      self.init(figure: figure.id.text, value: figure.value, reason: nil, threshold: 0)
    case .hiddenBefore(let reason, let threshold):
      self.init(
        figure: figure.id.text, value: nil, reason: reason.rawValue, threshold: threshold)
    }
  }
}
