/// What a completion does to the line: worked out here, done by the key's command.
struct CompletionEdit: Equatable {
  /// libedit characters to delete before the cursor.
  var deleting: Int
  /// Text to insert in their place. Empty, with nothing to delete, when the line stays as it is.
  var inserting: String
  /// The candidates to list, if there is a choice.
  var listing: [Completion.Candidate]

  /// Nothing to do, for which the terminal beeps.
  static let nothing = CompletionEdit(deleting: 0, inserting: "", listing: [])

  init(deleting: Int, inserting: String, listing: [Completion.Candidate]) {
    self.deleting = deleting
    self.inserting = inserting
    self.listing = listing
  }

  init(_ completion: Completion, at line: LineText) {
    let candidates = CompletionEdit.cleaned(completion.candidates)
    guard let first = candidates.first else {
      self = .nothing
      return
    }
    let replaced = String(line.before.suffix(max(completion.replacing, 0)))
    self.init(
      deleting: 0, inserting: "", listing: candidates.count > 1 ? candidates : [])
    var text = replaced
    if candidates.count > 1 {
      text = CommonPrefix.extending(replaced, candidates.map(\.text))
    } else {
      text = first.text
      if completion.appendsSpace, first.isFinal, line.after.first != " " {
        text += " "
      }
    }
    // Scalars, because "é" typed in two parts and "é" in one are equal as Characters.
    guard !text.unicodeScalars.elementsEqual(replaced.unicodeScalars) else { return }
    deleting = line.codePoints(inLast: completion.replacing)
    inserting = text
  }

  /// One of each text, without anything that would upset the line.
  private static func cleaned(_ candidates: [Completion.Candidate]) -> [Completion.Candidate] {
    var seen: Set<String> = []
    return candidates.compactMap { candidate in
      var candidate = candidate
      candidate.text = PastedText.clean(candidate.text)
      candidate.description = PastedText.clean(candidate.description)
      return !candidate.text.isEmpty && seen.insert(candidate.text).inserted ? candidate : nil
    }
  }
}
