import LookedAfter

/// A figure that a commentary states in plain words, and what it can be of.
struct CommentaryClaim: Equatable {
  /// The figure in the words.
  let stated: Int

  /// What it is of.
  let measure: MeasureID

  /// The figures of the month that it may mean, the likeliest first: of a count, one of each basis.
  let recorded: [Int]
}

/// Reads the figures of a commentary that the record has as well: applications by stage, children
/// of a cohort or of all, joiners and leavers, the change on a month, the rate.
///
/// A figure is taken only where a whole clause can be read, word for word; one that is hedged, of
/// another time, part of a group, hoped for or otherwise not certain is passed over, for a false
/// alarm does more harm than a figure that nobody checks.
struct CommentaryReader {
  let history: History
  let month: Month
  /// The cohort that the commentary is on.
  let cohort: Cohort

  /// The figures stated in the words of a commentary.
  func claims(in commentary: Commentary) -> [CommentaryClaim] {
    let text = commentary.pieces.map { piece in
      if case .words(let words) = piece { return words }
      // What names its measure is checked by itself, and is no number here.
      return "(figure)"
    }.joined()
    return CommentarySentence.sentences(of: text).flatMap(claims)
  }

  private func claims(in sentence: CommentarySentence) -> [CommentaryClaim] {
    let context = SentenceContext(sentence: sentence, history: history, month: month)
    return sentence.words.indices.compactMap { place in
      guard let number = sentence.words[place].number, !context.isHedged(at: place) else {
        return nil
      }
      let figure = StatedFigure(
        number: number, place: place, sentence: sentence, context: context)
      if let change = ChangeClaims(history: history, month: month, cohort: cohort).claim(figure) {
        return change
      }
      guard context.isOfTheMonth else { return nil }
      return ApplicationClaims(history: history, month: month, cohort: cohort).claim(figure)
        ?? RateClaims(history: history, month: month).claim(figure)
        ?? ChildrenClaims(history: history, month: month, cohort: cohort).claim(figure)
        ?? FlowClaims(history: history, month: month, cohort: cohort).claim(figure)
    }
  }
}

/// A number in a sentence, with the words around it.
struct StatedFigure {
  let number: Int
  let place: Int
  let sentence: CommentarySentence
  let context: SentenceContext

  /// The words of its clause before it.
  var before: [CommentaryWord] { sentence.clause(before: place) }

  /// The words of its clause behind it.
  var after: [CommentaryWord] { sentence.clause(after: place) }

  /// The mark that ends its clause; nil where the sentence ends.
  var markBehind: String? {
    sentence.words[(place + 1)...].first { $0.isMark }?.text
  }

  /// Every word of the sentence.
  var allWords: [String] { sentence.words.map(\.text) }
}
